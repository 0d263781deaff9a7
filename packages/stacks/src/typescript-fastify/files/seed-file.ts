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
  // The team of the first account is no example.
  const tables = app.creationOrder
    .filter(({ access }, _at, all) => !access?.team?.isItself || all.length === 1)
    .map(({ variable }) => `${variable}Table`);
  const names = ['seedAccounts', 'seedOwner', 'seedTeam'].filter(
    (name, at) => at === 0 || entities.some((code) => code.includes(`${name}(`)),
  );
  const people = app.people === null ? [] : [importNames(names, './people/seed-accounts.ts')];
  const accounts = app.people === null ? [] : ['await seedAccounts(transaction);'];
  const isTeam = (at: number) => app.creationOrder[at]?.access?.team?.isItself === true;
  const teams = entities.filter((_code, at) => isTeam(at));
  const others = entities.filter((_code, at) => !isTeam(at));
  const content = `import type { Database } from './database/database.ts';
${inImportOrder([...imports, ...people, importNames(hasPasswords(app) ? ['noPassword'] : [], './samples/no-password.ts'), "import { seedId } from './samples/seed-id.ts';\n"])}
/** Fills an empty database with example rows; one that holds anything is left as it is. */
export async function seed(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    ${indent(wrap('for (const table of [', tables, ']) {', 4), 2).trimStart()}
      if ((await transaction.$count(table)) > 0) return;
    }
${indent([...teams, ...accounts, ...others, ...app.links.map((link) => seedLink(app, link))].join('\n'), 2)}
  });
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}
`;
  return { path: 'src/seed.ts', content };
}

/** Where rows have teams, as many of the first as of the second one, or a single one. */
function rowsOf(app: AppModel, entity: EntityModel): number {
  const count = Math.min(ROWS, capacityOf(app, entity));
  return isOfTeam(entity) && count > 1 ? count - (count % 2) : count;
}

function isOfTeam({ access }: EntityModel): boolean {
  return access !== null && access.team !== null && !access.team.isItself;
}

/** The team of the nth row: each other one, or the first where a row that it needs is alone. */
function teamOf(app: AppModel, entity: EntityModel): 'n % 2' | '0' {
  const parents = requiredReferences(entity).map(({ target }) => entityNamed(app, target));
  const isAlone = [entity, ...parents].some((each) => isOfTeam(each) && rowsOf(app, each) === 1);
  const isBelow = parents.some(
    (parent) => parent !== entity && isOfTeam(parent) && teamOf(app, parent) === '0',
  );
  return isAlone || isBelow ? '0' : 'n % 2';
}

function seedEntity(app: AppModel, entity: EntityModel): string {
  const required = requiredReferences(entity);
  const references = required.map(({ name, target, unique }) => {
    const parent = entityNamed(app, target);
    const count = rowsOf(app, parent);
    const which = placeOf(app, entity, parent, unique || rowsOf(app, entity) <= count ? 0 : count);
    return `${name}: seedId('${parent.table}', ${which})`;
  });
  const sample = `sample${entity.name}(n${references.length > 0 ? `, { ${references.join(', ')} }` : ''})`;
  const key = entity.access?.team?.isItself ? 'seedTeam(n)' : `seedId('${entity.table}', n)`;
  const id = [`id: ${key}`, ...ownerOf(app, entity)];
  const secrets = passwordsOf(entity).map(({ model }) => `${model.name}: noPassword`);
  const rows = `numbers(${rowsOf(app, entity)}).map((n) => (`;
  const line = `  .values(${rows}{ ${[...id, `...${sample}`, ...secrets].join(', ')} })))`;
  const values =
    line.length + 4 <= 100
      ? line
      : `  .values(\n    ${rows}{\n      ${[...id, `...${sample}`, ...secrets].join(',\n      ')},\n    })),\n  )`;
  return `await transaction
  .insert(${entity.variable}Table)
${values}
  .onConflictDoNothing();`;
}

/** Which of the parents the nth row belongs to; `count` of them where there are fewer parents than rows, else 0. */
function placeOf(app: AppModel, entity: EntityModel, parent: EntityModel, count: number): string {
  // All rows are of the first team, which has each other one of these parents.
  const isSparse =
    isOfTeam(entity) &&
    isOfTeam(parent) &&
    teamOf(app, entity) === '0' &&
    teamOf(app, parent) !== '0';
  if (isSparse) return `(2 * n) % ${rowsOf(app, parent)}`;
  return count === 0 ? 'n' : `n % ${count}`;
}

/** The example account of a role that makes such rows, rather one that sees its own only. */
function ownerOf(app: AppModel, entity: EntityModel): string[] {
  const { people } = app;
  const { access } = entity;
  if (people === null || access === null) return [];
  const inTeam = isOfTeam(entity) ? teamOf(app, entity) : null;
  const team = inTeam === null ? [] : [`${access.team?.name}: seedTeam(${inTeam})`];
  if (access.owner === null) return team;
  const makers = people.roles.filter((role) => may(role, access.rules.create));
  const role = makers.find((each) => !access.seesAll.includes(each)) ?? makers[0] ?? people.admin;
  const of = [tsString(role), ...(inTeam === null ? [] : [inTeam])].join(', ');
  return [...team, `${access.owner.name}: seedOwner(${of})`];
}

function seedLink(app: AppModel, link: LinkModel): string {
  const [side] = link.sides;
  if (side === undefined) return '';
  const [from, to] = [entityNamed(app, side.from), entityNamed(app, side.to)];
  const isMixed = isOfTeam(from) && isOfTeam(to) && teamOf(app, from) !== teamOf(app, to);
  const count = isMixed ? 1 : Math.min(rowsOf(app, from), rowsOf(app, to));
  return `await transaction
  .insert(${link.variable}Table)
  .values(
    numbers(${count}).map((n) => ({
      ${side.ownColumn.name}: seedId('${from.table}', n),
      ${side.otherColumn.name}: seedId('${to.table}', ${from === to ? `(n + ${isOfTeam(from) ? 2 : 1}) % ${count}` : 'n'}),
    })),
  )
  .onConflictDoNothing();`;
}
