import type { GeneratedFile } from '@quantumlayer/contracts';
import { type AppModel, type EntityModel, entityNamed } from '../model.ts';
import { testFiles } from '../templates.ts';
import { byName, importNames, indent, listOf, wrap } from '../text.ts';
import { isLimited, requiredReferences, withArticle } from './entity-parts.ts';
import { entityTest } from './entity-test.ts';
import { linkTest } from './link-test.ts';

/** Unit and API tests of the whole app. */
export function appTests(app: AppModel): GeneratedFile[] {
  return [
    ...[...testFiles].map(([path, content]) => ({ path, content })),
    examplesFile(app),
    ...app.entities.map((entity) => entityTest(app, entity, isLimited(app, entity))),
    ...app.links.map((link) => linkTest(app, link)),
  ];
}

/** Makes rows through the API, together with the rows they must refer to. */
function examplesFile(app: AppModel): GeneratedFile {
  const sorted = app.entities.toSorted((left, right) => byName(left.file, right.file));
  const imports = sorted.map(({ name, file }) =>
    importNames([`sample${name}`], `../../src/modules/${file}/sample.ts`),
  );
  const tables = app.entities.map(({ table, path }) => `{ table: '${table}', path: '${path}' }`);
  const reused = app.entities.filter((entity) => isReused(app, entity));
  const support = [
    'expectRow',
    'nextNumber',
    'type Row',
    ...(reused.length > 0 ? ['expectPage'] : []),
  ];
  const content = `${imports.join('')}${importNames(support, './api.ts')}
${listOf('export const apiTables = [', tables, '] as const;')}

${app.entities.map((entity) => exampleFunctions(app, entity)).join('\n')}${reused.map(anyFunction).join('')}`;
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
  const { name, variable, path, title } = entity;
  const references = requiredReferences(entity).map((reference) => {
    const parent = entityNamed(app, reference.target);
    const make = isReused(app, parent) && !reference.unique ? 'any' : 'create';
    return `    ${reference.name}: (await ${make}${parent.name}()).id,\n`;
  });
  const argument = references.length > 0 ? `, {\n${references.join('')}  }` : '';
  return `/** A body that creates ${withArticle(title)}; each call gives another one. */
export async function ${variable}Body() {
  return sample${name}(nextNumber()${argument});
}

export async function create${name}(changes: Record<string, unknown> = {}): Promise<Row> {
${indent(
  wrap(
    `return expectRow(201, 'POST', '/api/${path}', {`,
    [`...(await ${variable}Body())`, '...changes'],
    '});',
    2,
  ),
)}
}
`;
}

function anyFunction({ name, path }: EntityModel): string {
  return `
async function any${name}(): Promise<Row> {
  const [first] = (await expectPage('/api/${path}?limit=1')).items;
  return first ?? create${name}();
}
`;
}
