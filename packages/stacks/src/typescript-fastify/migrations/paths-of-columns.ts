import type { AppModel } from '../model.ts';

/** What tables and columns hold, in the words of the blueprint: `Invoice`, `Invoice.faxNumber`, `Invoice.customer`. */
export function pathsOfColumns({ entities, links }: AppModel): Map<string, string> {
  const paths = new Map<string, string>();
  for (const { name, table, fields, references, uploads, ...entity } of entities) {
    paths.set(table, name);
    for (const { column, field } of fields)
      paths.set(`${table}.${column}`, `${name}.${field.name}`);
    for (const { column, relation } of references) {
      paths.set(`${table}.${column}`, `${name}.${relation.name}`);
    }
    for (const { table: own, field } of uploads) paths.set(own, `${name}.${field.name}`);
    const owner = entity.access?.owner;
    if (owner) paths.set(`${table}.${owner.column}`, `${name}.${owner.name}`);
    const kept = [
      entity.version,
      entity.softDeletion,
      entity.audit?.createdBy,
      entity.audit?.updatedBy,
    ];
    for (const own of kept) if (own) paths.set(`${table}.${own.column}`, `${name}.${own.name}`);
    if (entity.lifecycle) paths.set(entity.lifecycle.history.table, `${name}.history`);
    if (entity.audit) paths.set(entity.audit.changes.table, `${name}.changes`);
  }
  for (const { table, sides } of links) {
    const [side] = sides;
    if (side) paths.set(table, `${side.from}.${side.relation.name}`);
  }
  return paths;
}
