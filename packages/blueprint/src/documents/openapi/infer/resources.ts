import type { Member, Resource } from '@quantumlayer/contracts';
import { title } from '../words.ts';
import { addMember, columnName, type Draft, type Inference, resourceName } from './draft.ts';

/** A draft that is finished, as the contract keeps it. */
export function toResource(inference: Inference, draft: Draft): Resource {
  const { accounts } = inference;
  if (draft.owner !== null && accounts?.draft.key != null && draft !== accounts.draft)
    addMember(draft, draft.owner, {
      kind: accounts.draft.key.kind,
      nullable: false,
      refers: resourceName(accounts.draft),
    });
  const within = [...draft.scopes, ...draft.parents.values()].slice(0, 5);
  const key = draft.key ?? { member: 'id', made: 'uuid' as const, kind: 'text' as const };
  return {
    name: resourceName(draft),
    title: title(draft.words).slice(0, 100),
    table: tableName(draft),
    key: { member: key.member, made: key.made },
    members: [...draft.members.values()].map((member) => ({ ...member })) satisfies Member[],
    owner: draft.owner,
    ...(draft.party !== null && {
      party: { member: draft.party.member, by: draft.party.by },
    }),
    ...(draft.hidden != null && { hidden: draft.hidden }),
    tree: draft.tree,
    ...(draft.tree !== null && within.length > 0 && { treeWithin: within }),
    uniqueTogether: draft.uniqueTogether,
    gathered: draft.gathered,
    ...(draft.derived.length > 0 && { derived: draft.derived }),
    ...(draft.ordered.length > 0 && { ordered: draft.ordered }),
    ...(draft.expires !== null && { expires: draft.expires }),
    ...(draft.spent !== null && { spent: draft.spent }),
    ...(draft.apart != null && { apart: draft.apart }),
  };
}

const TAKEN = new Set([
  'session',
  'attempt',
  'schema_migration',
  'user',
  'order',
  'group',
  'table',
  'column',
  'check',
]);

function tableName({ words }: Draft): string {
  const name = columnName(words.join('_'));
  return TAKEN.has(name) ? `${name}_record` : name;
}
