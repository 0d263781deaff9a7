import { isObject, type Schema, toSchema } from './json-schema.ts';
import { type PeopleOfApp, readPeople, readRoles } from './people-of-app.ts';
import { OpenApiUnreadable } from './quality-errors.ts';

const methods = ['post', 'put', 'get', 'patch', 'delete', 'head', 'options'] as const;
export type Method = (typeof methods)[number];

export type Parameter = {
  readonly name: string;
  readonly place: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly schema: Schema;
};

/** A documented answer: its JSON schema, or null where the body is not described as JSON. */
export type DocumentedResponse = { readonly schemas: Readonly<Record<string, Schema | null>> };

export type Operation = {
  readonly id: string;
  readonly method: Method;
  /** Template such as `/orders/{id}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly schema: Schema; readonly required: boolean } | null;
  /** The types of a body that is a file, and how many bytes it may have. */
  readonly upload: { readonly types: readonly string[]; readonly maxBytes: number | null } | null;
  /** By status as written in the document: `201`, `4XX` or `default`. */
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
  /** The roles that may use it; null when nobody has to sign in for it. */
  readonly roles: readonly string[] | null;
  /** It reaches the rows of the caller only, but for roles that see all. */
  readonly ownRows: boolean;
  /** The same, of the team of the account. */
  readonly teamRows: boolean;
};

export type ApiDocument = {
  readonly root: Schema;
  readonly operations: readonly Operation[];
  /** Null when nobody signs in to the app. */
  readonly people: PeopleOfApp | null;
};

/** Reads the operations of an OpenAPI 3.x document, in the order of the document. */
export function readApiDocument(text: string): ApiDocument {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    throw new OpenApiUnreadable('it is not JSON', error);
  }
  if (!isObject(root) || !String(root.openapi).startsWith('3.')) {
    throw new OpenApiUnreadable('it is not an OpenAPI 3 document');
  }
  const document = root;
  const operations = Object.entries(toSchema(document.paths)).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const found = toSchema(item)[method];
      return isObject(found) ? [readOperation(document, path, method, found, toSchema(item))] : [];
    }),
  );
  return { root: document, operations, people: readPeople(document) };
}

function readOperation(
  document: Schema,
  path: string,
  method: Method,
  operation: Schema,
  item: Schema,
): Operation {
  const parameters = [...asList(item.parameters), ...asList(operation.parameters)];
  return {
    id: String(operation.operationId ?? `${method.toUpperCase()} ${path}`),
    method,
    path,
    parameters: parameters.map((parameter) => readParameter(resolve(document, parameter))),
    body: readBody(resolve(document, operation.requestBody)),
    upload: readUpload(resolve(document, operation.requestBody)),
    responses: Object.fromEntries(
      Object.entries(toSchema(operation.responses)).map(([status, response]) => [
        status.toUpperCase(),
        readResponse(resolve(document, response)),
      ]),
    ),
    roles: readRoles(operation['x-roles']),
    ownRows: operation['x-rows'] === 'own',
    teamRows: operation['x-rows'] === 'team',
  };
}

function readParameter(parameter: Schema): Parameter {
  const place = String(parameter.in);
  return {
    name: String(parameter.name),
    place: place === 'path' || place === 'header' || place === 'cookie' ? place : 'query',
    required: parameter.required === true,
    schema: toSchema(parameter.schema),
  };
}

function readBody(body: Schema): Operation['body'] {
  const media = Object.entries(toSchema(body.content)).find(([type]) => isJson(type));
  if (media === undefined) return null;
  return { schema: toSchema(toSchema(media[1]).schema), required: body.required === true };
}

function readUpload(body: Schema): Operation['upload'] {
  const media = Object.entries(toSchema(body.content)).map(
    ([type, one]) => [type, toSchema(toSchema(one).schema)] as const,
  );
  const binary = media.filter(([, { format }]) => format === 'binary');
  const most = binary[0]?.[1].maxLength;
  if (binary.length === 0) return null;
  return {
    types: binary.map(([type]) => type),
    maxBytes: typeof most === 'number' ? most : null,
  };
}

function readResponse(response: Schema): DocumentedResponse {
  const content = Object.entries(toSchema(response.content));
  return {
    schemas: Object.fromEntries(
      content.map(([type, media]) => {
        const schema = toSchema(media).schema;
        return [type.toLowerCase(), isObject(schema) ? schema : null];
      }),
    ),
  };
}

function resolve(document: Schema, value: unknown): Schema {
  const schema = toSchema(value);
  const reference = schema.$ref;
  if (typeof reference !== 'string') return schema;
  let place: unknown = document;
  for (const key of reference.split('/').slice(1)) place = toSchema(place)[key];
  return toSchema(place);
}

export function isJson(mediaType: string): boolean {
  return /^application\/([\w.+-]+\+)?json\b/i.test(mediaType);
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The documented answer for a status: exact, then its class (`4XX`), then `default`. */
export function findResponse(operation: Operation, status: number): DocumentedResponse | null {
  const { responses } = operation;
  return (
    responses[String(status)] ??
    responses[`${Math.floor(status / 100)}XX`] ??
    responses.DEFAULT ??
    null
  );
}

/** The operation that answers a request; what is written out in a path goes before its parameters. */
export function findOperation(
  { operations }: ApiDocument,
  method: string,
  path: string,
): Operation | null {
  const parts = (path.split('?')[0] ?? '').split('/');
  const fits = (template: string) => {
    const segments = template.split('/');
    const equal = (segment: string, at: number) =>
      /^\{.+\}$/.test(segment) || segment === parts[at];
    return segments.length === parts.length && segments.every(equal);
  };
  const found = operations
    .filter((one) => one.method === method.toLowerCase() && fits(one.path))
    .toSorted((one, other) => one.path.split('{').length - other.path.split('{').length);
  return found[0] ?? null;
}
