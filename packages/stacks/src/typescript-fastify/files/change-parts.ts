import type { EntityModel } from '../model.ts';
import { chain, indent, wrap } from '../text.ts';
import { readColumns, rowsName } from './entity-parts.ts';

type WhereIn = (from: string, column?: number) => string;

/** The body of `update` where the table has all there is of a row. */
export function updateReturning(entity: EntityModel, where: string): string {
  const ending =
    entity.version === null
      ? '      return row ?? null;'
      : `      if (row !== undefined) return row;\n${staleCheck(entity, where)}\n      return null;`;
  return `      const [row] = await database
        .update(${entity.variable}Table)
        .set({ ...changes, updatedAt: sql\`now()\` })
        ${changedWhere(entity, where).replaceAll('\n', '\n        ')}
        .returning(${readColumns(entity)});
${ending}`;
}

/** The body of `update` where a view has what other rows decide on: it is read in the same transaction. */
export function updateAndRead(entity: EntityModel, whereIn: WhereIn): string {
  const table = `${entity.variable}Table`;
  const isVersioned = entity.version !== null;
  const update = chain(
    isVersioned ? 'const changed = await transaction' : 'await transaction',
    [
      `.update(${table})`,
      '.set({ ...changes, updatedAt: sql`now()` })',
      `${changedWhere(entity, whereIn(table, 17), 10).replaceAll('\n', '\n  ')}${isVersioned ? '' : ';'}`,
      ...(isVersioned ? [`.returning({ id: ${table}.id });`] : []),
    ],
    8,
  );
  const view = rowsName(entity);
  const read = chain(
    'const [row] = await transaction',
    ['.select()', `.from(${view})`, `${whereIn(view, 17)};`],
    8,
  );
  const stale = `        if (changed.length === 0) {
${indent(staleCheck(entity, whereIn(table, 19), { name: 'transaction', column: 10 }), 2)}
          return null;
        }
`;
  return `      return database.transaction(async (transaction) => {
${indent(update, 4)}
${isVersioned ? stale : ''}${indent(read, 4)}
        return row ?? null;
      });`;
}

/** The body of `remove`. */
export function removeReturning(entity: EntityModel, where: string): string {
  const changed = changedWhere(entity, where).replaceAll('\n', '\n  ');
  const removal = chain(
    'const rows = await database',
    [`.delete(${entity.variable}Table)`, changed, '.returning();'],
    6,
  );
  const ending =
    entity.version === null
      ? '      return rows.length > 0;'
      : `      if (rows.length > 0) return true;\n${staleCheck(entity, where)}\n      return false;`;
  return `${indent(removal, 3)}\n${ending}`;
}

/** Of a row with a version, one that the request is based on. Behind an inner call on a line of its own stands a comma. */
function changedWhere({ version, variable, access }: EntityModel, where: string, column = 8) {
  if (version === null) return where;
  const table = `${variable}Table`;
  const owner = access?.owner;
  const conditions = [
    `eq(${table}.id, id)`,
    `inArray(${table}.${version.name}, versions)`,
    ...(owner ? [`within(${table}.${owner.name}, whose)`] : []),
  ];
  return wrap('.where(', [wrap('and(', conditions, ')', column + 3)], ')', column);
}

/** Nothing was changed: a row that is there has another version. */
function staleCheck(
  { version, variable }: EntityModel,
  where: string,
  on = { name: 'database', column: 6 },
): string {
  const steps = ['.select()', `.from(${variable}Table)`, `${where};`];
  return indent(
    `${chain(`const [current] = await ${on.name}`, steps, on.column)}
if (current !== undefined) expectVersion(current.${version?.name}, versions);`,
    3,
  );
}
