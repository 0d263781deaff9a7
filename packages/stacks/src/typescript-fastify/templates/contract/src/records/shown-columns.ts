import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { columnOf, type Resource } from './resource.ts';

/** What is read with a row: not the content of its files, nor the hash of a password. */
export function shownColumns(resource: Resource): Record<string, PgColumn | SQL> {
  // @if derived
  const { table, rules, derived = [] } = resource;
  // @end
  // @if !derived
  const { table, rules } = resource;
  // @end
  const isHidden = (name: string) =>
    rules[name]?.kind === 'file' || rules[name]?.kind === 'password';
  return Object.fromEntries([
    ...Object.entries(getTableColumns(table)).filter(([name]) => !isHidden(name)),
    // @if derived
    ...derived
      .filter(({ take }) => take !== 'balance')
      .map(({ name }) => [name, expressionOf(resource, name)]),
    // @end
  ]);
}

/** A member as SQL: its column, or how it is derived; names carry their table, since another one may be read within. */
export function expressionOf(resource: Resource, name: string): SQL {
  // @if derived
  const derived = resource.derived?.find((one) => one.name === name);
  // @end
  // @if products
  if (derived?.take === 'product') {
    const [one, other] = derived.of.map((factor) => expressionOf(resource, factor));
    return sql`(${one} * ${other})`.mapWith(Number);
  }
  // @end
  // @if percents
  if (derived?.take === 'percent') {
    const { of, percent, round } = derived;
    const rate = typeof percent === 'number' ? sql`${percent}` : expressionOf(resource, percent);
    const share = sql`(${expressionOf(resource, of)}::numeric * ${rate}::numeric / 100)`;
    const shown = round === undefined ? share : sql`round(${share}, ${sql.raw(String(round))})`;
    return sql`(${shown})`.mapWith(Number);
  }
  // @end
  // @if terms
  if (derived?.take === 'terms') {
    const all = derived.terms.map(
      ({ of, minus }) => sql`${sql.raw(minus ? '-' : '+')} coalesce(${expressionOf(resource, of)}, 0)`,
    );
    return sql`(0 ${sql.join(all, sql` `)})`.mapWith(Number);
  }
  // @end
  // @if presence
  if (derived?.take === 'present') return sql`(${columnWithTable(resource, derived.of)} is not null)`;
  // @end
  // @if edited
  if (derived?.take === 'edited') return sql`(coalesce(${columnWithTable(resource, derived.of)}, 1) > 1)`;
  // @end
  // @if freshness
  if (derived?.take === 'fresh') {
    const moment = columnWithTable(resource, derived.of);
    return sql`case when ${moment}::timestamptz >= now() - make_interval(secs => ${derived.seconds})
      then ${derived.fresh}::text else ${derived.stale}::text end`;
  }
  // @end
  // @if lookups
  if (derived?.take === 'lookup') {
    const target = derived.from();
    const found = sql`(select ${expressionOf(target, derived.member)} from ${target.table}
      where ${columnWithTable(target, target.key.member)} = ${columnWithTable(resource, derived.by)})`;
    return target.numbers.includes(derived.member) ? found.mapWith(Number) : found;
  }
  // @end
  return columnWithTable(resource, name);
}

function columnWithTable(resource: Resource, member: string): SQL {
  const { name } = columnOf(resource, member);
  return sql`${sql.identifier(getTableName(resource.table))}.${sql.identifier(name)}`;
}
