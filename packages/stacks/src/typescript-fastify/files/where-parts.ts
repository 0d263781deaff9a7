import type { EntityModel } from '../model.ts';
import { chain, wrap } from '../text.ts';
import { isOwned, within } from './access-parts.ts';
import { rowsName } from './entity-parts.ts';

/** What the statements of a repository are put together from. */
export type Parts = {
  table: string;
  /** The table, or the view where there is one. */
  rowsIn: string;
  /** The parameter that says whose rows are meant; none where rows belong to nobody. */
  rows: string[];
  versions: string[];
  /** Conditions on the row with the id, on a row that is shown, and on one that is hidden. */
  one: string;
  shown: string[];
  hidden: string[];
  /** The condition on whose rows are meant. */
  scope: string[];
  /** The row that is read, the one in the table, and the one that is changed. */
  where: string;
  whereTable: string;
  changed: string;
};

/** `column`: where the conditions stand, in characters from the left. */
export function partsFor(entity: EntityModel, column = 8): Parts {
  const { variable, version, softDeletion } = entity;
  const [table, rowsIn] = [`${variable}Table`, rowsName(entity)];
  const scopeIn = (from: string) => within(entity, from);
  const shown = softDeletion === null ? [] : [`isNull(${table}.${softDeletion.name})`];
  const based = version === null ? [] : [`inArray(${table}.${version.name}, versions)`];
  const oneIn = (from: string) => `eq(${from}.id, id)`;
  const one = oneIn(table);
  return {
    ...{ table, rowsIn, one, shown },
    scope: scopeIn(rowsIn),
    hidden: softDeletion === null ? [] : [`isNotNull(${table}.${softDeletion.name})`],
    rows: isOwned(entity) ? ['whose: Rows'] : [],
    versions: version === null ? [] : ['versions: readonly number[]'],
    where: whereAll([oneIn(rowsIn), ...shown, ...scopeIn(rowsIn)], column),
    whereTable: whereAll([one, ...shown, ...scopeIn(table)], column),
    changed: whereAll([one, ...based, ...shown, ...scopeIn(table)], column),
  };
}

/** One condition, or several of them; behind the inner call on a line of its own stands a comma. */
export function whereAll(conditions: string[], column = 8): string {
  const [only = ''] = conditions;
  if (conditions.length === 1) return `.where(${only})`;
  return wrap('.where(', [wrap('and(', conditions, ')', column + 3)], ')', column);
}

/** A query as Biome prints it, ending in its condition or in what comes after it. */
export function query(start: string, calls: string[], column = 6): string {
  const ended = calls.map((call, at) => (at === calls.length - 1 ? `${call};` : call));
  return chain(
    start,
    ended.map((call) => call.replaceAll('\n', '\n  ')),
    column,
  );
}

/** Nothing was changed: a row that is there has another version. */
export function staleCheck(
  { version }: EntityModel,
  { table, whereTable }: Parts,
  on = { name: 'database', column: 6 },
): string {
  const steps = [`.select({ version: ${table}.${version?.name} })`, `.from(${table})`, whereTable];
  return `${query(`const [current] = await ${on.name}`, steps, on.column)}
if (current !== undefined) expectVersion(current.version, versions);`;
}
