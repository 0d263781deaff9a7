import { type SQL, sql } from 'drizzle-orm';
import type { Call } from '../contract/operation.ts';
import { Refusal } from '../contract/refusal.ts';
// @if ending
import { isExpired, isOver } from '../records/ending.ts';
// @end
// @if hiding
import { equals, isNot } from '../records/conditions.ts';
// @end
// @if !hiding
import { equals } from '../records/conditions.ts';
// @end
import type { Resource, Row } from '../records/resource.ts';
// @if expecting
import { type ExpectedVersion, expectVersion } from './expected-version.ts';
// @end
// @if guardedAbove
import { expectParents } from './guards.ts';
// @end
// @if guardedRows
import { expectRow } from './guards.ts';
// @end
import type { Guard } from './guards.ts';
import { conditionsOf, type Members, type Parents, type Source, valuesOf } from './sources.ts';
// @if matched
import { expectMatch } from './tags.ts';
// @end
import type { IfMatch } from './tags.ts';

/** Whose rows are reached: those of all, or the own ones, be the others hidden or refused. */
export type Scope = 'own-or-hidden' | 'own-or-forbidden';
/** What opens a row, and where a request says it. */
export type Secret = { member: string; source: Source };
export type Parent = {
  resource: Resource;
  where: Members;
  scope?: Scope;
  /** A secret of this row, without which nobody gets past it. */
  opens?: Secret;
  // @if joining
  /** Only who has a row of this resource that names it gets past it. */
  joined?: { resource: Resource; by: string };
  // @end
  // @if othersOnly
  /** Its owner does not get past it. */
  others?: 'forbidden' | 'conflict' | 'invalid';
  // @end
  // @if referring
  /** Named in the body, perhaps not at all. */
  referred?: true;
  // @end
};

/** Which rows an operation is about. */
export type Place = {
  where?: Members;
  parents?: readonly Parent[];
  scope?: Scope;
  /** A secret of the row itself, without which nobody reaches it. */
  opens?: Secret;
  /** Whether a change has to name the tag of the row that it is based on. */
  ifMatch?: IfMatch;
  // @if expecting
  /** Whether a change is of the version that it says it is based on. */
  expects?: ExpectedVersion;
  // @end
  /** States in which it is refused. */
  guards?: readonly Guard[];
  /** The owner of this parent reaches a row as well as its own owner does. */
  orOwnerOf?: Resource;
};

/** The rows that the path names on its way; one that is not there is not found. */
// @if above
export async function findParents(
  // @end
  // @if guardedAbove
  { parents = [], guards = [] }: Pick<Place, 'parents' | 'guards'>,
  // @end
  // @if aboveOnly
  { parents = [] }: Pick<Place, 'parents'>,
  // @end
  // @if above
  call: Call,
): Promise<Parents> {
  const found = new Map<Resource, Row>();
  for (const parent of parents) {
    const { resource, where, scope } = parent;
    // @end
    // @if referring
    if (parent.referred) {
      await expectReferred({ resource, where, scope }, call, found);
      continue;
    }
    // @end
    // @if above
    const conditions = conditionsOf(resource, where, call, found);
    const row = await findReachable(resource, conditions, call, scope);
    // @end
    // @if openingAbove
    const { opens } = parent;
    if (opens !== undefined) await expectOpened(resource, { row, opens }, call, found);
    // @end
    // @if joining
    if (parent.joined !== undefined)
      await expectJoined(parent.joined, row[resource.key.member], call);
    // @end
    // @if othersOnly
    expectOther(parent, row, call);
    // @end
    // @if above
    found.set(resource, row);
  }
  // @end
  // @if guardedAbove
  expectParents(guards, found);
  // @end
  // @if above
  return found;
}
// @end
// @if !above
export async function findParents(_place: Place, _call: Call): Promise<Parents> {
  return new Map();
}
// @end

// @if joining
/** Whoever calls has a row that names this one. */
async function expectJoined(
  { resource, by }: NonNullable<Parent['joined']>,
  key: unknown,
  { services, account }: Call,
): Promise<void> {
  const own = equals(resource, resource.owner ?? by, account?.key ?? null);
  if ((await services.records(resource).find([equals(resource, by, key), own])) === null)
    throw new Refusal('forbidden', `You are no ${resource.title.toLowerCase()}.`);
}

// @end
// @if othersOnly
/** Nobody does this to what is theirs. */
function expectOther({ resource: { owner, title }, others }: Parent, row: Row, call: Call): void {
  if (others !== undefined && owner !== undefined && row[owner] === call.account?.key)
    throw new Refusal(others, `This ${title} is your own.`);
}

// @end
// @if referring
/** A row that the body refers to is there, and no secret of somebody else's. */
async function expectReferred(
  { resource, where, scope }: { resource: Resource; where: Members; scope: Scope | undefined },
  call: Call,
  parents: Parents,
): Promise<void> {
  const values = Object.values(valuesOf(where, call, parents));
  if (values.some((value) => value === undefined || value === null)) return;
  const row = await call.services
    .records(resource)
    .find(conditionsOf(resource, where, call, parents));
  const isHidden =
    scope !== undefined &&
    resource.owner !== undefined &&
    row?.[resource.owner] !== call.account?.key;
  if (row === null || isHidden)
    throw new Refusal('no-reference', `There is no such ${resource.title}.`);
}

// @end
/** The one row that an operation is about, when who calls may reach it. */
export async function findTarget(
  resource: Resource,
  place: Place,
  call: Call,
  parents: Parents,
): Promise<Row> {
  const conditions = conditionsOf(resource, place.where ?? {}, call, parents);
  // @if hosting
  const { orOwnerOf } = place;
  const around = orOwnerOf === undefined ? undefined : parents.get(orOwnerOf);
  const isHost =
    orOwnerOf?.owner !== undefined &&
    call.account !== null &&
    around?.[orOwnerOf.owner] === call.account.key;
  const row = await findReachable(resource, conditions, call, isHost ? undefined : place.scope);
  // @end
  // @if !hosting
  const row = await findReachable(resource, conditions, call, place.scope);
  // @end
  // @if opening
  const { opens } = place;
  if (opens !== undefined) await expectOpened(resource, { row, opens }, call, parents);
  // @end
  // @if expecting
  const { expects } = place;
  if (expects !== undefined) expectVersion(expects, row, expects.source(call, parents));
  // @end
  // @if matched
  expectMatch(call, row, place.ifMatch);
  // @end
  // @if guardedRows
  expectRow(place.guards ?? [], row);
  // @end
  return row;
}

// @if secrets
/**
 * Tries at a secret count for good, so that it is asked for before a transaction that a refusal would undo; inside it
 * the row is reached without. One that is not there yet may be there by then.
 */
export async function openBefore(
  resource: Resource,
  place: Place,
  call: Call,
  parents: Parents,
): Promise<Place> {
  const { opens, ...open } = place;
  if (opens === undefined) return place;
  const conditions = conditionsOf(resource, place.where ?? {}, call, parents);
  if ((await call.services.records(resource).find(conditions)) === null) return place;
  await findTarget(resource, place, call, parents);
  return open;
}

// @end
/** The request has the secret of the row. */
export async function expectOpened(
  resource: Resource,
  { row, opens: { member, source } }: { row: Row; opens: Secret },
  call: Call,
  parents: Parents,
): Promise<void> {
  const secret = source(call, parents);
  const records = call.services.records(resource);
  const that = thatRow(resource, row);
  // @if secrets
  if (resource.rules[member]?.kind === 'password') {
    const stored = await records.reveal(that, member);
    // Who made it asks for none.
    if (stored === null) return;
    const place = `${resource.title} ${String(row[resource.key.member])}`;
    await expectSecret(call, { place, secret, stored, title: resource.title });
    return;
  }
  // @end
  if (typeof secret !== 'string') throw closed(resource.title, 'The key is missing.');
  const opened = await records.find([...that, equals(resource, member, secret)]);
  if (opened === null) throw closed(resource.title, 'The key is wrong.');
}

function closed(title: string, why: string): Refusal {
  return new Refusal('closed', why, { hidden: `There is no such ${title}.` });
}
// @if secrets

const LONGEST_SECRET = 1_025;

/** A secret that somebody thought of can be guessed: tries count, for each row and for each address. */
async function expectSecret(
  { services, request }: Call,
  { place, secret, stored, title }: { place: string; secret: unknown; stored: unknown; title: string },
): Promise<void> {
  if (typeof secret !== 'string') throw closed(title, 'The key is missing.');
  const ofRow = { kind: 'account', of: `secret of ${place}` } as const;
  const byAddress = request.ip ? [{ kind: 'address', of: `secrets ${request.ip}` } as const] : [];
  await services.attempts.begin(ofRow, ...byAddress);
  const isRight = await services.hasher.matches(
    secret.slice(0, LONGEST_SECRET),
    typeof stored === 'string' ? stored : null,
  );
  if (!isRight) throw closed(title, 'The key is wrong.');
  await services.attempts.forgive(ofRow);
  for (const attempt of byAddress) await services.attempts.uncount(attempt);
}
// @end

/** The one row that fits and may be reached. */
export async function findReachable(
  resource: Resource,
  conditions: readonly SQL[],
  call: Call,
  // @if scoped
  scope?: Scope,
  // @end
  // @if !scoped
  _scope?: Scope,
  // @end
): Promise<Row> {
  const row = await call.services.records(resource).find(conditions);
  if (row === null) throw new Refusal('not-found', `There is no such ${resource.title}.`);
  // @if ending
  if (isOver(resource, row))
    throw new Refusal(isExpired(resource, row) ? 'expired' : 'gone', `This ${resource.title} is gone.`);
  // @end
  // @if hiding
  expectVisible(resource, row, call);
  // @end
  // @if scoped
  expectReachable(resource, row, call, scope);
  // @end
  return row;
}

function expectReachable(
  { owner, title }: Resource,
  row: Row,
  { account }: Call,
  scope?: Scope,
): void {
  if (
    scope === undefined ||
    owner === undefined ||
    (account !== null && row[owner] === account.key)
  )
    return;
  if (scope === 'own-or-forbidden')
    throw new Refusal('forbidden', `This ${title} belongs to somebody else.`);
  throw new Refusal('not-found', `There is no such ${title}.`);
}

// @if hiding
/** Rows in a state that not everybody sees are there for some only. */
function expectVisible({ hidden, owner, title }: Resource, row: Row, { account }: Call): void {
  if (hidden === undefined || (account !== null && hidden.to === 'signed-in')) return;
  const isIn = (row[hidden.member] ?? null) === hidden.value;
  if (isIn === (hidden.not === true)) return;
  if (account !== null && owner !== undefined && row[owner] === account.key) return;
  throw new Refusal(hidden.refusal, `There is no such ${title} for you.`);
}

/** Conditions that leave out what whoever asks does not see. */
export function visibleRows(resource: Resource, { account }: Call): SQL[] {
  const { hidden, owner } = resource;
  if (hidden === undefined || (account !== null && hidden.to === 'signed-in')) return [];
  const state = equals(resource, hidden.member, hidden.value);
  const seen = hidden.not === true ? state : isNot(state);
  const own = account === null || owner === undefined ? [] : [equals(resource, owner, account.key)];
  return [sql`(${sql.join([seen, ...own], sql` or `)})`];
}
// @end

/** Conditions that keep a list to the own rows. */
export function ownRows(resource: Resource, { account }: Call, scope?: Scope): SQL[] {
  if (scope === undefined || resource.owner === undefined) return [];
  const own = equals(resource, resource.owner, account?.key ?? null);
  // @if moving
  const { party } = resource;
  const also = party && account ? [equals(resource, party.member, account.row[party.by])] : [];
  return [sql`(${sql.join([own, ...also], sql` or `)})`];
  // @end
  // @if !moving
  return [own];
  // @end
}

/** What names one row, so that it can be changed. */
export const thatRow = (resource: Resource, row: Row): SQL[] => [
  equals(resource, resource.key.member, row[resource.key.member]),
];
