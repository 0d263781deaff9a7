import { type AppModel, type EntityModel, entityNamed, type ReferenceModel } from '../model.ts';
import { may } from '../people.ts';
import { indent, tsString } from '../text.ts';
import { withArticle } from './entity-parts.ts';
import { canTest, freed } from './testers.ts';

function test(title: string, lines: string[]): string {
  return `it(${tsString(title)}, async () => {\n${indent(lines.join('\n'))}\n});\n`;
}

/** A row that was deleted is gone, or hidden until it is restored. */
export function deletionTests(app: AppModel, entity: EntityModel, limited: boolean): string[] {
  if (!canTest(app, entity, 'create', 'read', 'delete')) return [];
  return entity.softDeletion === null
    ? [goneTest(app, entity)]
    : [hiddenTest(app, entity), ...freedTest(app, entity, limited), ...roleTest(app, entity)];
}

function goneTest(app: AppModel, entity: EntityModel): string {
  return test(`deletes ${withArticle(entity.title)}`, [
    `const row = await create${entity.name}();`,
    ...freed(app, entity, 'row'),
    "assert.equal((await call('DELETE', `${path}/${row.id}`)).status, 204);",
    "await expectProblem(404, 'GET', `${path}/${row.id}`);",
  ]);
}

function hiddenTest(app: AppModel, entity: EntityModel): string {
  const { name, title } = entity;
  const isFreed = freed(app, entity, 'row').length > 0;
  const row = isFreed ? `free${name}(await create${name}())` : `create${name}()`;
  return test(`hides ${withArticle(title)} that was deleted until it is restored`, [
    `await checkDeletion(path, await ${row});`,
  ]);
}

/** Unique values are those of the rows that are shown. */
function freedTest(app: AppModel, entity: EntityModel, limited: boolean): string[] {
  const { name, fields } = entity;
  const unique = fields.find(({ uniqueName }) => uniqueName !== null);
  if (unique === undefined || limited) return [];
  return [
    test('frees the unique values of what is deleted, which is not restored onto taken ones', [
      `const row = await create${name}();`,
      ...freed(app, entity, 'row'),
      'const url = `${path}/${row.id}`;',
      "assert.equal((await call('DELETE', url)).status, 204);",
      `await create${name}({ ${unique.name}: row.${unique.name} });`,
      `await expectProblemAt('/${unique.name}', 409, 'POST', \`\${url}/restore\`);`,
    ]),
  ];
}

/** Who may not delete does not see what is deleted. */
function roleTest({ people }: AppModel, { access, pluralTitle }: EntityModel): string[] {
  const role = people?.roles.find(
    (each) => may(each, access?.rules.read ?? []) && !may(each, access?.rules.delete ?? []),
  );
  if (role === undefined) return [];
  return [
    test(`shows deleted ${pluralTitle} to who may delete them alone`, [
      `const reader = callers.forRole(${tsString(role)});`,
      "await expectProblem(403, 'GET', `${path}?deleted=only`, undefined, reader);",
    ]),
  ];
}

/** A row refers to no deleted one. */
export function heldTest(
  app: AppModel,
  entity: EntityModel,
  { name, target }: ReferenceModel,
  create: string,
): string[] {
  const parent = entityNamed(app, target);
  if (parent.softDeletion === null) return [];
  return [
    test(`does not let ${withArticle(entity.title)} refer to a deleted ${parent.title} (${name})`, [
      ...create.split('\n'),
      ...freed(app, parent, 'parent'),
      `assert.equal((await call('DELETE', \`/api/${parent.path}/\${parent.id}\`)).status, 204);`,
      `const body = { ...(await ${entity.variable}Body()), ${name}: parent.id };`,
      `await expectProblemAt('/${name}', 422, 'POST', path, body);`,
    ]),
  ];
}

/** What becomes of a child whose deletion hid it, once its parent is deleted as well. */
export function restoreLines(
  { softDeletion }: EntityModel,
  { name, onDelete }: ReferenceModel,
  parent: EntityModel,
): string[] {
  if (softDeletion === null || parent.softDeletion === null || onDelete === 'set null') return [];
  const url = '`${path}/${child.id}`';
  const parentUrl = `/api/${parent.path}/\${parent.id}`;
  return [
    `await expectProblemAt('/${name}', 409, 'POST', \`\${path}/\${child.id}/restore\`);`,
    `await expectRow(200, 'POST', \`${parentUrl}/restore\`);`,
    onDelete === 'cascade'
      ? `await expectRow(200, 'GET', ${url});`
      : "await expectRow(200, 'POST', `${path}/${child.id}/restore`);",
  ];
}
