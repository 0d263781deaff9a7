import { sql } from 'drizzle-orm';
// @if appending
import { appended } from './appending.ts';
// @end
// @if merging
import { mergedInto } from './merging.ts';
// @end
import type { Answer } from '../contract/answer.ts';
import type { Call, Handler } from '../contract/operation.ts';
import { Refusal } from '../contract/refusal.ts';
// @if hashing
import { withHashes } from '../accounts/hash-password.ts';
// @end
// @if accounts
import { accounts } from '../accounts.ts';
// @end
// @if trees
import { expectPlaceInTree } from '../records/tree.ts';
// @end
// @if files
import { ABOUT, changedValues, newValues } from '../records/values.ts';
// @end
// @if !files
import { changedValues, newValues } from '../records/values.ts';
// @end
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
// @if numbering
import { nextNumber } from '../records/numbers.ts';
// @end
import type { Resource, Row } from '../records/resource.ts';
// @if counting
import { type Counts, countReading } from './count-reading.ts';
// @end
// @if files
import { sendFile } from './send-file.ts';
// @end
// @if makingOnce
import { equals } from '../records/conditions.ts';
// @end
import type { Services } from '../services.ts';
// @if secrets
import { findParents, findReachable, findTarget, openBefore, type Place, thatRow } from './place.ts';
// @end
// @if !secrets
import { findParents, findReachable, findTarget, type Place, thatRow } from './place.ts';
// @end
import { conditionsOf, expectStorable, type Members, type Parents, valuesOf } from './sources.ts';
// @if tagged
import { isKnown } from './tags.ts';
// @end

type Answering = Place & { answer: (found: { row: Row }) => Answer };
type Read = Answering & {
  // @if makingOnce
  /** The one row of an account is there from the first look on. */
  makes?: true;
  // @end
  // @if counting
  counts?: Counts;
  // @end
};

/** One row. */
export function read(resource: Resource, { answer, ...place }: Read): Handler {
  return async (call) => {
    const parents = await findParents(place, call);
    // @if makingOnce
    if (place.makes) await makeOnce(resource, valuesOf(place.where ?? {}, call, parents), call);
    // @end
    // @if counting
    const found = await findTarget(resource, place, call, parents);
    const row = await countReading(resource, found, place.counts, call);
    // @end
    // @if !counting
    const row = await findTarget(resource, place, call, parents);
    // @end
    // @if tagged
    const answered = answer({ row });
    return answered.headers?.etag !== undefined && isKnown(call, row)
      ? { status: 304, headers: { etag: answered.headers.etag } }
      : answered;
    // @end
    // @if !tagged
    return answer({ row });
    // @end
  };
}

// @if makingOnce
/** Makes the row unless it is there; of several at once one does. */
async function makeOnce(resource: Resource, values: Row, call: Call): Promise<void> {
  await call.services.inTransaction(async (services) => {
    await lock(services, resource);
    const records = services.records(resource);
    const conditions = Object.entries(values).map(([member, value]) =>
      equals(resource, member, value),
    );
    if ((await records.find(conditions)) === null)
      await records.insert(newValues(resource, values, call.account));
  });
}

// @end
/** Until the transaction ends nobody else makes or changes rows of this kind. */
async function lock({ database }: Services, { title }: Resource): Promise<void> {
  await database.execute(sql`select pg_advisory_xact_lock(hashtext(${title}))`);
}

// @if files
type Download = Place & {
  status: number;
  member: string;
  /** The document promises bytes and no type. */
  untyped?: true;
  /** Whatever it is, it is to be saved and not to be shown. */
  attached?: true;
  // @end
  // @if filesAbove
  /** The file is that of the row that this one names. */
  of?: { resource: Resource; by: string };
  // @end
  // @if filesCounted
  counts?: Counts;
  // @end
  // @if files
};

/** The file in a row. */
export function download(
  resource: Resource,
  { status, member, untyped, attached, ...place }: Download,
): Handler {
  return async (call) => {
    const parents = await findParents(place, call);
    const row = await findTarget(resource, place, call, parents);
    // @end
    // @if filesAbove
    const { of } = place;
    const holder = of?.resource ?? resource;
    const held =
      of === undefined
        ? row
        : await findReachable(holder, [call.services.records(holder).keyIs(row[of.by])], call);
    // @end
    // @if filesOwn
    const [holder, held] = [resource, row];
    // @end
    // @if files
    const content = await call.services.records(holder).reveal(thatRow(holder, held), member);
    if (!Buffer.isBuffer(content))
      throw new Refusal('not-found', `This ${resource.title} has no file.`);
    // @end
    // @if filesCounted
    await countReading(resource, row, place.counts, call);
    // @end
    // @if files
    const file = sendFile(status, content, held[`${member}${ABOUT}`], attached);
    return untyped ? { ...file, body: { type: 'application/octet-stream', content } } : file;
  };
}
// @end

type Change = Answering & {
  set: Members;
  /** What is not given is emptied. */
  whole?: true;
  /** Makes the row when it is not there. */
  makes?: true;
  /** How that is answered, where it is answered in another way. */
  made?: (found: { row: Row }) => Answer;
  // @if limits
  /** How many there may be of what is around. */
  limit?: Limit;
  // @end
  /** The answer shows this parent, as it is with the change. */
  shows?: Resource;
  // @if numbering
  /** The next number goes into this member, where there is none yet. */
  numbers?: string;
  // @end
  // @if appending
  /** What is given of this member is put behind the text that is there. */
  appends?: string;
  // @end
  /** Objects that are given are merged into those that are there. */
  merges?: true;
  /** A row is kept of each time, with the key of the row that is changed and what was said. */
  logs?: { resource: Resource; by: string; set: Members };
};

/** Changes one row: what the request names, or all of it. */
export function change(
  resource: Resource,
  { set, answer, ...place }: Change,
): Handler {
  return async (call) => {
    const parents = await findParents(place, call);
    // @if hashing
    const given = await withHashes(resource, valuesOf(set, call, parents), call.services);
    // @end
    // @if !hashing
    const given = valuesOf(set, call, parents);
    // @end
    expectStorable(given);
    // @if upserts
    const { makes, made } = place;
    const conditions = conditionsOf(resource, place.where ?? {}, call, parents);
    // @end
    // @if secrets
    const open = await openBefore(resource, place, call, parents);
    // @end
    // @if !secrets
    const open = place;
    // @end
    const isLocked =
      place.makes ||
      // @if expecting
      place.expects !== undefined ||
      // @end
      place.merges ||
      place.ifMatch !== undefined ||
      place.guards !== undefined ||
      // @if numbering
      place.numbers !== undefined ||
      // @end
      resource.tree !== undefined;
    // @if upserts
    let isNew = false;
    // @end
    const row = await call.services.inTransaction(async (services) => {
      const inside = { ...call, services };
      const records = services.records(resource);
      if (isLocked) await lock(services, resource);
      // @if upsertsEnding
      if (makes) await records.forget(conditions);
      // @end
      // @if upserts
      const found = await records.find(conditions);
      if (found === null && makes) {
        isNew = true;
        return records.insert(
          newValues(
            resource,
            { ...valuesOf(place.where ?? {}, call, parents), ...given },
            call.account,
          ),
        );
      }
      // @end
      const reached = await findTarget(resource, open, inside, parents);
      // @if owned
      await expectOwn(resource, given, inside);
      // @end
      // @if trees
      if (resource.tree !== undefined)
        await expectPlaceInTree(services.database, resource, {
          key: reached[resource.key.member],
          parent: given[resource.tree],
        });
      // @end
      // @if merging
      const said = place.merges ? mergedInto(reached, given) : given;
      // @end
      // @if !merging
      const said = given;
      // @end
      // @if emptied
      const values = changedValues(
        resource,
        place.whole ? emptied(resource, set, said) : said,
        call.account,
      );
      // @end
      // @if !emptied
      const values = changedValues(resource, said, call.account);
      // @end
      // @if numbering
      const { numbers } = place;
      if (numbers !== undefined && reached[numbers] === null)
        values[numbers] = nextNumber(resource, numbers);
      // @end
      // @if ordered
      expectOrder(resource, { ...reached, ...values }, values);
      // @end
      // @if limits
      const { limit } = place;
      if (limit !== undefined)
        await expectRoom(resource, { ...reached, ...values }, limit, services);
      // @end
      // @if apart
      await expectApart(resource, { ...reached, ...values }, inside);
      // @end
      // @if logged
      const { logs } = place;
      if (logs !== undefined) {
        const kept = { ...valuesOf(logs.set, call, parents), [logs.by]: reached[resource.key.member] };
        await services.records(logs.resource).insert(newValues(logs.resource, kept, call.account));
      }
      // @end
      // @if appending
      return records.change(thatRow(resource, reached), appended(resource, reached, values, place.appends));
      // @end
      // @if !appending
      return records.change(thatRow(resource, reached), values);
      // @end
    });
    if (row === null) throw new Refusal('not-found', `There is no such ${resource.title}.`);
    // @if accounts
    if (given[accounts.password] !== undefined) await endSessions(resource, [row], call);
    // @end
    // @if upserts
    if (isNew && made !== undefined) return made({ row });
    // @end
    // @if showingAbove
    return answer({ row: await parentOr(row, place.shows, call, parents) });
    // @end
    // @if !showingAbove
    return answer({ row });
    // @end
  };
}

/** The row, or the parent that an answer shows instead, as it is now. */
async function parentOr(
  row: Row,
  shows: Resource | undefined,
  call: Call,
  parents: Parents,
): Promise<Row> {
  const parent = shows === undefined ? undefined : parents.get(shows);
  if (shows === undefined || parent === undefined) return row;
  return findReachable(shows, thatRow(shows, parent), call);
}
// @if accounts

/** With a password, or with the account itself, go the sessions that somebody else may have; the own one stays. */
async function endSessions(
  resource: Resource,
  rows: readonly Row[],
  { services, token }: Call,
): Promise<void> {
  if (resource !== accounts.resource) return;
  for (const row of rows) await services.sessions.endOthers(row[resource.key.member], token);
}
// @end

/** A member that is not given is what it was at first. */
function emptied({ rules }: Resource, set: Members, given: Row): Row {
  return Object.fromEntries(
    Object.keys(set).map((member) => [member, given[member] ?? rules[member]?.initial ?? null]),
  );
}

type Remove = Answering & { shows?: Resource };

/** Removes one row. */
export function remove(resource: Resource, { answer, ...place }: Remove): Handler {
  return async (call) => {
    const parents = await findParents(place, call);
    // @if secrets
    const open = await openBefore(resource, place, call, parents);
    // @end
    // @if !secrets
    const open = place;
    // @end
    const row = await call.services.inTransaction(async (services) => {
      if (place.ifMatch !== undefined || place.guards !== undefined) await lock(services, resource);
      const found = await findTarget(resource, open, { ...call, services }, parents);
      const removed = await services.records(resource).remove(thatRow(resource, found));
      if (removed === 0) throw new Refusal('not-found', `There is no such ${resource.title}.`);
      // @if accounts
      await endSessions(resource, [found], { ...call, services, token: null });
      // @end
      return found;
    });
    // @if showingAbove
    return answer({ row: await parentOr(row, place.shows, call, parents) });
    // @end
    // @if !showingAbove
    return answer({ row });
    // @end
  };
}
