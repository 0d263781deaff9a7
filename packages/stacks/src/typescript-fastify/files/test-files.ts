import type { GeneratedFile } from '@quantumlayer/contracts';
import { type AppModel, type EntityModel, entityNamed } from '../model.ts';
import {
  columnTests,
  exactTests,
  fileTests,
  passwordTest,
  peopleTests,
  softDeletionTest,
  teamTest,
  testFiles,
} from '../templates.ts';
import { byName, importNames, indent, listOf, wrap } from '../text.ts';
import { isScoped } from './access-parts.ts';
import {
  hasComputed,
  isLimited,
  partsOf,
  requiredReferences,
  withArticle,
} from './entity-parts.ts';
import { entityTest } from './entity-test.ts';
import { linkTest } from './link-test.ts';
import { hasPasswords } from './password-parts.ts';
import { permissionFiles } from './permission-files.ts';
import { templateText } from './template-text.ts';
import { canTest, freeingSteps } from './testers.ts';
import { versionTestFiles } from './version-parts.ts';

/** Unit and API tests of the whole app. */
export function appTests(app: AppModel): GeneratedFile[] {
  return [
    ...[...testFiles, ...(app.people === null ? [] : peopleTests)].map(([path, template]) => ({
      path,
      content: templateText(app, template),
    })),
    ...(hasComputed(app) ? [exactTests] : []),
    ...usedColumnTests(app),
    ...(hasPasswords(app) ? [passwordTest] : []),
    ...uploadTests(app),
    ...permissionFiles(app),
    ...(app.people?.team == null
      ? []
      : [{ path: teamTest.path, content: templateText(app, teamTest.content) }]),
    ...versionTestFiles(app),
    ...(app.entities.some(({ softDeletion }) => softDeletion !== null) ? [softDeletionTest] : []),
    examplesFile(app),
    ...app.entities.flatMap((entity) => entityTest(app, entity, isLimited(app, entity))),
    ...app.links.flatMap((link) => linkTest(app, link)),
  ];
}

function uploadTests(app: AppModel): GeneratedFile[] {
  if (app.entities.every(({ uploads }) => uploads.length === 0)) return [];
  return [...fileTests].map(([path, template]) => ({ path, content: templateText(app, template) }));
}

function usedColumnTests(app: AppModel): GeneratedFile[] {
  const parts = app.entities.flatMap(partsOf);
  return [...columnTests]
    .filter(([name]) => parts.some(({ kind }) => kind.columnModule === name))
    .map(([name, content]) => ({ path: `tests/support/check-${name}.ts`, content }));
}

/** Makes rows through the API, together with the rows they must refer to. */
function examplesFile(app: AppModel): GeneratedFile {
  const sorted = app.entities.toSorted((left, right) => byName(left.file, right.file));
  const imports = sorted.map(({ name, file }) =>
    importNames([`sample${name}`], `../../src/modules/${file}/sample.ts`),
  );
  // Accounts belong to a team, which no test empties.
  const tables = app.entities
    .filter(({ access }, _at, all) => !access?.team?.isItself || all.length === 1)
    .map(({ table, path }) => `{ table: '${table}', path: '${path}' }`);
  const isPeople = app.people !== null;
  const reused = app.entities.filter((entity) => isReused(app, entity));
  const functions = app.entities.map((entity) => exampleFunctions(app, entity)).join('\n');
  const support = [
    'expectRow',
    'nextNumber',
    'type Row',
    ...(reused.length > 0 ? ['expectPage'] : []),
    ...(functions.includes('callers.') ? ['callers'] : []),
  ];
  const callers = isPeople ? importNames(['type Caller'], './callers.ts') : '';
  const content = `${imports.join('')}${importNames(support, './api.ts')}${callers}
${listOf('export const apiTables = [', tables, '] as const;')}

${functions}${reused.map(anyFunction).join('')}`;
  return { path: 'tests/support/examples.ts', content };
}

/** Parents that run out of distinct rows are shared by their children. */
function isReused(app: AppModel, entity: EntityModel): boolean {
  const isParent = app.entities.some((child) =>
    requiredReferences(child).some(({ target, unique }) => target === entity.name && !unique),
  );
  return isParent && isLimited(app, entity);
}

function exampleFunctions(app: AppModel, entity: EntityModel): string {
  const { name, variable, title } = entity;
  const references = requiredReferences(entity).map((reference) => {
    const parent = entityNamed(app, reference.target);
    const make = isReused(app, parent) && !reference.unique ? 'any' : 'create';
    const argument = isScoped(parent, 'read') ? (make === 'any' ? 'as' : '{}, as') : '';
    return `    ${reference.name}: (await ${make}${parent.name}(${argument})).id,\n`;
  });
  const isPeople = app.people !== null;
  const usesCaller = references.some((line) => /\bas\)/.test(line));
  const argument = references.length > 0 ? `, {\n${references.join('')}  }` : '';
  return `/** A body that creates ${withArticle(title)}; each call gives another one. */
export async function ${variable}Body(${usesCaller ? 'as?: Caller' : isPeople ? '_as?: Caller' : ''}) {
  return sample${name}(nextNumber()${argument});
}

${isPeople ? createByCaller(entity) : createPlainly(entity)}
${freeFunction(app, entity)}`;
}

/** Where a new row is in a state that keeps it: tests that delete one move it on first. */
function freeFunction(app: AppModel, entity: EntityModel): string {
  const moves = canTest(app, entity, 'delete') ? freeingSteps(app, entity) : null;
  const last = moves?.at(-1);
  if (moves === null || last === undefined) return '';
  return `
/** Moves a new ${entity.title} on, to a state in which it can be deleted. */
export async function free${entity.name}(row: Row | undefined): Promise<Row> {
  const url = \`/api/${entity.path}/\${row?.id}\`;
${indent([...moves.slice(0, -1), last.replace('await', 'return')].join('\n'))}
}
`;
}

function createPlainly({ name, variable, path }: EntityModel): string {
  const body = [`...(await ${variable}Body())`, '...changes'];
  return `export async function create${name}(changes: Record<string, unknown> = {}): Promise<Row> {
${indent(wrap(`return expectRow(201, 'POST', '/api/${path}', {`, body, '});', 2))}
}`;
}

function createByCaller({ name, variable, path }: EntityModel): string {
  const parameters = ['changes: Record<string, unknown> = {}', 'as?: Caller'];
  return `${wrap(`export async function create${name}(`, parameters, '): Promise<Row> {')}
  const body = { ...(await ${variable}Body(as)), ...changes };
  return expectRow(201, 'POST', '/api/${path}', body, as);
}`;
}

function anyFunction({ name, path, access }: EntityModel): string {
  const [parameter, list, create] =
    access === null ? ['', '', ''] : ['as?: Caller', ', as', '{}, as'];
  return `
let last${name}: Promise<unknown> = Promise.resolve();

/** One that is there. In turn, so that several who ask at once share the one that the first of them makes. */
function any${name}(${parameter}): Promise<Row> {
  const mine = last${name}.then(async () => {
    const [first] = (await expectPage('/api/${path}?limit=1'${list})).items;
    return first ?? create${name}(${create});
  });
  last${name} = mine.catch(() => undefined);
  return mine;
}
`;
}
