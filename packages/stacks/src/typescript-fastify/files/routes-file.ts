import type { GeneratedFile } from '@quantumlayer/contracts';
import { type AppModel, type EntityModel, entityNamed, type ReferenceModel } from '../model.ts';
import { chain, importNames, indent } from '../text.ts';
import { withArticle } from './entity-parts.ts';

/** The HTTP face of one entity, including its lists below the entities it belongs to. */
export function routesFile(app: AppModel, entity: EntityModel): GeneratedFile {
  const nested = entity.references.filter(({ inverse }) => inverse !== null);
  const parents = nested
    .filter(({ target, unique }) => target !== entity.name && !unique)
    .map(({ target }) => target);
  const parentNames = [...new Set(parents)].map((name) => entityNamed(app, name));
  const routes = [
    listRoute(entity),
    createRoute(entity),
    getRoute(entity),
    updateRoute(entity),
    removeRoute(entity),
    ...nested.map((reference) =>
      nestedRoute(entity, entityNamed(app, reference.target), reference),
    ),
  ];
  const content = `${imports(entity, parentNames)}
export function ${entity.variable}Routes(database: Database): FastifyPluginAsyncZod {
  const repository = create${entity.name}Repository(database);
${parentNames.map((parent) => `  const ${parent.variable}Parents = create${parent.name}Repository(database);\n`).join('')}
  return async (app) => {
${indent(routes.join('\n\n'), 2)}
  };
}
`;
  return { path: `src/modules/${entity.file}/routes.ts`, content };
}

function imports(entity: EntityModel, parents: EntityModel[]): string {
  const { variable, name } = entity;
  const schemas = [`${variable}Changes`, `${variable}Query`, `${variable}Schema`, `new${name}`];
  const repositories = parents.map((parent) =>
    importNames([`create${parent.name}Repository`], `../${parent.file}/repository.ts`),
  );
  return `import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Database } from '../../database/database.ts';
${importNames(['noContent', 'notFound', 'problems'], '../../http/problem.ts')}${importNames(['idParams', 'pageOf'], '../../http/query.ts')}${repositories.sort().join('')}${importNames([`create${name}Repository`], './repository.ts')}${importNames(schemas, './schema.ts')}`;
}

type Route = {
  method: string;
  path: string;
  operationId: string;
  summary: string;
  tag: string;
  schema: string[];
  handler: string;
};

function route({ method, path, operationId, summary, tag, schema, handler }: Route): string {
  const lines = [
    `operationId: '${operationId}',`,
    `summary: '${summary}',`,
    `tags: ['${tag}'],`,
    ...schema,
  ];
  return `app.${method}(
  '${path}',
  {
    schema: {
${indent(lines.join('\n'), 3)}
    },
  },
${indent(handler)},
);`;
}

function listRoute({ variable, path, plural, pluralTitle }: EntityModel): string {
  return route({
    method: 'get',
    path: `/${path}`,
    operationId: `list${plural}`,
    summary: `List ${pluralTitle}`,
    tag: plural,
    schema: [
      `querystring: ${variable}Query,`,
      `response: { 200: pageOf(${variable}Schema), ...problems },`,
    ],
    handler: 'async ({ query }) => repository.list(query)',
  });
}

function createRoute({ variable, name, path, plural, title }: EntityModel): string {
  const location = `.header('location', \`/api/${path}/\${created.id}\`)`;
  const answer = chain('return reply', ['.code(201)', location, '.send(created);'], 8);
  return route({
    method: 'post',
    path: `/${path}`,
    operationId: `create${name}`,
    summary: `Create ${withArticle(title)}`,
    tag: plural,
    schema: [`body: new${name},`, `response: { 201: ${variable}Schema, ...problems },`],
    handler: `async ({ body }, reply) => {
  const created = await repository.insert(body);
${indent(answer)}
}`,
  });
}

function getRoute({ variable, name, path, plural, title }: EntityModel): string {
  return route({
    method: 'get',
    path: `/${path}/:id`,
    operationId: `get${name}`,
    summary: `Get ${withArticle(title)}`,
    tag: plural,
    schema: ['params: idParams,', `response: { 200: ${variable}Schema, ...problems },`],
    handler: `async ({ params }) => {
  const found = await repository.find(params.id);
  if (found === null) throw notFound('${title}', params.id);
  return found;
}`,
  });
}

function updateRoute({ variable, name, path, plural, title }: EntityModel): string {
  return route({
    method: 'patch',
    path: `/${path}/:id`,
    operationId: `update${name}`,
    summary: `Change some members of ${withArticle(title)}`,
    tag: plural,
    schema: [
      'params: idParams,',
      `body: ${variable}Changes,`,
      `response: { 200: ${variable}Schema, ...problems },`,
    ],
    handler: `async ({ params, body }) => {
  const updated = await repository.update(params.id, body);
  if (updated === null) throw notFound('${title}', params.id);
  return updated;
}`,
  });
}

function removeRoute({ name, path, plural, title }: EntityModel): string {
  return route({
    method: 'delete',
    path: `/${path}/:id`,
    operationId: `delete${name}`,
    summary: `Delete ${withArticle(title)} that nothing refers to`,
    tag: plural,
    schema: ['params: idParams,', "response: { 204: noContent('Deleted'), ...problems },"],
    handler: `async ({ params }, reply) => {
  if (!(await repository.remove(params.id))) throw notFound('${title}', params.id);
  return reply.code(204).send();
}`,
  });
}

/** `/customers/:id/invoices`, or the one row of a has-one. */
function nestedRoute(entity: EntityModel, parent: EntityModel, reference: ReferenceModel): string {
  const { segment, operation } = reference.nested ?? { segment: '', operation: '' };
  const parents = parent === entity ? 'repository' : `${parent.variable}Parents`;
  const check = `if ((await ${parents}.find(params.id)) === null) {
    throw notFound('${parent.title}', params.id);
  }`;
  const common = {
    method: 'get',
    path: `/${parent.path}/:id/${segment}`,
    tag: entity.plural,
  };
  const { variable } = entity;
  if (reference.unique) {
    return route({
      ...common,
      operationId: `get${operation}`,
      summary: `Get the ${entity.title} of ${withArticle(parent.title)}`,
      schema: ['params: idParams,', `response: { 200: ${variable}Schema, ...problems },`],
      handler: `async ({ params }) => {
  const query = ${variable}Query.parse({ limit: '1', ${reference.name}: params.id });
  const [found] = (await repository.list(query)).items;
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
    handler: `async ({ params, query }) => {
  ${check}
  return repository.list({ ...query, ${reference.name}: params.id });
}`,
  });
}
