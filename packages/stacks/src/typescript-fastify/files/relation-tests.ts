import { wayToDeletable } from '../lifecycle.ts';
import { type AppModel, type EntityModel, entityNamed, type ReferenceModel } from '../model.ts';
import { indent } from '../text.ts';
import { heldTest, restoreLines } from './deletion-tests.ts';
import { isLimited, withArticle } from './entity-parts.ts';
import { canRead, canSee, canTest, freed } from './testers.ts';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

/** Integrity of the references an entity holds. */
export function relationTests(app: AppModel, entity: EntityModel, limited: boolean): string[] {
  return entity.references.flatMap((reference) => {
    const parent = entityNamed(app, reference.target);
    const isRare = parent !== entity && isLimited(app, parent);
    // The child is made by its own tester, which has to see the parent that is made for it.
    const canMake = canTest(app, parent, 'create') && canSee(app, entity, parent);
    const canDelete = canMake && canTest(app, entity, 'delete') && canTest(app, parent, 'delete');
    const canList = canMake && canTest(app, parent, 'read') && canRead(app, parent, entity);
    const isHidden = entity.softDeletion !== null && canTest(app, entity, 'delete');
    // What goes with its parent has to be free to go.
    const needed = reference.onDelete === 'cascade' && isKept(entity) ? (['delete'] as const) : [];
    const canSettle =
      canMake && canTest(app, parent, 'delete') && canTest(app, entity, 'read', ...needed);
    return [
      ...(canDelete && reference.onDelete === 'restrict'
        ? [referenceTest(app, entity, reference, isRare)]
        : []),
      ...(reference.onDelete !== 'restrict' && canSettle
        ? [deletionTest(app, entity, reference, isRare)]
        : []),
      ...(limited || !canList ? [] : nestedTest(app, entity, reference, { isRare, isHidden })),
      ...(canMake && canTest(app, parent, 'delete')
        ? heldTest(app, entity, reference, createParent(parent, isRare))
        : []),
    ];
  });
}

function test(title: string, body: string): string {
  return `it('${title}', async () => {\n${indent(body)}\n});\n`;
}

/** The parent of a test; when there can be only few, it has to be the first. */
function createParent(parent: EntityModel, isRare: boolean): string {
  const create = `const parent = await create${parent.name}();`;
  return isRare ? `await empty('${parent.table}');\n${create}` : create;
}

function referenceTest(
  app: AppModel,
  entity: EntityModel,
  reference: ReferenceModel,
  isRare: boolean,
): string {
  const { name } = reference;
  const parent = entityNamed(app, reference.target);
  // A child that can come back keeps the row that it would come back to.
  const isKept = entity.softDeletion !== null && parent.softDeletion === null;
  const last = isKept
    ? "await expectProblem(409, 'DELETE', parentUrl);"
    : "assert.equal((await call('DELETE', parentUrl)).status, 204);";
  return test(
    `refuses an unknown ${name} and keeps ${withArticle(parent.title)} that is in use (${name})`,
    `const unknown = '${UNKNOWN}';
${createParent(parent, isRare)}
const body = await ${entity.variable}Body();
await expectProblemAt('/${name}', 422, 'POST', path, { ...body, ${name}: unknown });
const child = await create${entity.name}({ ${name}: parent.id });
${lines(freed(app, parent, 'parent'))}const parentUrl = \`/api/${parent.path}/\${parent.id}\`;
await expectProblem(409, 'DELETE', parentUrl);
${lines(freed(app, entity, 'child'))}await call('DELETE', \`\${path}/\${child.id}\`);
${[last, ...restoreLines(entity, reference, parent)].join('\n')}`,
  );
}

/** The row goes with the one it belongs to, or is left without it. */
function deletionTest(
  app: AppModel,
  entity: EntityModel,
  reference: ReferenceModel,
  isRare: boolean,
): string {
  const { name, onDelete } = reference;
  const parent = entityNamed(app, reference.target);
  const isDeleted = onDelete === 'cascade';
  const url = '`${path}/${child.id}`';
  const after = isDeleted
    ? `await expectProblem(404, 'GET', ${url});`
    : `assert.equal((await expectRow(200, 'GET', ${url})).${name}, null);`;
  const what = isDeleted ? 'goes with' : 'stays without';
  return test(
    `refuses an unknown ${name}; ${withArticle(entity.title)} ${what} its ${parent.title} (${name})`,
    `const unknown = '${UNKNOWN}';
${createParent(parent, isRare)}
const body = await ${entity.variable}Body();
await expectProblemAt('/${name}', 422, 'POST', path, { ...body, ${name}: unknown });
const child = await create${entity.name}({ ${name}: parent.id });
${lines([...freed(app, parent, 'parent'), ...(isDeleted ? freed(app, entity, 'child') : [])])}assert.equal((await call('DELETE', \`/api/${parent.path}/\${parent.id}\`)).status, 204);
${[after, ...restoreLines(entity, reference, parent)].join('\n')}`,
  );
}

/** Is a new row in a state in which it cannot be deleted? */
const isKept = (entity: EntityModel) => wayToDeletable(entity)?.length !== 0;

/** Each on a line of its own. */
const lines = (statements: readonly string[]) => statements.map((each) => `${each}\n`).join('');

/** Two rows of one parent, or the one that it may have. */
function childrenOf(entity: EntityModel, { name, relation }: ReferenceModel): string {
  const limits = (entity.entity.rules ?? []).flatMap((rule) =>
    rule.kind === 'at-most' && rule.per === relation.name ? rule.most : [],
  );
  const child = `  await create${entity.name}({ ${name}: parent.id }),\n`;
  return child.repeat(Math.min(2, ...limits));
}

function nestedTest(
  app: AppModel,
  entity: EntityModel,
  reference: ReferenceModel,
  { isRare, isHidden }: { isRare: boolean; isHidden: boolean },
): string[] {
  const { name, unique, nested } = reference;
  const parent = entityNamed(app, reference.target);
  if (nested === null) return [];
  const hidden = isHidden
    ? `
${lines(freed(app, entity, 'children[0]'))}assert.equal((await call('DELETE', \`\${path}/\${children[0]?.id}\`)).status, 204);
assert.deepEqual(ids((await expectPage(url)).items), ids(children.slice(1)));`
    : '';
  const url = `/api/${parent.path}/\${parent.id}/${nested.segment}`;
  const unknown = `/api/${parent.path}/${UNKNOWN}/${nested.segment}`;
  if (unique) {
    // What comes with a row is shown with the row alone.
    const same =
      entity.lists.length === 0
        ? "assert.deepEqual(await expectRow(200, 'GET', url), child);"
        : "assert.equal((await expectRow(200, 'GET', url)).id, child.id);";
    return [
      test(
        `gives ${withArticle(parent.title)} at most one ${entity.title} (${name})`,
        `const parent = await create${parent.name}();
const url = \`${url}\`;
await expectProblem(404, 'GET', url);
const child = await create${entity.name}({ ${name}: parent.id });
${same}
const body = { ...(await ${entity.variable}Body()), ${name}: parent.id };
await expectProblemAt('/${name}', 409, 'POST', path, body);`,
      ),
    ];
  }
  return [
    test(
      `lists the ${entity.pluralTitle} of one ${parent.title} (${name})`,
      `${createParent(parent, isRare)}
const children = [
${childrenOf(entity, reference)}];
${isRare ? '' : `await create${entity.name}();\n`}const url = \`${url}\`;
assert.deepEqual(ids(await walk(\`\${url}?limit=1\`)), ids(children));
const nowhere = '${unknown}';
await expectProblem(404, 'GET', nowhere);${hidden}`,
    ),
  ];
}
