import { type SQL, sql } from 'drizzle-orm';
import { type Answer, json } from '../contract/answer.ts';
import type { Handler } from '../contract/operation.ts';
import { statesOf } from '../records/conditions.ts';
// @if ending
import { notOver } from '../records/ending.ts';
// @end
import type { Resource, Row, State } from '../records/resource.ts';
import { type Summary, summarise } from '../records/summarise.ts';
import type { Filter } from './list.ts';
// @if hiding
import { findParents, ownRows, type Place, visibleRows } from './place.ts';
// @end
// @if !hiding
import { findParents, ownRows, type Place } from './place.ts';
// @end
import { conditionsOf, type Source } from './sources.ts';

type Options = Place & {
  status: number;
  filters?: readonly Filter[];
  /** Only rows in one of these states. */
  states?: readonly State[];
  summary: Summary;
  /** What the request says itself. */
  given?: Readonly<Record<string, Source>>;
  /** Figures that are at least what a parameter says. */
  atLeast?: Readonly<Record<string, string>>;
  limit?: { parameter?: string; initial: number; most: number };
  show: (found: Row) => Row;
  many?: true;
  /** The member of the answer that holds the list. */
  within?: string;
};

const MOST_GROUPS = 1_000;

/** Figures of all rows that fit, or of each group of them. */
export function summary(resource: Resource, options: Options): Handler {
  const { status, show, many, within, given = {}, filters = [], states = [], limit } = options;
  return async (call): Promise<Answer> => {
    const parents = await findParents(options, call);
    const { query } = call.input;
    const inStates = statesOf(resource, states);
    const conditions: SQL[] = [
      ...conditionsOf(resource, options.where ?? {}, call, parents),
      ...ownRows(resource, call, options.scope),
      ...filters.flatMap((filter) => filter(resource, query) ?? []),
      ...(inStates.length === 0 ? [] : [sql`(${sql.join(inStates, sql` or `)})`]),
      // @if hiding
      ...visibleRows(resource, call),
      // @end
      // @if ending
      ...notOver(resource),
      // @end
    ];
    const least = Object.entries(options.atLeast ?? {}).flatMap(([name, parameter]) => {
      const value = query[parameter];
      return typeof value === 'number' ? [[name, value] as const] : [];
    });
    const rows = await summarise(call.services.database, resource, options.summary, {
      conditions,
      atLeast: Object.fromEntries(least),
      limit: limitOf(limit, query),
    });
    const said = Object.fromEntries(
      Object.entries(given).map(([name, source]) => [name, source(call, parents)]),
    );
    const shown = rows.map((row) => show({ ...said, ...row }));
    if (!many) return json(status, shown[0] ?? {});
    return json(status, within === undefined ? shown : { [within]: shown });
  };
}

function limitOf(limit: Options['limit'], query: Row): number {
  if (limit === undefined) return MOST_GROUPS;
  const said = limit.parameter === undefined ? undefined : query[limit.parameter];
  return Math.min(typeof said === 'number' ? said : limit.initial, limit.most);
}
