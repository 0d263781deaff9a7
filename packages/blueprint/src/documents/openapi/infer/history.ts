import type { Behaviour } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import {
  addMember,
  type Draft,
  findMember,
  type Inference,
  kindOf,
  resourceName,
} from './draft.ts';
import { itemOf } from './item-of.ts';
import { isChangedName, isCreatedName } from './names.ts';
import type { Facts } from './operation-facts.ts';

const HISTORY = /^(history|edit|revision|version|change|changelog)$/;

/** `/entries/{title}/edits` lists what each change of an entry said and when, where nothing else makes edits. */
export function addHistory(inference: Inference, draft: Draft, facts: readonly Facts[]): void {
  const { root, drafts } = inference;
  const own = facts.filter(({ subject }) => subject.noun === draft.noun);
  const [listing, ...others] = own;
  const around = drafts.get(listing?.subject.parents.at(-1)?.noun ?? '');
  if (!HISTORY.test(draft.noun) || listing?.intent !== 'list' || others.length > 0) return;
  const change = facts.find(
    ({ subject, intent }) =>
      subject.noun === around?.noun &&
      ['replace', 'update'].includes(intent) &&
      subject.own !== null,
  );
  const { operation } = change?.subject ?? {};
  if (around === undefined || operation?.body == null || listing.row === null) return;
  const written = itemOf(root, operation.body.schema).properties;
  const shown = [...listing.row.schema.properties];
  const isTime = (name: string) => isChangedName(name) || isCreatedName(name);
  if (
    shown.some(
      ([name]) => listing.row?.schema.required.has(name) && !written.has(name) && !isTime(name),
    )
  )
    return;
  for (const [name, raw] of shown) {
    const schema = flatten(root, raw);
    if (written.has(name)) addMember(draft, name, { kind: kindOf(schema), nullable: true });
    else if (isTime(name))
      addMember(draft, name, { kind: 'text', nullable: false, made: 'created' });
  }
  draft.recordedBy = { operation, by: draft.parents.get(around.noun) ?? '' };
}

type Logs = NonNullable<Extract<Behaviour, { kind: 'change' }>['logs']>;

/** What a change leaves behind in the history of its record; null for none. */
export function historyOf({ drafts }: Inference, { subject: { operation } }: Facts): Logs | null {
  const history = [...drafts.values()].find(
    ({ recordedBy }) => recordedBy?.operation === operation,
  );
  if (history?.recordedBy == null || history.key === null) return null;
  const set = [...(operation.body?.schema.properties.keys() ?? [])].flatMap((name) => {
    const member = findMember(history, name);
    return member === undefined || member.made !== undefined
      ? []
      : [{ member: member.name, source: { in: 'body' as const, name } }];
  });
  return { resource: resourceName(history), by: history.recordedBy.by, set };
}
