import type { GeneratedFile } from '@quantumlayer/contracts';
import { type AppModel, type EntityModel, entityNamed, type LinkModel } from '../model.ts';
import { byName, importNames, indent, inImportOrder, wrap } from '../text.ts';
import { capacityOf, requiredReferences } from './entity-parts.ts';

const ROWS = 10;

/** Example rows of every entity, parents first. */
export function seedFile(app: AppModel): GeneratedFile {
  const modules = app.creationOrder.toSorted((left, right) => byName(left.file, right.file));
  const imports = [
    ...modules.flatMap(({ name, variable, file }) => [
      importNames([`sample${name}`], `./modules/${file}/sample.ts`),
      importNames([`${variable}Table`], `./modules/${file}/table.ts`),
    ]),
    ...app.links.map(({ variable, file }) =>
      importNames([`${variable}Table`], `./modules/${file}/table.ts`),
    ),
  ];
  const entities = app.creationOrder.map((entity) => seedEntity(app, entity));
  const tables = app.creationOrder.map(({ variable }) => `${variable}Table`);
  const content = `import type { Database } from './database/database.ts';
${inImportOrder([...imports, "import { seedId } from './samples/seed-id.ts';\n"])}
/** Fills an empty database with example rows; one that holds anything is left as it is. */
export async function seed(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    ${indent(wrap('for (const table of [', tables, ']) {', 4), 2).trimStart()}
      if ((await transaction.$count(table)) > 0) return;
    }
${indent([...entities, ...app.links.map((link) => seedLink(app, link))].join('\n'), 2)}
  });
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}
`;
  return { path: 'src/seed.ts', content };
}

function rowsOf(app: AppModel, entity: EntityModel): number {
  return Math.min(ROWS, capacityOf(app, entity));
}

function seedEntity(app: AppModel, entity: EntityModel): string {
  const required = requiredReferences(entity);
  const references = required.map(({ name, target, unique }) => {
    const parent = entityNamed(app, target);
    const count = rowsOf(app, parent);
    const which = unique || rowsOf(app, entity) <= count ? 'n' : `n % ${count}`;
    return `${name}: seedId('${parent.table}', ${which})`;
  });
  const sample = `sample${entity.name}(n${references.length > 0 ? `, { ${references.join(', ')} }` : ''})`;
  const id = `id: seedId('${entity.table}', n)`;
  const rows = `numbers(${rowsOf(app, entity)}).map((n) => (`;
  const line = `  .values(${rows}{ ${id}, ...${sample} })))`;
  const values =
    line.length + 4 <= 100
      ? line
      : `  .values(\n    ${rows}{\n      ${id},\n      ...${sample},\n    })),\n  )`;
  return `await transaction
  .insert(${entity.variable}Table)
${values}
  .onConflictDoNothing();`;
}

function seedLink(app: AppModel, link: LinkModel): string {
  const [side] = link.sides;
  if (side === undefined) return '';
  const [from, to] = [entityNamed(app, side.from), entityNamed(app, side.to)];
  const count = Math.min(rowsOf(app, from), rowsOf(app, to));
  return `await transaction
  .insert(${link.variable}Table)
  .values(
    numbers(${count}).map((n) => ({
      ${side.ownColumn.name}: seedId('${from.table}', n),
      ${side.otherColumn.name}: seedId('${to.table}', ${from === to ? `(n + 1) % ${count}` : 'n'}),
    })),
  )
  .onConflictDoNothing();`;
}
