import { DocumentInvalid } from '../document-invalid.ts';
import { checkRecursion } from './check-recursion.ts';
import { checkSchema } from './check-schema.ts';
import { asList, asText, isObject, type JsonObject, memberOf } from './json-value.ts';
import type { ParsedText, Step } from './parse-text.ts';
import { checkReferences, resolve } from './references.ts';

export const methods = [
  ...(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const),
] as const;
export type Method = (typeof methods)[number];

const MOST_OPERATIONS = 500;
const PLACES = ['path', 'query', 'header', 'cookie'];

/** A sound OpenAPI 3.0 or 3.1 document; throws DocumentInvalid at the first place that is not. */
export function checkDocument(parsed: ParsedText): JsonObject {
  const { root } = parsed;
  const fail = (path: readonly Step[], message: string): never => {
    throw new DocumentInvalid('document-invalid', message, parsed.positionOf(path));
  };
  if (!isObject(root)) return fail([], 'The document is not an object.');
  checkVersion(root, fail);
  if (!isObject(root.info) || asText(root.info.title) === '')
    fail(['info'], 'The document has no info with a title.');
  if (!isObject(root.paths)) return fail(['paths'], 'The document has no paths.');
  checkReferences(parsed);
  const check = { root, fail };
  checkPaths(check, root.paths);
  const components = isObject(root.components) ? root.components : {};
  const schemas = isObject(components.schemas) ? components.schemas : {};
  for (const [name, schema] of Object.entries(schemas))
    checkSchema(schema, ['components', 'schemas', name], fail);
  checkRecursion(schemas, fail);
  return root;
}

type Fail = (path: readonly Step[], message: string) => never;
type Check = { root: JsonObject; fail: Fail };

function checkVersion(root: JsonObject, fail: Fail): void {
  if (root.swagger !== undefined)
    fail(
      ['swagger'],
      'The document is Swagger 2.0; convert it to OpenAPI 3 (any converter does) and give it again.',
    );
  const version = String(root.openapi ?? '');
  if (!/^3\.[01](\.\d+)?(-.*)?$/.test(version))
    fail(
      ['openapi'],
      `OpenAPI 3.0 and 3.1 are read, this is ${version.slice(0, 20) || 'without a version'}.`,
    );
}

function checkPaths(check: Check, paths: JsonObject): void {
  const ids = new Set<string>();
  const routes = new Map<string, string>();
  let count = 0;
  for (const [path, raw] of Object.entries(paths)) {
    if (path.startsWith('x-')) continue;
    if (!path.startsWith('/'))
      check.fail(['paths', path], `The path ${path.slice(0, 80)} does not start with a slash.`);
    const route = path.replaceAll(/\{[^}]*\}/g, '{}');
    const same = routes.get(route);
    if (same !== undefined)
      check.fail(
        ['paths', path],
        `The path ${path.slice(0, 80)} is the same as ${same.slice(0, 80)}.`,
      );
    routes.set(route, path);
    const { value: item } = resolve(check.root, raw);
    for (const method of methods) {
      const operation = item[method];
      if (operation === undefined) continue;
      count += 1;
      const at = ['paths', path, method];
      if (!isObject(operation)) check.fail(at, 'An operation is an object.');
      else checkOperation(check, { at, path, item, operation, ids });
    }
  }
  if (count === 0) check.fail(['paths'], 'The document has no operation.');
  if (count > MOST_OPERATIONS)
    throw new DocumentInvalid(
      'document-too-large',
      `The document has ${count} operations; an app has at most ${MOST_OPERATIONS}.`,
    );
}

type Place = {
  at: readonly Step[];
  path: string;
  item: JsonObject;
  operation: JsonObject;
  ids: Set<string>;
};

function checkOperation(check: Check, { at, path, item, operation, ids }: Place): void {
  const { fail, root } = check;
  const id = asText(operation.operationId);
  if (id !== '' && ids.has(id))
    fail([...at, 'operationId'], `Two operations are called ${id.slice(0, 80)}.`);
  ids.add(id);
  const own = asList(operation.parameters).map((raw, index) => ({
    raw,
    at: [...at, 'parameters', index],
  }));
  const shared = asList(item.parameters).map((raw, index) => ({
    ...{ raw, at: ['paths', path, 'parameters', index] },
  }));
  const inPath = new Set<string>();
  for (const { raw, at: place } of [...own, ...shared]) {
    const { value } = resolve(root, raw);
    checkParameter(check, value, place);
    if (value.in === 'path') inPath.add(asText(value.name));
  }
  for (const [, name = ''] of path.matchAll(/\{([^}]*)\}/g))
    if (!inPath.has(name))
      fail(
        at,
        `The path names {${name.slice(0, 60)}}, but no parameter of the operation describes it.`,
      );
  checkBody(check, operation, at);
  checkResponses(check, operation, at);
  checkSecurity(check, operation, at);
}

function checkParameter({ fail }: Check, parameter: JsonObject, at: readonly Step[]): void {
  if (asText(parameter.name) === '') fail(at, 'A parameter has no name.');
  if (!PLACES.includes(asText(parameter.in)))
    fail(at, 'A parameter is in path, query, header or cookie.');
  if (parameter.schema !== undefined) checkSchema(parameter.schema, [...at, 'schema'], fail);
}

function checkBody(check: Check, operation: JsonObject, at: readonly Step[]): void {
  if (operation.requestBody === undefined) return;
  const { value: body } = resolve(check.root, operation.requestBody);
  if (!isObject(body.content)) check.fail([...at, 'requestBody'], 'A request body has no content.');
  checkContent(check, body.content, [...at, 'requestBody', 'content']);
}

function checkResponses(check: Check, { responses }: JsonObject, at: readonly Step[]): void {
  if (!isObject(responses) || Object.keys(responses).length === 0)
    check.fail(at, 'The operation has no responses.');
  for (const [status, raw] of Object.entries(responses)) {
    if (status.startsWith('x-')) continue;
    const place = [...at, 'responses', status];
    if (!/^([1-5]\d\d|[1-5]XX|default)$/i.test(status))
      check.fail(
        place,
        `${status.slice(0, 20)} is not a status; a response is for 100 to 599, 1XX to 5XX or default.`,
      );
    const { value: response } = resolve(check.root, raw);
    checkContent(check, response.content, [...place, 'content']);
  }
}

function checkContent({ fail }: Check, content: unknown, at: readonly Step[]): void {
  if (!isObject(content)) return;
  for (const [type, media] of Object.entries(content)) {
    const schema = memberOf(media, 'schema');
    if (schema !== undefined) checkSchema(schema, [...at, type, 'schema'], fail);
  }
}

/** A scheme that nobody describes cannot be asked for. */
function checkSecurity({ root, fail }: Check, operation: JsonObject, at: readonly Step[]): void {
  const isOwn = operation.security !== undefined;
  const requirements = asList(isOwn ? operation.security : root.security);
  const schemes = memberOf(root.components, 'securitySchemes');
  requirements.forEach((requirement, index) => {
    if (!isObject(requirement)) return;
    for (const name of Object.keys(requirement)) {
      if (memberOf(schemes, name) !== undefined) continue;
      const place = isOwn ? [...at, 'security', index, name] : ['security', index, name];
      fail(
        place,
        `The security scheme ${name.slice(0, 60)} is not described in components/securitySchemes.`,
      );
    }
  });
}
