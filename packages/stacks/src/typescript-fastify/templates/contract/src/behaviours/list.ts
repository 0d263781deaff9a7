// @if through
import { type SQL, sql } from 'drizzle-orm';
// @end
// @if !through
import type { SQL } from 'drizzle-orm';
// @end
import type { Answer } from '../contract/answer.ts';
import type { Call, Handler } from '../contract/operation.ts';
import { Refusal } from '../contract/refusal.ts';
// @if through
import { equals } from '../records/conditions.ts';
// @end
// @if excepting
import { equals as isEqual, isNot } from '../records/conditions.ts';
// @end
// @if ending
import { notOver } from '../records/ending.ts';
// @end
// @if unpagedUnsorted
import { MOST_ROWS, type Order } from '../records/records.ts';
// @end
// @if unpagedSorted
import { MOST_ROWS } from '../records/records.ts';
// @end
// @if pagedUnsorted
import type { Order } from '../records/records.ts';
// @end
// @if cursors
import { cursorOf, isBehind, readCursor } from './cursor.ts';
// @end
// @if pageLinks
import { addressesOf, linksOf } from './page-links.ts';
// @end
// @if unlinked
import { linksOf } from './page-links.ts';
// @end
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
// @if sorted
import { orderOf, type Sort } from './sort.ts';
// @end
import { conditionsOf } from './sources.ts';

/** A condition that a parameter of the query adds, or what the body asks for; none when it is not given. */
export type Filter = (
  resource: Resource,
  query: Record<string, unknown>,
  body?: unknown,
) => SQL | null;

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
  // @if pageLinks
  /** The same as addresses of their own. */
  nextLink: string | null;
  previousLink: string | null;
  // @end
};

type List = Place & {
  filters?: readonly Filter[];
  // @if sorted
  sort?: Sort;
  // @end
  // @if unpaged
  paging?: Paging;
  // @end
  // @if !unpaged
  paging: Paging;
  // @end
  // @if ranges
  /** Parameters of which the second may not be before the first. */
  ranges?: readonly { from: string; to: string }[];
  // @end
  // @if through
  /** Only rows that a row of another resource, which is the caller's, names by this member. */
  through?: { resource: Resource; by: string };
  // @end
  // @if excepting
  /** Rows with these values are left out. */
  except?: readonly { member: string; value: unknown }[];
  // @end
  answer: (found: Found) => Answer;
};

/** The rows that fit, a page of them where the document has pages. */
export function list(resource: Resource, { answer, ...place }: List): Handler {
  return async (call) => {
    const parents = await findParents(place, call);
    const { query } = call.input;
    // @if ranges
    for (const { from, to } of place.ranges ?? []) expectRange(query, from, to);
    // @end
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
      ...(place.filters ?? []).flatMap((filter) => filter(resource, query, call.input.body) ?? []),
      // @if excepting
      ...(place.except ?? []).map(({ member, value }) => isNot(isEqual(resource, member, value))),
      // @end
    ];
    // @if sorted
    const order = orderOf(place.sort, query);
    // @end
    // @if !sorted
    const order: Order[] = [];
    // @end
    const records = call.services.records(resource);
    const total = await records.count(conditions);
    // @if unpaged
    const read = (at: Reading) => records.list(conditions, order, at);
    const whole = async () => wholeAnswer(await readBounded(read, resource.key.member), total, answer);
    // @end
    // @if mixedPaging
    if (place.paging === undefined) return whole();
    // @end
    // @if unpagedOnly
    return whole();
    // @end
    // @if paged
    const paging = place.paging;
    const window = windowOf(paging, query);
    // @end
    // @if cursors
    const after =
      window.after === null ? [] : [isBehind(resource, order[0], readCursor(window.after))];
    // One more than the page, to know whether there is another one.
    const limit = paging.by === 'cursor' ? window.size + 1 : window.size;
    const found = await records.list([...conditions, ...after], order, { ...window, limit });
    const rows = found.slice(0, window.size);
    const next =
      found.length > rows.length ? cursorOf(rows.at(-1) ?? {}, order[0]) : null;
    const among = { ...placeAmong(total, window), ...(paging.by === 'cursor' && { next, hasMore: next !== null }) };
    return answer({ rows, ...among, ...pagesAround(call, paging, { ...among, next }) });
    // @end
    // @if numbered
    const rows = await records.list(conditions, order, { ...window, limit: window.size });
    const among = placeAmong(total, window);
    return answer({ rows, ...among, ...pagesAround(call, paging, among) });
    // @end
  };
}

const NO_PAGES = {
  ...{ next: null, links: null },
  // @if pageLinks
  ...{ nextLink: null, previousLink: null },
  // @end
};

/** Where the document knows no pages; tells when there are more than the answer has room for. */
function wholeAnswer(rows: Row[], total: number, answer: List['answer']): Answer {
  const pages = Math.ceil(total / MOST_ROWS);
  const whole = { total, pages, page: 1, size: MOST_ROWS, offset: 0, hasMore: pages > 1 };
  const answered = answer({ rows, ...whole, ...NO_PAGES });
  if (rows.length === total) return answered;
  return { ...answered, headers: { ...answered.headers, 'x-total-count': String(total) } };
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

function windowOf(paging: Paging, query: Record<string, unknown>): Window {
  const { by, at = '', first, initial, most } = paging;
  const wanted = paging.size === undefined ? initial : numberOf(query[paging.size], initial);
  const size = Math.max(1, Math.min(most, wanted));
  const given = query[at];
  // @if cursors
  if (by === 'cursor') return { size, first, offset: 0, after: given ?? null };
  // @end
  const number = numberOf(given, by === 'page' ? first : 0);
  const offset = by === 'page' ? (number - first) * size : number;
  if (offset < 0 || !Number.isSafeInteger(offset))
    throw new Refusal('invalid', `${at} is out of range.`);
  return { size, first, offset, after: null };
}

function numberOf(value: unknown, initial: number): number {
  // What is no parameter of the document comes as text.
  if (typeof value === 'string' && /^\d{1,9}$/.test(value)) return Number(value);
  return typeof value === 'number' ? value : initial;
}

/** Where the pages around are found. */
function pagesAround(
  { request }: Pick<Call, 'request'>,
  paging: Paging,
  place: Among,
): Omit<Found, 'rows' | keyof Among> {
  const url = request.originalUrl;
  // @if pageLinks
  const { previous, next } = addressesOf(`${request.protocol}://${request.host}${url}`, paging, place);
  // @end
  return {
    links: linksOf(url, paging, place),
    // @if pageLinks
    nextLink: next,
    previousLink: previous,
    // @end
  };
}

type Among = Pick<Found, 'total' | 'size' | 'offset' | 'hasMore' | 'page' | 'pages' | 'next'>;

function placeAmong(total: number, { size, offset, first }: Window): Among {
  const hasMore = offset + size < total;
  return {
    ...{ total, size, offset, hasMore },
    page: Math.floor(offset / size) + first,
    pages: Math.ceil(total / size),
    next: hasMore ? Buffer.from(`after ${offset + size}`).toString('base64url') : null,
  };
}
