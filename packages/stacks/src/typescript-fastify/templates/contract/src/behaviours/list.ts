// @if through
import { type SQL, sql } from 'drizzle-orm';
// @end
// @if !through
import type { SQL } from 'drizzle-orm';
// @end
import type { Answer } from '../contract/answer.ts';
// @if through
import type { Call, Handler } from '../contract/operation.ts';
// @end
// @if !through
import type { Handler } from '../contract/operation.ts';
// @end
import { Refusal } from '../contract/refusal.ts';
import { equals, isNot } from '../records/conditions.ts';
// @if ending
import { notOver } from '../records/ending.ts';
// @end
import { MOST_ROWS } from '../records/records.ts';
import { cursorOf, isBehind, readCursor } from './cursor.ts';
import { linksOf } from './page-links.ts';
// @if through
import { columnOf, type Resource, type Row } from '../records/resource.ts';
// @end
// @if !through
import type { Resource, Row } from '../records/resource.ts';
// @end
// @if hiding
import { findParents, ownRows, type Place, visibleRows } from './place.ts';
// @end
// @if !hiding
import { findParents, ownRows, type Place } from './place.ts';
// @end
import { orderOf, type Sort } from './sort.ts';
import { conditionsOf } from './sources.ts';

/** A condition that a parameter of the query adds; none when it is not given. */
export type Filter = (resource: Resource, query: Record<string, unknown>) => SQL | null;

export type Paging = {
  by: 'offset' | 'page' | 'cursor';
  /** Parameters of the place and of the size. */
  at?: string;
  size?: string;
  /** The number of the first page. */
  first: number;
  initial: number;
  most: number;
};

/** Rows, and where they stand among all that fit. */
export type Found = {
  rows: Row[];
  total: number;
  page: number;
  pages: number;
  size: number;
  offset: number;
  hasMore: boolean;
  next: string | null;
  /** Where the pages around it are, as RFC 8288 has it. */
  links: string | null;
};

type List = Place & {
  filters?: readonly Filter[];
  sort?: Sort;
  paging?: Paging;
  /** Parameters of which the second may not be before the first. */
  ranges?: readonly { from: string; to: string }[];
  // @if through
  /** Only rows that a row of another resource, which is the caller's, names by this member. */
  through?: { resource: Resource; by: string };
  // @end
  /** Rows with these values are left out. */
  except?: readonly { member: string; value: unknown }[];
  answer: (found: Found) => Answer;
};

/** The rows that fit, a page of them where the document has pages. */
export function list(
  resource: Resource,
  { filters = [], sort, paging, ranges = [], except = [], answer, ...place }: List,
): Handler {
  return async (call) => {
    const parents = await findParents(place, call);
    const { query } = call.input;
    for (const { from, to } of ranges) expectRange(query, from, to);
    const conditions = [
      ...conditionsOf(resource, place.where ?? {}, call, parents),
      ...ownRows(resource, call, place.scope),
      // @if through
      ...namedByOwn(resource, place.through, call),
      // @end
      // @if ending
      ...notOver(resource),
      // @end
      // @if hiding
      ...visibleRows(resource, call),
      // @end
      ...filters.flatMap((filter) => filter(resource, query) ?? []),
      ...except.map(({ member, value }) => isNot(equals(resource, member, value))),
    ];
    const window = windowOf(paging, query);
    const order = orderOf(sort, query);
    const records = call.services.records(resource);
    const total = await records.count(conditions);
    const after =
      window.after === null ? [] : [isBehind(resource, order[0], readCursor(window.after))];
    // One more than the page, to know whether there is another one.
    const limit = paging?.by === 'cursor' ? window.size + 1 : window.size;
    const read = (at: Reading) => records.list([...conditions, ...after], order, at);
    const found =
      paging === undefined
        ? await readBounded(read, resource.key.member)
        : await read({ limit, offset: window.offset });
    const rows = found.slice(0, window.size);
    const next =
      found.length > rows.length ? cursorOf(rows.at(-1) ?? {}, order[0]) : null;
    const among = placeAmong(total, window);
    const answered = answer({
      rows,
      ...among,
      links: linksOf(call.request.originalUrl, paging, { ...among, next }),
      ...(paging?.by === 'cursor' && { next, hasMore: next !== null }),
    });
    const isCut = paging === undefined && rows.length < total;
    return isCut ? { ...answered, headers: { ...answered.headers, [ALL]: String(total) } } : answered;
  };
}

// @if through
/** Rows that one of the caller's rows of another resource names. */
function namedByOwn(resource: Resource, through: List['through'], { account }: Call): SQL[] {
  if (through === undefined) return [];
  const { resource: marks, by } = through;
  const own = equals(marks, marks.owner ?? marks.key.member, account?.key ?? null);
  const key = columnOf(resource, resource.key.member);
  return [sql`${key} in (select ${columnOf(marks, by)} from ${marks.table} where ${own})`];
}

// @end
/** Tells that there are more than the answer has room for, where the document knows no pages. */
const ALL = 'x-total-count';
/** About as much as an answer holds, whatever the document says. */
const MOST_CHARACTERS = 1_000_000;
const AT_ONCE = 50;
type Reading = { limit: number; offset: number };

/** The first rows, as many as one answer has room for; at least one. */
async function readBounded(
  read: (at: Reading) => Promise<Row[]>,
  key: string,
): Promise<Row[]> {
  const rows: Row[] = [];
  const known = new Set<unknown>();
  let left = MOST_CHARACTERS;
  for (let offset = 0; rows.length < MOST_ROWS; offset += AT_ONCE) {
    const found = await read({ limit: AT_ONCE, offset });
    for (const row of found) {
      // A row that was made meanwhile moves others to the next portion.
      if (known.has(row[key])) continue;
      known.add(row[key]);
      left -= JSON.stringify(row).length;
      if (left < 0 && rows.length > 0) return rows;
      rows.push(row);
    }
    if (found.length < AT_ONCE) break;
  }
  return rows;
}

function expectRange(query: Record<string, unknown>, from: string, to: string): void {
  const [first, last] = [query[from], query[to]];
  const isWrong =
    typeof first === 'number' && typeof last === 'number'
      ? last < first
      : typeof first === 'string' && typeof last === 'string' && last < first;
  if (isWrong) throw new Refusal('out-of-order', `${to} must not be before ${from}.`);
}

type Window = { size: number; offset: number; first: number; after: unknown };

function windowOf(paging: Paging | undefined, query: Record<string, unknown>): Window {
  if (paging === undefined) return { size: MOST_ROWS, offset: 0, first: 1, after: null };
  const { by, at = '', first, initial, most } = paging;
  const wanted = paging.size === undefined ? initial : numberOf(query[paging.size], initial);
  const size = Math.max(1, Math.min(most, wanted));
  const given = query[at];
  if (by === 'cursor') return { size, first, offset: 0, after: given ?? null };
  const number = numberOf(given, by === 'page' ? first : 0);
  const offset = by === 'page' ? (number - first) * size : number;
  if (offset < 0 || !Number.isSafeInteger(offset))
    throw new Refusal('invalid', `${at} is out of range.`);
  return { size, first, offset, after: null };
}

function numberOf(value: unknown, initial: number): number {
  return typeof value === 'number' ? value : initial;
}

function placeAmong(
  total: number,
  { size, offset, first }: Window,
): Omit<Found, 'rows' | 'links'> {
  const hasMore = offset + size < total;
  return {
    ...{ total, size, offset, hasMore },
    page: Math.floor(offset / size) + first,
    pages: Math.ceil(total / size),
    next: hasMore ? Buffer.from(`after ${offset + size}`).toString('base64url') : null,
  };
}
