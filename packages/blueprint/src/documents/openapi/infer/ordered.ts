import type { Resource } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { plain } from '../words.ts';
import type { Draft, Inference } from './draft.ts';
import type { Facts } from './operation-facts.ts';

type Ordered = NonNullable<Resource['ordered']>[number];

const FIRST =
  /^(start|starts|begin|begins|from|checkin|opens|valid_?from|departure|opening)(at|on|date|time|datetime|day)?$/;
const THEN =
  /^(end|ends|finish|finishes|until|to|checkout|closes|valid_?(to|until)|return|closing)(at|on|date|time|datetime|day)?$/;
const SAID =
  /\b(after|before|later than|earlier than|precedes?|follows?)\b[\w ,'’`-]{0,40}\b(start|begin|from|end|until|finish|check-?in|check-?out|first|opening|closing)|\b(end|until|finish|check-?out|closing)\w*\b[\w ,'’`-]{0,40}\b(after|before|later than|earlier than|not follow)\b/i;
const EQUAL =
  /\b(on or after|not before|same (day|time)|or equal|(is|are|must not be) before the start|earlier than the start|ends? before)\b/i;

/** "The end is not after the start": which of two moments of a record comes first, where the document says that it must. */
export function addOrdered({ root }: Inference, draft: Draft, facts: readonly Facts[]): void {
  const given = [...draft.members.values()].filter(
    ({ made, kind }) => made === undefined && ['text', 'integer', 'number'].includes(kind),
  );
  const first = given.find(({ name }) => FIRST.test(plain(name)));
  const then = given.find(({ name }) => THEN.test(plain(name)));
  if (first === undefined || then === undefined || first.kind !== then.kind) return;
  for (const { intent, subject } of facts) {
    if (!['create', 'replace', 'update'].includes(intent)) continue;
    const { text, responses, body } = subject.operation;
    const members = [first.name, then.name].map(
      (name) => flatten(root, body?.schema.properties.get(name) ?? {}).description,
    );
    const said = [...members, text, ...responses.map(({ description }) => description)].find(
      (one) => SAID.test(one),
    );
    if (said === undefined) continue;
    const ordered: Ordered = {
      earlier: first.name,
      later: then.name,
      strict: !EQUAL.test(said) || /not after/i.test(said),
    };
    draft.ordered.push(ordered);
    return;
  }
}
