import type { AlterTableCmd, AlterTableStmt } from 'libpg-query';
import type { Ddl, QualifiedName } from '../ddl.ts';
import { nameOf, other } from './names.ts';
import { type Places, toColumn, toConstraint } from './to-column.ts';
import { toExpression } from './to-expression.ts';

export const MIGRATION =
  'A document shows the data as it is; steps of a migration are not followed.';
const STORAGE = 'Owners and storage are those of the app.';

/** Changes of what the data is; all others are about where and how it is kept. */
const ABOUT_DATA = new Set([
  ...['AT_DropColumn', 'AT_DropNotNull', 'AT_AlterColumnType', 'AT_DropConstraint'],
  ...['AT_DropIdentity', 'AT_SetIdentity', 'AT_DropExpression', 'AT_SetExpression'],
  ...['AT_AlterConstraint', 'AT_ValidateConstraint', 'AT_AddInherit', 'AT_DropInherit'],
]);

/** What an ALTER TABLE changes. */
export function alterDdl({ relation, cmds = [] }: AlterTableStmt, places: Places): Ddl[] {
  const table = nameOf(relation);
  const others = new Set<string>();
  return cmds.flatMap((node) => {
    const found = 'AlterTableCmd' in node ? changeDdl(table, node.AlterTableCmd, places) : null;
    if (found !== null) return found;
    const subtype = 'AlterTableCmd' in node ? `${node.AlterTableCmd.subtype}` : '';
    const why = ABOUT_DATA.has(subtype) ? MIGRATION : STORAGE;
    // The statement stands for all of its changes.
    if (others.has(why)) return [];
    others.add(why);
    return [other(`change of ${table.name}: ${places.text}`, places, why)];
  });
}

export const exclusion = (table: string, places: Places, location?: number) =>
  other(
    `exclusion constraint of ${table}: ${places.textFrom(location)}`,
    places,
    'That records do not overlap is said in words: "bookings of a room do not overlap".',
    location,
  );

/** Null for a change that no blueprint has a place for. */
function changeDdl(
  table: QualifiedName,
  { subtype, name: column = '', def }: AlterTableCmd,
  places: Places,
): Ddl[] | null {
  const line = places.lineAt(0);
  if (subtype === 'AT_AddConstraint' && def !== undefined && 'Constraint' in def) {
    const constraint = toConstraint(def.Constraint, places);
    if (constraint !== null) return [{ kind: 'add-constraint', table, constraint, line }];
    return def.Constraint.contype === 'CONSTR_EXCLUSION'
      ? [exclusion(table.name, places, def.Constraint.location)]
      : null;
  }
  if (subtype === 'AT_AddColumn' && def !== undefined && 'ColumnDef' in def)
    return [{ kind: 'add-column', table, column: toColumn(def.ColumnDef, places), line }];
  if (subtype === 'AT_ColumnDefault') {
    const value = def === undefined ? null : toExpression(def);
    return [{ kind: 'default', table, column, value, text: places.text, line }];
  }
  if (subtype === 'AT_SetNotNull') return [{ kind: 'required', table, column, line }];
  if (subtype === 'AT_AttachPartition' && def !== undefined && 'PartitionCmd' in def) {
    const part = nameOf(def.PartitionCmd.name);
    const what = `partition ${part.name}: ${places.text}`;
    return [{ kind: 'partition', table: part, what, line }];
  }
  if (subtype !== 'AT_AddIdentity') return null;
  const counted: Ddl = { kind: 'counted', table, column, line };
  const hasOptions = def !== undefined && 'Constraint' in def && def.Constraint.options;
  const what = `identity of ${table.name}.${column}: ${places.text}`;
  return hasOptions ? [counted, other(what, places, 'The app counts its ids itself.')] : [counted];
}
