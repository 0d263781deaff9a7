import { sql } from 'drizzle-orm';
import { isObject } from '../contract/json.ts';
import type { Answer } from '../contract/answer.ts';
import type { Call, Handler } from '../contract/operation.ts';
import { Refusal } from '../contract/refusal.ts';
// @if moving
import { type Moves, move } from './moving.ts';
// @end
// @if hashing
import { withHashes } from '../accounts/hash-password.ts';
// @end
import { all, equals } from '../records/conditions.ts';
// @if owned
import { expectOwn } from '../records/expect-own.ts';
// @end
// @if apart
import { expectApart } from '../records/apart.ts';
// @end
// @if ordered
import { expectOrder } from '../records/expect-order.ts';
// @end
// @if limits
import { expectRoom, type Limit } from '../records/limits.ts';
// @end
import type { Resource, Row } from '../records/resource.ts';
// @if trees
import { expectPlaceInTree } from '../records/tree.ts';
// @end
// @if renewing
import { newTokens } from '../records/values.ts';
// @end
// @if hashing
import { changedValues, newToken, newValues } from '../records/values.ts';
// @end
// @if !hashing
import { changedValues, newValues } from '../records/values.ts';
// @end
// @if amongst
import { type Among, expectAmong } from './among.ts';
// @end
import type { Guard } from './guards.ts';
// @if within
import { expectEnough, settle, type Within } from './within.ts';
// @end
// @if withParts
import { makeParts, type Part } from './parts.ts';
// @end
// @if lines
import { linesOf } from './lines.ts';
// @end
// @if csv
import { type Csv, readCsv } from './read-csv.ts';
// @end
import {
  expectOpened,
  findParents,
  findReachable,
  type Parent,
  type Secret,
  thatRow,
} from './place.ts';
import { conditionsOf, expectStorable, type Members, type Parents, valuesOf } from './sources.ts';

type Create = {
  set: Members;
  parents?: readonly Parent[];
  /** The answer shows this parent, as it is with the new row. */
  shows?: Resource;
  // @if adding
  /** Where there is such a row, this number of it goes up instead. */
  adds?: { member: string; most?: number; by: readonly string[] };
  // @end
  // @if moving
  /** What goes from whoever is signed in to another account with the row. */
  moves?: Moves;
  // @end
  // @if joins
  /** Who makes it has a row of this resource that names it from the start. */
  joins?: { resource: Resource; by: string };
  // @end
  // @if withParts
  /** Rows that are made with it: each item of a member of the body is one. */
  with?: readonly Part[];
  // @end
  guards?: readonly Guard[];
  // @if amongst
  among?: Among;
  // @end
  // @if limits
  /** How many there may be of what is around. */
  limit?: Limit;
  // @end
  // @if within
  /** What there may be taken of a number of the row around. */
  within?: Within;
  // @end
  // @if again
  /** What was made before is not made again: a row with these values. */
  again?: { where: Members; answer: (found: { row: Row }) => Answer };
  // @end
  answer: (made: { row: Row }) => Answer;
};

/** Makes a row from the request. */
export function create(resource: Resource, { set, answer, ...place }: Create): Handler {
  return async (call) => {
    const parents = await findParents(place, call);
    // @if amongst
    if (place.among !== undefined) expectAmong(place.among, call, parents);
    // @end
    // @if moving
    const { moves } = place;
    if (moves !== undefined)
      return call.services.inTransaction(async (services) => {
        const inside = { ...call, services };
        await move(moves, inside, parents);
        return answer({ row: await insertRow(resource, set, inside, parents) });
      });
    // @end
    // @if joins
    const { joins } = place;
    if (joins !== undefined)
      return call.services.inTransaction(async (services) => {
        const row = await insertRow(resource, set, { ...call, services }, parents);
        const key = row[resource.key.member];
        const joined = newValues(joins.resource, { [joins.by]: key }, call.account);
        await services.records(joins.resource).insert(joined);
        return answer({ row: await findReachable(resource, thatRow(resource, row), { ...call, services }) });
      });
    // @end
    // @if withParts
    const parts = place.with;
    if (parts !== undefined)
      return call.services.inTransaction(async (services) => {
        const inside = { ...call, services };
        const row = await insertRow(resource, set, inside, parents);
        await makeParts(parts, row[resource.key.member], inside);
        return answer({ row: await findReachable(resource, thatRow(resource, row), inside) });
      });
    // @end
    // @if aloneMade
    const { within, again } = { within: undefined, again: undefined, ...place };
    if (within !== undefined || again !== undefined)
      return call.services.inTransaction(async (services) => {
        await services.database.execute(sql`select pg_advisory_xact_lock(hashtext(${resource.title}))`);
        const inside = { ...call, services };
        // @end
        // @if again
        const same = again === undefined ? [] : conditionsOf(resource, again.where, inside, parents);
        const found = again === undefined ? null : await services.records(resource).find(same);
        if (again !== undefined && found !== null) return again.answer({ row: found });
        // @end
        // @if aloneMade
        // As it is now that nobody else adds to it.
        const around = await findParents(place, inside);
        // @end
        // @if within
        const enough = within === undefined ? { set, left: 0 } : expectEnough(within, set, inside, around);
        const row = await insertRow(resource, enough.set, inside, around);
        if (within !== undefined) await settle(within, enough.left, inside, around);
        // @end
        // @if againAlone
        const row = await insertRow(resource, set, inside, around);
        // @end
        // @if aloneMade
        return answer({ row: await shownOf({ row, shows: place.shows }, inside, around) });
      });
    // @end
    // @if limits
    const { limit } = place;
    if (limit !== undefined)
      return call.services.inTransaction(async (services) => {
        const inside = { ...call, services };
        const values = newValues(resource, valuesOf(set, inside, parents), call.account);
        await expectRoom(resource, { ...values, [resource.key.member]: undefined }, limit, services);
        const row = await insertRow(resource, set, inside, parents);
        return answer({ row: await shownOf({ row, shows: place.shows }, inside, parents) });
      });
    // @end
    // @if adding
    const { adds } = place;
    const row =
      adds === undefined
        ? await insertRow(resource, set, call, parents)
        : await addTo(resource, { set, adds }, call, parents);
    // @end
    // @if !adding
    const row = await insertRow(resource, set, call, parents);
    // @end
    // @if madeAbove
    return answer({ row: await shownOf({ row, shows: place.shows }, call, parents) });
    // @end
    // @if !madeAbove
    return answer({ row });
    // @end
  };
}

/** The row, or the parent that the answer shows instead. */
async function shownOf(
  { row, shows }: { row: Row; shows: Resource | undefined },
  call: Call,
  parents: Parents,
): Promise<Row> {
  const parent = shows === undefined ? undefined : parents.get(shows);
  if (shows === undefined || parent === undefined) return row;
  return findReachable(shows, thatRow(shows, parent), call);
}

// @if adding
/** Of many at once none is lost. */
function addTo(
  resource: Resource,
  { set, adds }: { set: Members; adds: NonNullable<Create['adds']> },
  call: Call,
  parents: Parents,
): Promise<Row> {
  const { member, most, by } = adds;
  const values = valuesOf(set, call, parents);
  return call.services.inTransaction(async (services) => {
    await services.database.execute(sql`select pg_advisory_xact_lock(hashtext(${resource.title}))`);
    const records = services.records(resource);
    const same = by.map((name) => equals(resource, name, values[name] ?? null));
    const found = await records.find(same);
    if (found === null) return insertRow(resource, set, { ...call, services }, parents);
    const sum = Number(found[member] ?? 0) + Number(values[member] ?? 0);
    if (most !== undefined && sum > most)
      throw new Refusal('invalid', `${member} would be more than ${most}.`);
    const row = await records.change(
      thatRow(resource, found),
      changedValues(resource, { [member]: sum }, call.account),
    );
    return row ?? found;
  });
}

// @end
async function insertRow(
  resource: Resource,
  set: Members,
  call: Call,
  parents: Parents,
): Promise<Row> {
  const values = valuesOf(set, call, parents);
  expectStorable(values);
  // @if owned
  await expectOwn(resource, values, call);
  // @end
  // @if trees
  const parent = resource.tree === undefined ? undefined : values[resource.tree];
  await expectPlaceInTree(call.services.database, resource, { parent, values });
  // @end
  // @if hashing
  const told = withTokens(resource, values);
  const stored = await withHashes(resource, { ...values, ...told }, call.services);
  const made = newValues(resource, stored, call.account);
  // @end
  // @if orderedHashing
  expectOrder(resource, made);
  // @end
  // @if hashing
  return { ...(await insertMade(resource, made, call)), ...told };
  // @end
  // @if !hashing
  const made = newValues(resource, values, call.account);
  // @end
  // @if orderedPlain
  expectOrder(resource, made);
  // @end
  // @if !hashing
  return insertMade(resource, made, call);
  // @end
}

// @if hashing
/** Secrets that are told once, to who makes the row: the given ones, or new ones. */
function withTokens({ rules }: Resource, values: Row): Row {
  const told = Object.entries(rules).filter(([, { otherwise }]) => otherwise === 'token');
  return Object.fromEntries(told.map(([member]) => [member, values[member] ?? newToken()]));
}

// @end
/** What is over makes room first, and of what takes time no two are there at once. */
async function insertMade(resource: Resource, made: Row, call: Call): Promise<Row> {
  // @if ending
  await call.services.records(resource).forget([]);
  // @end
  // @if apart
  if (resource.apart !== undefined)
    return call.services.inTransaction(async (services) => {
      await expectApart(resource, made, { services });
      return services.records(resource).insert(made);
    });
  // @end
  return call.services.records(resource).insert(made);
}

type CreateMany = Omit<Create, 'answer'> & {
  // @if lines
  /** Each line of a body of text makes a row, and is this member of it. */
  lines?: string;
  // @end
  // @if csv
  /** The body has comma separated values. */
  csv?: Csv;
  // @end
  answer: (made: { rows: Row[] }) => Answer;
};

/** Makes all rows of a list or none. */
export function createMany(resource: Resource, { set, answer, ...place }: CreateMany): Handler {
  return async (call) => {
    // @if lines
    const given = call.input.body;
    const { lines } = place;
    const body = typeof given === 'string' && lines ? linesOf(given, lines) : given;
    // @end
    // @if csvAlone
    const { csv } = place;
    const body = csv === undefined ? call.input.body : readCsv(call.input.body, csv);
    // @end
    // @if listsAlone
    const { body } = call.input;
    // @end
    if (!Array.isArray(body)) throw new Refusal('invalid', 'The body must be a list.');
    const parents = await findParents(place, call);
    const rows = await call.services.inTransaction(async (services) => {
      const made: Row[] = [];
      for (const item of body) {
        if (!isObject(item)) throw new Refusal('invalid', 'The body must be a list of objects.');
        const one = { ...call, services, input: { ...call.input, body: item } };
        made.push(await insertRow(resource, set, one, parents));
      }
      return made;
    });
    return answer({ rows });
  };
}

type Put = Create & {
  where: Members;
  // @if renewing
  /** What is replaced has new tokens, and the old ones are worth nothing. */
  renews?: true;
  // @end
  /** A secret that the first request sets, without which nobody replaces the row. */
  opens?: Secret;
};

/** There is one row of this kind: it is made, or replaced. */
export function put(resource: Resource, { set, where, opens, answer, ...place }: Put): Handler {
  return async (call) => {
    const parents = await findParents(place, call);
    const given = { ...valuesOf(where, call, parents), ...valuesOf(set, call, parents) };
    expectStorable(given);
    // @if ordered
    expectOrder(resource, given);
    // @end
    // @if hashing
    const values = await withHashes(resource, given, call.services);
    // @end
    // @if !hashing
    const values = given;
    // @end
    const isIt = all(conditionsOf(resource, where, call, parents));
    // Before the transaction, which would forget a wrong guess.
    const there = opens === undefined ? null : await call.services.records(resource).find([isIt]);
    if (opens !== undefined && there !== null)
      await expectOpened(resource, { row: there, opens }, call, parents);
    const row = await call.services.inTransaction(async (services) => {
      await services.database.execute(
        sql`select pg_advisory_xact_lock(hashtext(${resource.title}))`,
      );
      const records = services.records(resource);
      // @if ending
      await records.forget(conditionsOf(resource, where, call, parents));
      // @end
      const found = await records.find([isIt]);
      if (found === null) return records.insert(newValues(resource, values, call.account));
      if (opens !== undefined && there === null)
        await expectOpened(resource, { row: found, opens }, { ...call, services }, parents);
      // @if renewing
      const told = place.renews ? newTokens(resource) : {};
      const renewed = await records.change([records.keyIs(found[resource.key.member])], {
        ...changedValues(resource, values, call.account),
        ...told,
      });
      return renewed === null ? null : { ...renewed, ...told };
      // @end
      // @if !renewing
      return records.change(
        [records.keyIs(found[resource.key.member])],
        changedValues(resource, values, call.account),
      );
      // @end
    });
    if (row === null) throw new Refusal('conflict', 'Another request removed it meanwhile.');
    return answer({ row });
  };
}
