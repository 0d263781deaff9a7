import type { EntityModel } from '../model.ts';
import { chain, indent } from '../text.ts';
import { readColumns } from './entity-parts.ts';
import { type Parts, partsFor, query, staleCheck } from './where-parts.ts';

/** The body of `insert`: what is computed of other rows is read in the same transaction, so that nobody can have changed the row. */
export function insertAndRead(entity: EntityModel): string {
  const { table, rowsIn } = partsFor(entity);
  const insert = chain(
    'const made = await transaction',
    [`.insert(${table})`, '.values(values)', `.returning({ id: ${table}.id });`],
    8,
  );
  const read = chain(
    'const rows = await transaction',
    [`.select(${readColumns(entity)})`, `.from(${rowsIn})`, `.where(eq(${rowsIn}.id, id));`],
    8,
  );
  return `  return database.transaction(async (transaction) => {
${indent(insert, 2)}
    const { id } = onlyRow(made);
${indent(read, 2)}
    return onlyRow(rows);
  });`;
}

/** The body of `update`. */
export function updateAndRead(entity: EntityModel, { table, rowsIn }: Parts): string {
  const isVersioned = entity.version !== null;
  const { changed, where } = partsFor(entity, 10);
  const update = query(
    isVersioned ? 'const changed = await transaction' : 'await transaction',
    [
      `.update(${table})`,
      '.set({ ...changes, updatedAt: sql`now()` })',
      changed,
      ...(isVersioned ? [`.returning({ id: ${table}.id })`] : []),
    ],
    8,
  );
  const steps = [`.select(${readColumns(entity)})`, `.from(${rowsIn})`, where];
  const read = query('const [row] = await transaction', steps, 8);
  const stale = staleCheck(entity, partsFor(entity, 12), { name: 'transaction', column: 10 });
  return `  return database.transaction(async (transaction) => {
${indent(update, 2)}
${isVersioned ? `    if (changed.length === 0) {\n${indent(stale, 3)}\n      return null;\n    }\n` : ''}${indent(read, 2)}
    return row ?? null;
  });`;
}
