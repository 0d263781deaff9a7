import type { GeneratedFile } from '@quantumlayer/contracts';
import { isWatched } from '../audit.ts';
import {
  type AppModel,
  type EntityModel,
  entityNamed,
  type NestedList,
  type SoftDeletionModel,
} from '../model.ts';
import { shownSchema } from '../nested/nested-model.ts';
import { restoreSummary } from '../soft-deletion.ts';
import { chain, importNames, indent, inImportOrder, wrap } from '../text.ts';
import {
  accessConfig,
  accessImport,
  findArgument,
  hiddenReferences,
  membersOf,
  rowsArgument,
  rowsOf,
  writeCall,
} from './access-parts.ts';
import { deleteSummary } from './deletion-parts.ts';
import { withArticle } from './entity-parts.ts';
import { nestedRoute } from './nested-route.ts';
import { hashedBody, hashedFunction, hasherOf, routesHead } from './password-parts.ts';
import { route } from './route-text.ts';
import { replyOf, tagged, versionArgument, versionHeaders } from './version-parts.ts';

/** The HTTP face of one entity, including its lists below the entities it belongs to. */
export function routesFile(app: AppModel, entity: EntityModel): GeneratedFile {
  const nested = entity.references.filter(({ inverse }) => inverse !== null);
  const parents = nested
    .filter(({ target, unique }) => target !== entity.name && !unique)
    .map(({ target }) => target);
  const nestedHidden = entity.lists.flatMap((list) => hiddenInList(app, list));
  const hidden = [...hiddenReferences(app, entity), ...nestedHidden]
    .map(({ target }) => target.name)
    .filter((name) => name !== entity.name);
  const parentNames = [...new Set([...parents, ...hidden])].map((name) => entityNamed(app, name));
  const routes = [
    listRoute(entity),
    createRoute(app, entity),
    getRoute(entity),
    updateRoute(app, entity),
    removeRoute(app, entity),
    ...(entity.softDeletion === null ? [] : [restoreRoute(app, entity, entity.softDeletion)]),
    ...nested.map((reference) =>
      nestedRoute(entity, entityNamed(app, reference.target), reference),
    ),
  ];
  const body = indent(routes.join('\n\n'), 2);
  const content = `${imports(app, entity, parentNames, body)}
${routesHead(`export function ${entity.variable}Routes(`, hasherOf(entity), '): FastifyPluginAsyncZod {')}
  const repository = create${entity.name}Repository(database);
${parentNames.map((parent) => `  const ${parent.variable}Parents = create${parent.name}Repository(database);\n`).join('')}${hashedFunction(entity)}
  return async (app) => {
${body}
  };
}
`;
  return { path: `src/modules/${entity.file}/routes.ts`, content };
}

function imports(app: AppModel, entity: EntityModel, parents: EntityModel[], body: string): string {
  const { variable, name } = entity;
  const changes = hasherOf(entity).length > 0 ? [`type ${name}Changes`] : [];
  const wanted = [
    `${variable}Changes`,
    `${variable}DetailSchema`,
    `${variable}ListQuery`,
    `${variable}Query`,
    `${variable}Schema`,
    `new${name}`,
  ];
  const schemas = [...changes, ...wanted.filter((each) => new RegExp(`\\b${each}\\b`).test(body))];
  const detail = entity.lists.length > 0 ? [`insert${name}`, `show${name}`] : [];
  const used = (names: string[]) => names.filter((name) => body.includes(`${name}(`));
  const others = app.entities.filter(
    (other) => other !== entity && new RegExp(`\\b${other.variable}Access\\.`).test(body),
  );
  const repositories = [
    ...parents.map((parent) =>
      importNames([`create${parent.name}Repository`], `../${parent.file}/repository.ts`),
    ),
    ...others.map((other) => accessImport(other)),
  ];
  const own = accessImport(entity, '.');
  return `import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Database } from '../../database/database.ts';
${importNames(used(['atPlace']), '../../http/at-place.ts')}${importNames(['noContent', 'notFound', 'problems'], '../../http/problem.ts')}${importNames(['idParams', 'pageOf'], '../../http/query.ts')}${importNames([...used(['etagOf', 'versionsOf']), ...(body.includes('ifMatchHeaders') ? ['ifMatchHeaders'] : [])], '../../http/versions.ts')}${importNames(used(['actingAs']), '../../people/acting-as.ts')}${importNames(used(['both', 'expectAllowed', 'signedIn']), '../../people/authorise.ts')}${importNames(hasherOf(entity).length > 0 ? ['type PasswordHasher'] : [], '../../people/password-hash.ts')}${importNames(used(['expectRow', 'rowsOf', 'teamRowsOf']), '../../people/rows.ts')}${inImportOrder(repositories)}${own}${importNames(detail, './detail.ts')}${importNames([`create${name}Repository`], './repository.ts')}${importNames(schemas, './schema.ts')}`;
}

const writer = ({ name }: EntityModel, method: string) => ({
  ...{ on: 'repository', create: `create${name}Repository`, method },
});

function listRoute(entity: EntityModel): string {
  const { variable, path, plural, pluralTitle } = entity;
  const rows = rowsArgument(entity, 'read');
  return route({
    method: 'get',
    path: `/${path}`,
    operationId: `list${plural}`,
    summary: `List ${pluralTitle}`,
    tag: plural,
    config: accessConfig([[entity, 'read']]),
    schema: [
      `querystring: ${variable}${entity.softDeletion === null ? '' : 'List'}Query,`,
      `response: { 200: pageOf(${variable}Schema), ...problems },`,
    ],
    handler:
      entity.softDeletion === null
        ? handler(['query'], rows, `repository.list(query${rows})`)
        : listHandler(entity),
  });
}

/** The list of what is deleted is for who may delete it. */
function listHandler(entity: EntityModel): string {
  const { access, variable } = entity;
  const list = `repository.list(query${rowsArgument(entity, 'read')})`;
  const check = access === null ? '' : `  expectAllowed(account, ${variable}Access.delete);\n`;
  const deleted = `repository.listDeleted(query${rowsArgument(entity, 'delete')})`;
  const shown = `if (query.deleted === undefined) return ${list};`;
  const isShort = shown.length + 8 <= 100;
  return `async (${membersOf(['query'], check + list + deleted)}) => {
  ${isShort ? shown : shown.replace(') return', ')\n    return')}
${check}  return ${deleted};
}`;
}

function restoreRoute(app: AppModel, entity: EntityModel, { restore }: SoftDeletionModel): string {
  const { path, plural, title, variable, version } = entity;
  const rows = rowsArgument(entity, 'delete');
  const reply = version === null ? '' : ', reply';
  const isActing = isWatched(app, entity);
  const given = ['params.id', ...rowsOf(entity, 'delete')];
  return route({
    method: 'post',
    path: `/${path}/:id/${restore.segment}`,
    operationId: restore.operationId,
    summary: restoreSummary(entity),
    tag: plural,
    config: accessConfig([[entity, 'delete']]),
    schema: ['params: idParams,', `response: { 200: ${variable}Schema, ...problems },`],
    handler: `async (${membersOf(['params'], rows + (isActing ? ' account' : ''))}${reply}) => {
${indent(writeCall(isActing, 'const restored = await ', writer(entity, 'restore'), given))}
  if (restored === null) throw notFound('deleted ${title}', params.id);
${[...tagged(entity, 'restored'), 'return restored;'].map((line) => `  ${line}\n`).join('')}}`,
  });
}

function createRoute(app: AppModel, entity: EntityModel): string {
  const { name, path, plural, title } = entity;
  const checks = `${referenceChecks(app, entity)}${listChecks(app, entity)}`;
  const body = hashedBody(entity);
  const values = ownedValues(entity, body.values);
  const insert = insertCall(entity, values);
  const members = checks !== '' || /\baccount\b/.test(insert) ? 'body, account' : 'body';
  const location = `.header('location', \`/api/${path}/\${created.id}\`)`;
  const tag = entity.version ? [`.header('etag', etagOf(created.${entity.version.name}))`] : [];
  const answer = chain('return reply', ['.code(201)', location, ...tag, '.send(created);'], 8);
  return route({
    method: 'post',
    path: `/${path}`,
    operationId: `create${name}`,
    summary: `Create ${withArticle(title)}`,
    tag: plural,
    config: accessConfig([
      [entity, 'create'],
      ...entity.lists.map(({ child }): [EntityModel, 'create'] => [child, 'create']),
    ]),
    schema: [`body: new${name},`, `response: { 201: ${shownSchema(entity)}, ...problems },`],
    handler: `async ({ ${members} }, reply) => {
${checks}${body.statement}${indent(insert)}
${indent(answer)}
}`,
  });
}

/** What a request gives, with what the session decides. */
function ownedValues({ access }: EntityModel, values: string): string {
  const { owner = null, team = null } = access ?? {};
  const decided = [
    ...(team === null || team.isItself ? [] : [`${team.name}: signedIn(account).teamId`]),
    ...(owner === null ? [] : [`${owner.name}: signedIn(account).id`]),
  ];
  return decided.length === 0 ? values : `{ ${[`...${values}`, ...decided].join(', ')} }`;
}

function getRoute(entity: EntityModel): string {
  const { name, path, plural, title } = entity;
  const rows = findArgument(entity, 'read');
  const given = ['params.id', ...(rows === '' ? [] : [rows.replace(', ', '')])];
  return route({
    method: 'get',
    path: `/${path}/:id`,
    operationId: `get${name}`,
    summary: `Get ${withArticle(title)}`,
    tag: plural,
    config: accessConfig([[entity, 'read']]),
    schema: ['params: idParams,', `response: { 200: ${shownSchema(entity)}, ...problems },`],
    handler: `async (${membersOf(['params'], rows + shown(entity, 'found'))}${replyOf(entity)}) => {
${indent(wrap('const found = await repository.find(', given, ');', 8))}
  if (found === null) throw notFound('${title}', params.id);
${[...tagged(entity, 'found'), `return ${shown(entity, 'found')};`].map((line) => `  ${line}\n`).join('')}}`,
  });
}

function updateRoute(app: AppModel, entity: EntityModel): string {
  const { variable, name, path, plural, title } = entity;
  const rows = rowsArgument(entity, 'update');
  const hashed = hashedBody(entity);
  const checks = referenceChecks(app, entity);
  const isActing = entity.audit !== null;
  const given = [
    'params.id',
    hashed.values,
    ...versionArgument(entity),
    ...rowsOf(entity, 'update'),
  ];
  return route({
    method: 'patch',
    path: `/${path}/:id`,
    operationId: `update${name}`,
    summary: `Change some members of ${withArticle(title)}`,
    tag: plural,
    config: accessConfig([[entity, 'update']]),
    schema: [
      ...versionHeaders(entity),
      'params: idParams,',
      `body: ${variable}Changes,`,
      `response: { 200: ${shownSchema(entity)}, ...problems },`,
    ],
    handler: `async (${membersOf([...changeMembers(entity), 'body'], rows + checks + shown(entity, 'updated') + (isActing ? ' account' : ''))}${replyOf(entity)}) => {
${checks}${hashed.statement}${indent(writeCall(isActing, 'const updated = await ', writer(entity, 'update'), given))}
  if (updated === null) throw notFound('${title}', params.id);
${[...tagged(entity, 'updated'), `return ${shown(entity, 'updated')};`].map((line) => `  ${line}\n`).join('')}}`,
  });
}

function removeRoute(app: AppModel, entity: EntityModel): string {
  const { name, path, plural, title } = entity;
  const rows = rowsArgument(entity, 'delete');
  const given = ['params.id', ...versionArgument(entity), ...rowsOf(entity, 'delete')];
  const problem = `notFound('${title}', params.id)`;
  const isActing = isWatched(app, entity);
  const removed = writeCall(isActing, 'const removed = await ', writer(entity, 'remove'), given);
  const removal =
    entity.version === null && !isActing
      ? orThrow(`!(await repository.remove(params.id${rows}))`, problem)
      : `${removed}\nif (!removed) throw ${problem};`;
  return route({
    method: 'delete',
    path: `/${path}/:id`,
    operationId: `delete${name}`,
    summary: deleteSummary(app, entity),
    tag: plural,
    config: accessConfig([[entity, 'delete']]),
    schema: [
      ...versionHeaders(entity),
      'params: idParams,',
      "response: { 204: noContent('Deleted'), ...problems },",
    ],
    handler: `async (${membersOf(changeMembers(entity), rows + (isActing ? ' account' : ''))}, reply) => {
${indent(removal)}
  return reply.code(204).send();
}`,
  });
}

/** What a change of one row takes from the request. */
function changeMembers({ version }: EntityModel): string[] {
  return version === null ? ['params'] : ['params', 'headers'];
}

/** Whose rows of each list the caller sees. */
function listRows({ lists }: EntityModel): string[] {
  return lists.flatMap(({ child }) => rowsOf(child, 'read'));
}

/** The row as it is shown alone. */
function shown(entity: EntityModel, row: string): string {
  if (entity.lists.length === 0) return row;
  const call = wrap(`show${entity.name}(`, ['database', row, ...listRows(entity)], ')', 16);
  return call.replaceAll('\n', '\n  ');
}

function insertCall(entity: EntityModel, values: string): string {
  const start = 'const created = await ';
  if (entity.lists.length === 0)
    return writeCall(entity.audit !== null, start, writer(entity, 'insert'), [values]);
  const owned = entity.lists.some(({ child }) => child.access?.owner);
  const by = owned ? ['signedIn(account).id'] : [];
  const rest = [values, ...by, ...listRows(entity)];
  const insert = `insert${entity.name}(`;
  const isActing = [entity, ...entity.lists.map(({ child }) => child)].some(
    ({ audit }) => audit !== null,
  );
  if (!isActing) return wrap(`${start}${insert}`, ['database', ...rest], ');', 8);
  const call = wrap(insert, ['transaction', ...rest], '),', 10);
  return `${start}actingAs(database, account, (transaction) =>\n${indent(call)}\n);`;
}

/** Rows that those of a list must not refer to, unless the caller sees them. */
function hiddenInList(app: AppModel, { child, reference }: NestedList) {
  return hiddenReferences(app, child).filter((hidden) => hidden.reference !== reference);
}

function listChecks(app: AppModel, entity: EntityModel): string {
  return entity.lists
    .map((list) => {
      const checks = hiddenInList(app, list).map(({ reference, target }) => {
        const from = target === entity ? 'repository' : `${target.variable}Parents`;
        const find = `${from}.find(id${findArgument(target, 'read')})`;
        return `  await atPlace(\`/${list.name}/\${place}\`, () =>
    expectRow('${reference.name}', item.${reference.name}, (id) =>
      ${find},
    ),
  );\n`;
      });
      if (checks.length === 0) return '';
      const loop = `for (const [place, item] of (body.${list.name} ?? []).entries()) {\n`;
      return indent(`${loop}${checks.join('')}}\n`);
    })
    .join('');
}

function handler(members: string[], rows: string, call: string): string {
  const start = `async (${membersOf(members, rows)}) =>`;
  return start.length + call.length + 8 <= 100 ? `${start} ${call}` : `${start}\n  ${call}`;
}

/** A refusal as Biome prints it in a handler. */
export function orThrow(condition: string, problem: string): string {
  const line = `if (${condition}) throw ${problem};`;
  return line.length + 8 <= 100 ? line : `if (${condition}) {\n  throw ${problem};\n}`;
}

/** Rows that the caller may not see cannot be referred to. */
function referenceChecks(app: AppModel, entity: EntityModel): string {
  return hiddenReferences(app, entity)
    .map(({ reference: { name }, target }) => {
      const from = target === entity ? 'repository' : `${target.variable}Parents`;
      const find = `${from}.find(id${findArgument(target, 'read')})`;
      return `  await expectRow('${name}', body.${name}, (id) =>\n    ${find},\n  );\n`;
    })
    .join('');
}
