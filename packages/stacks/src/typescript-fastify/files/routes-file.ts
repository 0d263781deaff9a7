import type { GeneratedFile } from '@quantumlayer/contracts';
import { type AppModel, type EntityModel, entityNamed, type ReferenceModel } from '../model.ts';
import { chain, importNames, indent, inImportOrder, wrap } from '../text.ts';
import {
  accessConfig,
  accessImport,
  findArgument,
  hiddenReferences,
  membersOf,
  mustExist,
  rowsArgument,
  rowsOf,
} from './access-parts.ts';
import { deleteSummary } from './deletion-parts.ts';
import { withArticle } from './entity-parts.ts';
import { hashedBody, hashedFunction, hasherOf, routesHead } from './password-parts.ts';

/** The HTTP face of one entity, including its lists below the entities it belongs to. */
export function routesFile(app: AppModel, entity: EntityModel): GeneratedFile {
  const nested = entity.references.filter(({ inverse }) => inverse !== null);
  const parents = nested
    .filter(({ target, unique }) => target !== entity.name && !unique)
    .map(({ target }) => target);
  const hidden = hiddenReferences(app, entity)
    .map(({ target }) => target.name)
    .filter((name) => name !== entity.name);
  const parentNames = [...new Set([...parents, ...hidden])].map((name) => entityNamed(app, name));
  const routes = [
    listRoute(entity),
    createRoute(app, entity),
    getRoute(entity),
    updateRoute(app, entity),
    removeRoute(app, entity),
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
  const schemas = [
    ...changes,
    ...[`${variable}Changes`, `${variable}Query`, `${variable}Schema`, `new${name}`],
  ];
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
${importNames(['noContent', 'notFound', 'problems'], '../../http/problem.ts')}${importNames(['idParams', 'pageOf'], '../../http/query.ts')}${importNames(used(['both', 'signedIn']), '../../people/authorise.ts')}${importNames(hasherOf(entity).length > 0 ? ['type PasswordHasher'] : [], '../../people/password-hash.ts')}${importNames(used(['expectRow', 'rowsOf']), '../../people/rows.ts')}${inImportOrder(repositories)}${own}${importNames([`create${name}Repository`], './repository.ts')}${importNames(schemas, './schema.ts')}`;
}

type Route = {
  method: string;
  path: string;
  operationId: string;
  summary: string;
  tag: string;
  /** Lines before the schema: who may use it. */
  config: string[];
  schema: string[];
  handler: string;
};

function route({
  method,
  path,
  operationId,
  summary,
  tag,
  config,
  schema,
  handler,
}: Route): string {
  const lines = [
    `operationId: '${operationId}',`,
    `summary: '${summary}',`,
    `tags: ['${tag}'],`,
    ...schema,
  ];
  return `app.${method}(
  '${path}',
  {
${config.map((line) => `${indent(line, 2)}\n`).join('')}    schema: {
${indent(lines.join('\n'), 3)}
    },
  },
${indent(handler)},
);`;
}

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
      `querystring: ${variable}Query,`,
      `response: { 200: pageOf(${variable}Schema), ...problems },`,
    ],
    handler: handler(['query'], rows, `repository.list(query${rows})`),
  });
}

function createRoute(app: AppModel, entity: EntityModel): string {
  const { variable, name, path, plural, title, access } = entity;
  const checks = referenceChecks(app, entity);
  const owner = access?.owner;
  const body = hashedBody(entity);
  const values = owner ? `{ ...${body.values}, ${owner.name}: signedIn(account).id }` : body.values;
  const members = checks !== '' || owner ? 'body, account' : 'body';
  const location = `.header('location', \`/api/${path}/\${created.id}\`)`;
  const answer = chain('return reply', ['.code(201)', location, '.send(created);'], 8);
  return route({
    method: 'post',
    path: `/${path}`,
    operationId: `create${name}`,
    summary: `Create ${withArticle(title)}`,
    tag: plural,
    config: accessConfig([[entity, 'create']]),
    schema: [`body: new${name},`, `response: { 201: ${variable}Schema, ...problems },`],
    handler: `async ({ ${members} }, reply) => {
${checks}${body.statement}  const created = await repository.insert(${values});
${indent(answer)}
}`,
  });
}

function getRoute(entity: EntityModel): string {
  const { variable, name, path, plural, title } = entity;
  const rows = findArgument(entity, 'read');
  return route({
    method: 'get',
    path: `/${path}/:id`,
    operationId: `get${name}`,
    summary: `Get ${withArticle(title)}`,
    tag: plural,
    config: accessConfig([[entity, 'read']]),
    schema: ['params: idParams,', `response: { 200: ${variable}Schema, ...problems },`],
    handler: `async (${membersOf(['params'], rows)}) => {
  const found = await repository.find(params.id${rows});
  if (found === null) throw notFound('${title}', params.id);
  return found;
}`,
  });
}

function updateRoute(app: AppModel, entity: EntityModel): string {
  const { variable, name, path, plural, title } = entity;
  const rows = rowsArgument(entity, 'update');
  const hashed = hashedBody(entity);
  const checks = referenceChecks(app, entity);
  return route({
    method: 'patch',
    path: `/${path}/:id`,
    operationId: `update${name}`,
    summary: `Change some members of ${withArticle(title)}`,
    tag: plural,
    config: accessConfig([[entity, 'update']]),
    schema: [
      'params: idParams,',
      `body: ${variable}Changes,`,
      `response: { 200: ${variable}Schema, ...problems },`,
    ],
    handler: `async (${membersOf(['params', 'body'], rows + checks)}) => {
${checks}${hashed.statement}  ${wrap(
      'const updated = await repository.update(',
      ['params.id', hashed.values, ...rowsOf(entity, 'update')],
      ');',
      8,
    ).replaceAll('\n', '\n  ')}
  if (updated === null) throw notFound('${title}', params.id);
  return updated;
}`,
  });
}

function removeRoute(app: AppModel, entity: EntityModel): string {
  const { name, path, plural, title } = entity;
  const rows = rowsArgument(entity, 'delete');
  return route({
    method: 'delete',
    path: `/${path}/:id`,
    operationId: `delete${name}`,
    summary: deleteSummary(app, entity),
    tag: plural,
    config: accessConfig([[entity, 'delete']]),
    schema: ['params: idParams,', "response: { 204: noContent('Deleted'), ...problems },"],
    handler: `async (${membersOf(['params'], rows)}, reply) => {
${indent(orThrow(`!(await repository.remove(params.id${rows}))`, `notFound('${title}', params.id)`))}
  return reply.code(204).send();
}`,
  });
}

function handler(members: string[], rows: string, call: string): string {
  const start = `async (${membersOf(members, rows)}) =>`;
  return start.length + call.length + 9 <= 100 ? `${start} ${call}` : `${start}\n  ${call}`;
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

/** `/customers/:id/invoices`, or the one row of a has-one. */
function nestedRoute(entity: EntityModel, parent: EntityModel, reference: ReferenceModel): string {
  const { segment, operation } = reference.nested ?? { segment: '', operation: '' };
  const parents = parent === entity ? 'repository' : `${parent.variable}Parents`;
  const parentRows = findArgument(parent, 'read');
  const rows = rowsArgument(entity, 'read');
  const find = `${parents}.find(params.id${parentRows})`;
  const check = mustExist(find, parent.title, 'params.id');
  const common = {
    method: 'get',
    path: `/${parent.path}/:id/${segment}`,
    tag: entity.plural,
    config: accessConfig([
      [parent, 'read'],
      [entity, 'read'],
    ]),
  };
  const { variable } = entity;
  if (reference.unique) {
    return route({
      ...common,
      operationId: `get${operation}`,
      summary: `Get the ${entity.title} of ${withArticle(parent.title)}`,
      schema: ['params: idParams,', `response: { 200: ${variable}Schema, ...problems },`],
      handler: `async (${membersOf(['params'], rows)}) => {
  const query = ${variable}Query.parse({ limit: '1', ${reference.name}: params.id });
  const [found] = (await repository.list(query${rows})).items;
  if (found === undefined) throw notFound('${entity.title} of the ${parent.title}', params.id);
  return found;
}`,
    });
  }
  return route({
    ...common,
    operationId: `list${operation}`,
    summary: `List the ${entity.pluralTitle} of ${withArticle(parent.title)}`,
    schema: [
      'params: idParams,',
      `querystring: ${variable}Query,`,
      `response: { 200: pageOf(${variable}Schema), ...problems },`,
    ],
    handler: `async (${membersOf(['params', 'query'], parentRows + rows)}) => {
${indent(check)}
${indent(wrap('return repository.list(', [`{ ...query, ${reference.name}: params.id }`, ...rowsOf(entity, 'read')], ');', 8))}
}`,
  });
}
