import { asc, desc, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { all, statesOf } from './conditions.ts';
// @if ranked
import { rankOf } from './gather.ts';
// @end
import type { Resource, Row, State } from './resource.ts';
import { expressionOf } from './shown-columns.ts';

/** A value that is counted or worked out over rows. */
export type Figure = {
  take: 'count' | 'sum' | 'average' | 'least' | 'most';
  /** What is taken of each row. */
  member?: string;
  /** Only rows that have these values. */
  when?: readonly State[];
  /** Decimal places. */
  round?: number;
  /** What it is over no rows. */
  none?: 0 | null;
};

/** Rows with the same values are put together, and figures are taken of each group. */
export type Summary = {
  by: Readonly<Record<string, { member: string; part?: 'day' | 'month' | 'year' }>>;
  figures: Readonly<Record<string, Figure>>;
  order: readonly { name: string; descending: boolean }[];
};

type Wanted = { conditions: readonly SQL[]; atLeast: Readonly<Record<string, number>>; limit: number };

/** One row for each group, or one alone where nothing is put together. */
export async function summarise(
  database: Database,
  resource: Resource,
  { by, figures, order }: Summary,
  { conditions, atLeast, limit }: Wanted,
): Promise<Row[]> {
  const groups = mapped(by, ({ member, part }) => partOf(expressionOf(resource, member), part));
  const values = mapped(figures, (figure) => figureOf(resource, figure));
  const keys = Object.values(groups);
  const aliased = mapped({ ...groups, ...values }, (value, name) => value.as(name));
  const having = Object.entries(atLeast).map(([name, least]) => sql`${values[name]} >= ${least}`);
  const orders = order.map(({ name, descending }) => {
    // Letters come in the order of their code points, wherever the database runs.
    const isText = by[name] !== undefined && !resource.numbers.includes(by[name].member);
    const value = isText ? sql`${groups[name]} collate "C"` : (groups[name] ?? values[name]);
    return descending ? sql`${desc(value ?? sql`1`)} nulls last` : asc(value ?? sql`1`);
  });
  const query = database.select(aliased).from(resource.table).where(all(conditions)).$dynamic();
  if (keys.length === 0) return query;
  return query
    .groupBy(...keys.map((_key, at) => sql.raw(String(at + 1))))
    .having(all(having))
    .orderBy(...orders)
    .limit(limit);
}

function mapped<Value, Made>(
  record: Readonly<Record<string, Value>>,
  make: (value: Value, name: string) => Made,
): Record<string, Made> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, make(value, name)]));
}

const PARTS = { day: 10, month: 7, year: 4 };

/** Moments are kept as text, as RFC 3339 has it. */
function partOf(value: SQL, part: keyof typeof PARTS | undefined): SQL {
  return part === undefined ? value : sql`left(${value}, ${sql.raw(String(PARTS[part]))})`;
}

function figureOf(resource: Resource, { take, member, when = [], round, none }: Figure): SQL {
  const only = when.length === 0 ? sql`` : sql` filter (where ${all(statesOf(resource, when))})`;
  if (take === 'count') return sql`count(*)${only}`.mapWith(Number);
  const name = member ?? resource.key.member;
  // @if ranked
  const value = rankOf(resource, name) ?? expressionOf(resource, name);
  // @end
  // @if !ranked
  const value = expressionOf(resource, name);
  // @end
  const figure = sql`${sql.raw(FUNCTIONS[take])}(${value})${only}`;
  const rounded = round === undefined ? figure : sql`round((${figure})::numeric, ${sql.raw(String(round))})`;
  const whole = none === 0 ? sql`coalesce(${rounded}, 0)` : rounded;
  const isText = (take === 'least' || take === 'most') && !resource.numbers.includes(name);
  return isText ? whole : whole.mapWith((found: unknown) => (found === null ? null : Number(found)));
}

const FUNCTIONS = { sum: 'sum', average: 'avg', least: 'min', most: 'max' };
