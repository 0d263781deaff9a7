import { createHash } from 'node:crypto';
import { and, eq, gt, gte, ilike, inArray, isNull, like, lt, lte, type SQL, sql } from 'drizzle-orm';
import { columnOf, type Resource, type State } from './resource.ts';

/** A condition on a member; a value that the column cannot hold fits no row. */
export function equals(resource: Resource, member: string, value: unknown): SQL {
  if (value === null) return isNull(columnOf(resource, member));
  if (resource.rules[member]?.kind === 'json')
    return sql`${columnOf(resource, member)} = ${JSON.stringify(value)}::jsonb`;
  const fitting = fit(resource, member, value);
  const { caseless, hashed } = resource.rules[member] ?? {};
  if (fitting !== null && caseless)
    return sql`lower(${columnOf(resource, member)}) = lower(${fitting})`;
  if (fitting !== null && hashed)
    return eq(columnOf(resource, member), hashSecret(String(fitting)));
  return fitting === null ? sql`false` : eq(columnOf(resource, member), fitting);
}

export function oneOf(resource: Resource, member: string, values: unknown): SQL {
  const list = Array.isArray(values) ? values : String(values).split(',');
  const fitting = list
    .map((value) => fit(resource, member, value))
    .filter((value) => value !== null);
  return fitting.length === 0 ? sql`false` : inArray(columnOf(resource, member), fitting);
}

/** The row with the first of the values, where there is one with each of the others that is the same in `of`. */
export function allOf(
  resource: Resource,
  { member, of }: { member: string; of: string },
  values: unknown,
): SQL {
  const [first, ...others] = new Set(Array.isArray(values) ? values : [values]);
  const same = columnOf(resource, of);
  const beside = others.map(
    (value) =>
      sql`${same} in (select ${same} from ${resource.table} where ${equals(resource, member, value)})`,
  );
  return all([equals(resource, member, first ?? null), ...beside]);
}

/** Text that holds another one, or a list that has an element. */
export function contains(resource: Resource, member: string, value: unknown): SQL {
  const column = columnOf(resource, member);
  if (resource.rules[member]?.kind !== 'json')
    return ilike(column, `%${escapeLike(String(value))}%`);
  const elements = Array.isArray(value) ? value : [value];
  return sql`${column} @> ${JSON.stringify(elements)}::jsonb`;
}

/** Any of the members holds the words. */
export function search(resource: Resource, members: readonly string[], words: unknown): SQL {
  const pattern = `%${escapeLike(String(words))}%`;
  const hits = members.map((member) =>
    ilike(sql`${columnOf(resource, member)}::text`, pattern),
  );
  return sql`(${sql.join(hits, sql` or `)})`;
}

export function atLeast(resource: Resource, member: string, value: unknown): SQL {
  const fitting = fit(resource, member, value);
  return fitting === null ? sql`false` : gte(columnOf(resource, member), fitting);
}

export function atMost(resource: Resource, member: string, value: unknown): SQL {
  const fitting = fit(resource, member, value);
  // Of a day its last moment.
  const last =
    typeof fitting === 'string' && /^\d{4}-\d\d-\d\d$/.test(fitting) ? `${fitting}T24` : fitting;
  return last === null ? sql`false` : lte(columnOf(resource, member), last);
}

export function before(resource: Resource, member: string, value: unknown): SQL {
  const fitting = fit(resource, member, value);
  return fitting === null ? sql`false` : lt(columnOf(resource, member), fitting);
}

export function after(resource: Resource, member: string, value: unknown): SQL {
  const fitting = fit(resource, member, value);
  return fitting === null ? sql`false` : gt(columnOf(resource, member), fitting);
}

/** Moments of one day, as UTC has it. */
export function onDay(resource: Resource, member: string, value: unknown): SQL {
  const fitting = fit(resource, member, value);
  return typeof fitting === 'string' && /^\d{4}-\d\d-\d\d$/.test(fitting)
    ? like(columnOf(resource, member), `${fitting}%`)
    : sql`false`;
}

export function startsWith(resource: Resource, member: string, value: unknown): SQL {
  const fitting = fit(resource, member, value);
  return typeof fitting === 'string'
    ? like(columnOf(resource, member), `${escapeLike(fitting)}%`)
    : sql`false`;
}

/** Without a salt, since a random secret cannot be looked up anywhere. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Rows in states, or in none of them. */
export function statesOf(resource: Resource, states: readonly State[]): SQL[] {
  return states.map(({ member, value, not }) => {
    const condition = equals(resource, member, value);
    return not ? isNot(condition) : condition;
  });
}

/** Rows that refer to another one, by a member, and take some of its room in these states. */
export type Room = { resource: Resource; by: string; when: readonly State[] };

/** There are fewer such rows than the member of the other one says. */
export function hasRoom(resource: Resource, member: string, { resource: below, by, when }: Room): SQL {
  const isBelow = sql`${columnOf(below, by)} = ${columnOf(resource, resource.key.member)}`;
  const taken = sql`(select count(*) from ${below.table} where ${and(isBelow, ...statesOf(below, when))})`;
  return sql`${columnOf(resource, member)} > ${taken}`;
}

/** Also where the member is empty. */
export const isNot = (condition: SQL): SQL => sql`not coalesce(${condition}, false)`;

export const all = (conditions: readonly SQL[]): SQL => and(...conditions) ?? sql`true`;

function escapeLike(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/[\\%_]/g, '\\$&');
}

/** The value as the column takes it, or null. */
function fit(resource: Resource, member: string, value: unknown): string | number | boolean | null {
  const { dataType } = columnOf(resource, member);
  if (dataType.startsWith('number')) {
    const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
    const isWhole =
      columnOf(resource, member).getSQLType() !== 'bigint' || Number.isSafeInteger(number);
    return Number.isFinite(number) && isWhole ? number : null;
  }
  if (dataType === 'boolean') return typeof value === 'boolean' ? value : null;
  const text =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : null;
  return text === null || text.includes('\0') || !text.isWellFormed() ? null : text;
}
