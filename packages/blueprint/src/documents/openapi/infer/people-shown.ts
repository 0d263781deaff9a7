import type { Flat } from '../flatten.ts';
import { plain } from '../words.ts';
import { addMember, type Draft, findMember, type Inference, kindOf } from './draft.ts';
import { isChangerName, isOwnerName } from './names.ts';

type Shown = { name: string; schema: Flat };

/** `author`, `user_id`, `created_by`: whose it is; `updatedBy`: who changed it last. */
export function addPerson({ accounts }: Inference, draft: Draft, { name, schema }: Shown): boolean {
  if (accounts === null || accounts.draft === draft) return false;
  const made = isChangerName(name) ? 'changer' : isOwnerName(name) ? 'owner' : null;
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
