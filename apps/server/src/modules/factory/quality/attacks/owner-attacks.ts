import type { SignedInPeople } from '../sign-in-people.ts';
import type { AttackField } from './attack-field.ts';
import { type Foreign, foreignAttacks, type IsScoped, makeAs } from './foreign-attacks.ts';
import { sharedAccount } from './shared-account.ts';
import type { Target } from './target.ts';

const isOwn: IsScoped = ({ ownRows }) => ownRows;

/** An account costs the app as much work as it can bear: they are made once. */
const known = new WeakMap<SignedInPeople, Promise<Foreign[]>>();

/** Two accounts of one role, of which one has made a record that is its own. */
export function neighbours(field: AttackField, people: SignedInPeople): Promise<Foreign[]> {
  const made = known.get(people) ?? makeNeighbours(field, people);
  known.set(people, made);
  return made;
}

async function makeNeighbours(field: AttackField, people: SignedInPeople): Promise<Foreign[]> {
  const found: Foreign[] = [];
  const pairs = new Map<string, readonly [owner: string, other: string]>();
  for (const target of field.targets) {
    const { read, list, update, remove, readsAll } = target;
    const isOwned = [read, list, update, remove].some((operation) => operation?.ownRows);
    const role = isOwned ? ownerRole(target, people) : undefined;
    if (role === undefined) continue;
    const pair = pairs.get(role) ?? [
      await people.signIn(await sharedAccount(people, role)),
      await people.signIn(await people.addAccount(role)),
    ];
    pairs.set(role, pair);
    const [owner, other] = pair;
    const made = await makeAs(field, target, owner, isOwn);
    const shown = read ?? list;
    const isReadable = readsAll.includes(role) || shown?.ownRows !== true;
    if (made !== null) found.push({ target, made, owner, other, isReadable });
  }
  return found;
}

/** A role that makes such records and does not see those of others; rather one that does not read them either. */
function ownerRole({ create, seesAll, readsAll }: Target, { app }: SignedInPeople) {
  const fits = (create.roles ?? []).filter((role) => role !== app.admin && !seesAll.includes(role));
  return fits.find((role) => !readsAll.includes(role)) ?? fits[0];
}

/** Records that belong to the account that made them, tried by another one. */
export const ownerAttacks = foreignAttacks(
  {
    id: 'owner',
    whose: 'another account',
    find: neighbours,
    none: [
      'No record belongs to an account.',
      'Nothing is listed below a record of an account.',
      'No record belongs to one that belongs to an account.',
    ],
  },
  isOwn,
);
