import type { Flat } from '../flatten.ts';
import { plain, wordsOf } from '../words.ts';
import { addMember, type Draft, findMember, type Inference, kindOf } from './draft.ts';
import { isChangerName, isOwnerName } from './names.ts';
import type { Facts } from './operation-facts.ts';

type Shown = { name: string; schema: Flat; facts: readonly Facts[] };

/** `reporterId` of what one reports, `claimant` of a claim: who does what makes a record. */
function isAgentOf(draft: Draft, name: string, facts: readonly Facts[]): boolean {
  const stem = plain(name).replace(/(id|uuid|name|username|email)$/, '');
  if (!/(er|or|ar|ant|ent|ist)$/.test(stem)) return false;
  const making = facts.filter(
    ({ intent, subject }) => intent === 'create' && subject.noun === draft.noun,
  );
  const verbs = making.flatMap(({ subject: { operation, action } }) => [
    wordsOf(operation.summary)[0] ?? '',
    operation.words[0] ?? '',
    ...action,
  ]);
  return [...verbs, draft.words.at(-1) ?? '']
    .map((word) => word.replace(/(e|y|s)$/, ''))
    .some((word) => word.length > 2 && stem.startsWith(word));
}

/** `author`, `user_id`, `created_by`: whose it is; `updatedBy`: who changed it last. */
export function addPerson(
  { accounts }: Inference,
  draft: Draft,
  { name, schema, facts }: Shown,
): boolean {
  if (accounts === null || accounts.draft === draft) return false;
  const isOwner = isOwnerName(name) || isAgentOf(draft, name, facts);
  const made = isChangerName(name) ? 'changer' : isOwner ? 'owner' : null;
  if (made === null) return false;
  const { nullable } = schema;
  if (schema.type === 'object') {
    const shows = [...schema.properties.keys()].flatMap(
      (part) => findMember(accounts.draft, part)?.name ?? [],
    );
    if (shows.length === 0 || shows.length < schema.required.size) return false;
    addMember(draft, name, { kind: 'json', nullable, made, shows });
    return true;
  }
  if (schema.type !== 'string' && schema.type !== 'integer' && schema.type !== 'number')
    return false;
  const isKey =
    /(id|uuid)$/.test(plain(name)) || schema.format === 'uuid' || schema.type !== 'string';
  const login =
    accounts.logins.find((each) => plain(each) === plain(name)) ??
    accounts.logins.find((each) => /name/i.test(each)) ??
    accounts.logins[0];
  const from = isKey ? accounts.draft.key?.member : login;
  if (from === undefined) return false;
  addMember(draft, name, { kind: kindOf(schema), nullable, made, shows: [from] });
  return true;
}
