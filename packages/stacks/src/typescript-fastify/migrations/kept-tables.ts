import type { KeptTable } from '../../stack.ts';
import type { MigrationHints } from './migration-hints.ts';
import type { Schema, Table } from './schema.ts';

/** The tables that stay, each with its columns that hold what was stored, by the names before and after. */
export function keptTables(before: Schema, after: Schema, hints: MigrationHints): KeptTable[] {
  return [...after.tables.values()].flatMap((table) => {
    const was = formerName(table.name, hints.tables);
    const old = was === null ? undefined : before.tables.get(was);
    return old === undefined ? [] : [keptTable(old, table, hints)];
  });
}

function keptTable(old: Table, { name, columns }: Table, hints: MigrationHints): KeptTable {
  const own = new Map(
    [...hints.columns]
      .filter(([path]) => path.startsWith(`${name}.`))
      .map(([path, was]) => [path.slice(name.length + 1), was]),
  );
  return {
    name,
    was: old.name,
    columns: [...columns.values()].flatMap((column) => {
      const was = formerName(column.name, own);
      const from = was === null ? undefined : old.columns.get(was);
      if (from === undefined || from.generated !== null || column.generated !== null) return [];
      const isFilled = hints.fills.has(`${name}.${column.name}`);
      return [{ name: column.name, was: from.name, isFilled }];
    }),
  };
}

/** Null where what was called so has another name now. */
function formerName(name: string, renames: ReadonlyMap<string, string>): string | null {
  const was = renames.get(name);
  if (was !== undefined) return was;
  return [...renames.values()].includes(name) ? null : name;
}
