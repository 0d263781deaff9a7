import type { KeptTable } from '../../stack.ts';
import { sqlName } from '../text.ts';
import { type ColumnChanges, columnChanges, columnText } from './column-changes.ts';
import type { MigrationHints } from './hints.ts';
import { keptTables } from './kept-tables.ts';
import { renameTables } from './rename-tables.ts';
import type { Column, Schema, SchemaObject, Table } from './schema.ts';

export type Migration = {
  statements: string[];
  /** Dropped with all that is in it: `table` or `table.column`, by the old names. */
  losses: string[];
  /** `table.column` that is required now without a value for the rows that are there; with such rows the migration fails. */
  unfilled: string[];
  /** What stays, with the columns that hold what was stored. */
  kept: KeptTable[];
};

type ObjectList = 'constraints' | 'indexes' | 'triggers' | 'views';
type Change = ColumnChanges & { table: string };

/**
 * The statements that lead from one schema of this stack to another one and keep what is in it. Whatever would cut or
 * change a value that stays makes the migration fail as a whole instead. Throws MigrationImpossible.
 */
export function migrationBetween(before: Schema, after: Schema, hints: MigrationHints): Migration {
  const { tables, renaming } = renameTables(before, after, hints);
  const changes = [...after.tables.values()].flatMap((table): Change[] => {
    const old = tables.get(table.name);
    return old ? [{ table: table.name, ...columnChanges(old, table, hints.fills) }] : [];
  });
  const gone = [...tables.values()].filter(({ name }) => !after.tables.has(name));
  const added = [...after.tables.values()].filter(({ name }) => !tables.has(name));
  const isTouched = touchedTables(changes, gone, renaming.length > 0);
  const stays = keptObjects(before, after, { changes, isTouched });
  const leaves = (list: ObjectList) => [...before[list].values()].filter(not(stays(list)));
  const comes = (list: ObjectList) => [...after[list].values()].filter(not(stays(list)));
  const statements = [
    ...leaves('views')
      .toReversed()
      .map(({ name }) => `drop view ${sqlName(name)};`),
    ...leaves('triggers').map(
      ({ name, table }) => `drop trigger ${sqlName(name)} on ${sqlName(table ?? '')};`,
    ),
    ...functionsGone(before, after),
    ...dropConstraints(leaves('constraints')),
    ...leaves('indexes').map(({ name }) => `drop index ${sqlName(name)};`),
    ...renaming,
    ...(gone.length === 0
      ? []
      : [`drop table ${gone.map(({ name }) => sqlName(name)).join(', ')};`]),
    ...added.map(createTable),
    ...changes.flatMap((change) => change.statements),
    ...keysFirst(comes('constraints')).map(({ sql }) => sql),
    ...comes('indexes').map(({ sql }) => sql),
    ...functionsMade(before, after),
    ...comes('triggers').map(({ sql }) => sql),
    ...comes('views').map(({ sql }) => sql),
  ];
  const oldName = (table: string) => hints.tables.get(table) ?? table;
  return {
    statements,
    losses: [
      ...gone.map(({ name }) => name),
      ...changes.flatMap(({ table, losses }) => losses.map((name) => `${oldName(table)}.${name}`)),
    ],
    unfilled: changes.flatMap(({ unfilled }) => unfilled),
    kept: keptTables(before, after, hints),
  };
}

const not =
  <Value>(holds: (value: Value) => boolean) =>
  (value: Value) =>
    !holds(value);

/** The tables as they are called from now on, and what calls them so. */
/** Triggers and views hold on to the columns that they name. */
function touchedTables(
  changes: readonly Change[],
  gone: readonly Table[],
  isRenamed: boolean,
): (table: string | null) => boolean {
  const names = new Set([
    ...changes.flatMap(({ table, statements }) => (statements.length > 0 ? [table] : [])),
    ...gone.map(({ name }) => name),
  ]);
  return (table) => (table === null ? isRenamed || names.size > 0 : names.has(table));
}

/** Is it the same before and after, and does nothing that it stands on change? */
function keptObjects(
  before: Schema,
  after: Schema,
  {
    changes,
    isTouched,
  }: { changes: readonly Change[]; isTouched: (table: string | null) => boolean },
) {
  const remade = new Map(changes.map(({ table, remade: columns }) => [table, columns]));
  return (list: ObjectList) =>
    ({ name, table, sql }: SchemaObject): boolean => {
      const isSame = before[list].get(name)?.sql === sql && after[list].get(name)?.sql === sql;
      if (list === 'triggers' || list === 'views') {
        const areSame = list === 'triggers' || isSameList(before.views, after.views);
        return isSame && areSame && !isTouched(table);
      }
      const columns = table === null ? [] : (remade.get(table) ?? []);
      return isSame && !columns.some((column) => sql.includes(sqlName(column)));
    };
}

/** Views read from each other, so that all of them are made again or none. */
function isSameList(
  before: ReadonlyMap<string, SchemaObject>,
  after: ReadonlyMap<string, SchemaObject>,
): boolean {
  const texts = (objects: ReadonlyMap<string, SchemaObject>) =>
    [...objects.values()].map(({ sql }) => sql).join('\n');
  return texts(before) === texts(after);
}

function functionsGone(before: Schema, after: Schema): string[] {
  return [...before.functions.keys()]
    .filter((name) => !after.functions.has(name))
    .map((name) => `drop function ${sqlName(name)};`);
}

function functionsMade(before: Schema, after: Schema): string[] {
  return [...after.functions.values()].flatMap(({ name, sql }) => {
    const old = before.functions.get(name);
    if (old === undefined) return [sql];
    return old.sql === sql ? [] : [sql.replace(/^create /, 'create or replace ')];
  });
}

const isForeignKey = ({ sql }: SchemaObject) => sql.includes('foreign key');

/** Foreign keys refer to other keys. */
function keysFirst(constraints: readonly SchemaObject[]): SchemaObject[] {
  return constraints.toSorted(
    (left, right) => Number(isForeignKey(left)) - Number(isForeignKey(right)),
  );
}

function dropConstraints(constraints: readonly SchemaObject[]): string[] {
  return keysFirst(constraints)
    .toReversed()
    .map(
      ({ name, table }) => `alter table ${sqlName(table ?? '')} drop constraint ${sqlName(name)};`,
    );
}

function createTable({ name, columns }: Table): string {
  const lines = [...columns.values()].map((column: Column) => `  ${columnText(column)}`);
  return `create table ${sqlName(name)} (\n${lines.join(',\n')}\n);`;
}
