import type { GeneratedFile } from '@quantumlayer/contracts';
import { type AppModel, type EntityModel, entityNamed, type LinkModel } from '../model.ts';
import { may } from '../people.ts';
import { byName, importNames, indent, inImportOrder, tsString, wrap } from '../text.ts';
import { capacityOf, requiredReferences } from './entity-parts.ts';
import { hasPasswords, passwordsOf } from './password-parts.ts';

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
  const names = entities.some((code) => code.includes('seedOwner('))
    ? ['seedAccounts', 'seedOwner']
    : ['seedAccounts'];
  const people = app.people === null ? [] : [importNames(names, './people/seed-accounts.ts')];
  const accounts = app.people === null ? '' : '    await seedAccounts(transaction);\n';
  const content = `import type { Database } from './database/database.ts';
${inImportOrder([...imports, ...people, importNames(hasPasswords(app) ? ['noPassword'] : [], './samples/no-password.ts'), "import { seedId } from './samples/seed-id.ts';\n"])}
/** Fills an empty database with example rows; one that holds anything is left as it is. */
export async function seed(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    ${indent(wrap('for (const table of [', tables, ']) {', 4), 2).trimStart()}
      if ((await transaction.$count(table)) > 0) return;
    }
${accounts}${indent([...entities, ...app.links.map((link) => seedLink(app, link))].join('\n'), 2)}
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
  const id = [`id: seedId('${entity.table}', n)`, ...ownerOf(app, entity)].join(', ');
  const secrets = passwordsOf(entity).map(({ model }) => `${model.name}: noPassword`);
  const rows = `numbers(${rowsOf(app, entity)}).map((n) => (`;
  const line = `  .values(${rows}{ ${id}, ${[`...${sample}`, ...secrets].join(', ')} })))`;
  const values =
    line.length + 4 <= 100
      ? line
      : `  .values(\n    ${rows}{\n      ${id.replace(', owner', ',\n      owner')},\n      ${[`...${sample}`, ...secrets].join(',\n      ')},\n    })),\n  )`;
  return `await transaction
  .insert(${entity.variable}Table)
${values}
  .onConflictDoNothing();`;
}

/** The example account of a role that makes such rows, rather one that sees its own only. */
function ownerOf({ people }: AppModel, { access }: EntityModel): string[] {
  if (people === null || !access?.owner) return [];
  const makers = people.roles.filter((role) => may(role, access.rules.create));
  const role = makers.find((each) => !access.seesAll.includes(each)) ?? makers[0] ?? people.admin;
  return [`${access.owner.name}: seedOwner(${tsString(role)})`];
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
