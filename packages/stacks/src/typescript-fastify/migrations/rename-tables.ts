import { sqlName } from '../text.ts';
import type { MigrationHints } from './hints.ts';
import type { Column, Schema, Table } from './schema.ts';

/** The tables of the old schema by their new names, and the statements that give them and their columns these names. */
export function renameTables(before: Schema, after: Schema, hints: MigrationHints) {
  const tables = new Map(before.tables);
  const renaming: string[] = [];
  for (const [name, old] of hints.tables) {
    const table = before.tables.get(old);
    if (table === undefined || !after.tables.has(name)) continue;
    tables.delete(old);
    tables.set(name, { ...table, name });
    renaming.push(`alter table ${sqlName(old)} rename to ${sqlName(name)};`);
  }
  for (const [path, old] of hints.columns) {
    const [tableName = '', name = ''] = path.split('.');
    const table = tables.get(tableName);
    const column = table?.columns.get(old);
    if (table === undefined || column === undefined) continue;
    const columns = new Map(table.columns);
    columns.delete(old);
    columns.set(name, { ...column, name });
    tables.set(tableName, { ...table, columns });
    renaming.push(
      `alter table ${sqlName(tableName)} rename column ${sqlName(old)} to ${sqlName(name)};`,
    );
  }
  for (const table of [...tables.values()])
    renaming.push(...renameKeys(table, { tables, after, hints }));
  return { tables, renaming };
}

type Renamed = { tables: Map<string, Table>; after: Schema; hints: MigrationHints };

/** Keys that are written beside their column follow the tables; their names are those of a new app. */
function renameKeys(table: Table, { tables, after, hints }: Renamed): string[] {
  const next = after.tables.get(table.name);
  const columns = new Map(table.columns);
  const renaming: string[] = [];
  const was = hints.tables.get(table.name) ?? table.name;
  for (const [name, column] of table.columns) {
    const to = next?.columns.get(name);
    if (to === undefined || to.rest === column.rest || !isSameKey(column, to, hints)) continue;
    columns.set(name, { ...column, rest: to.rest });
    const [old, wanted] = [keyName(column, was), keyName(to, table.name)];
    if (old !== wanted)
      renaming.push(
        `alter table ${sqlName(table.name)} rename constraint ${sqlName(old)} to ${sqlName(wanted)};`,
      );
  }
  tables.set(table.name, { ...table, columns });
  return renaming;
}

const NAME = /constraint "([^"]+)" /;
const REFERENCE = /references "([^"]+)"/;

/** As it is written, or as the database calls one that has no name of its own. */
function keyName({ name, rest }: Column, table: string): string {
  return NAME.exec(rest)?.[1] ?? `${table}_${name}_fkey`;
}

/** A key to the same table, whatever the two are called. */
function isSameKey(column: Column, to: Column, { tables }: MigrationHints): boolean {
  const table = REFERENCE.exec(to.rest)?.[1];
  if (table === undefined) return false;
  const renamed = to.rest.replace(REFERENCE, `references "${tables.get(table) ?? table}"`);
  return column.rest.replace(NAME, '') === renamed.replace(NAME, '');
}
