import { flatten } from '../flatten.ts';
import { plain } from '../words.ts';
import { addMember, type Draft, findMember, type Inference } from './draft.ts';
import { itemOf } from './item-of.ts';
import type { Facts } from './operation-facts.ts';

const EDITED = /^(is|was|has|hasbeen)?(edited|modified|changed|updated)$/;

/** `edited` of a message: whether it was changed since it was made, which the server counts. */
export function addEdited({ root }: Inference, draft: Draft, facts: readonly Facts[]): void {
  const isChanged = facts.some(
    ({ intent, subject }) =>
      subject.noun === draft.noun && ['replace', 'update'].includes(intent) && subject.own !== null,
  );
  if (!isChanged) return;
  for (const { row, subject } of facts) {
    if (subject.noun !== draft.noun) continue;
    for (const [name, raw] of row?.schema.properties ?? []) {
      const isSaid = EDITED.test(plain(name)) && flatten(root, raw).type === 'boolean';
      const isGiven = facts.some(
        ({ subject: { operation } }) =>
          operation.body !== null && itemOf(root, operation.body.schema).properties.has(name),
      );
      const isKnown = findMember(draft, name) ?? draft.derived.find((one) => one.name === name);
      if (!isSaid || isGiven || isKnown !== undefined) continue;
      const { name: of } = addMember(draft, 'row-version', {
        ...{ kind: 'integer', nullable: false, made: 'version' },
      });
      draft.derived.push({ name, take: 'edited', of });
    }
  }
}
