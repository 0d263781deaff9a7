import type { EntityModel, ReferenceModel } from '../model.ts';
import { indent, wrap } from '../text.ts';
import {
  accessConfig,
  findArgument,
  membersOf,
  mustExist,
  rowsArgument,
  rowsOf,
} from './access-parts.ts';
import { withArticle } from './entity-parts.ts';
import { route } from './route-text.ts';
import { replyOf, tagged } from './version-parts.ts';

/** The first row of a list, as Biome prints it in a handler. */
function firstOf(list: string): string {
  const line = `const [found] = (await ${list}).items;`;
  return line.length + 8 <= 100 ? line : line.replace('.items;', '\n  .items;');
}

/** `/customers/:id/invoices`, or the one row of a has-one. */
export function nestedRoute(
  entity: EntityModel,
  parent: EntityModel,
  reference: ReferenceModel,
): string {
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
      handler: `async (${membersOf(['params'], rows)}${replyOf(entity)}) => {
  const query = ${variable}Query.parse({ limit: '1', ${reference.name}: params.id });
${indent(firstOf(`repository.list(query${rows})`))}
  if (found === undefined) throw notFound('${entity.title} of the ${parent.title}', params.id);
${[...tagged(entity, 'found'), 'return found;'].map((line) => `  ${line}\n`).join('')}}`,
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
