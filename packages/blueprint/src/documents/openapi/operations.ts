import { type Method, methods } from './check-document.ts';
import { type Flat, flatten } from './flatten.ts';
import {
  asList,
  asObject,
  asText,
  descriptionOf,
  isObject,
  type JsonObject,
  memberOf,
} from './json-value.ts';
import { resolve } from './references.ts';
import { wordsOf } from './words.ts';

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly schema: Flat;
  readonly description: string;
};

export type Content = {
  readonly media: string;
  readonly schema: Flat;
  /** Of parts of a form: the media types that they may have, as they are written. */
  readonly partTypes: ReadonlyMap<string, string>;
};
export type Response = {
  /** In the document's spelling: `200`, `4XX`, `default`. */
  readonly status: string;
  readonly description: string;
  readonly contents: readonly Content[];
  readonly headers: readonly { name: string; description: string }[];
};

/** An operation as it is written, with everything that says what it does. */
export type Operation = {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly segments: readonly string[];
  readonly tag: string | null;
  readonly summary: string;
  /** Summary and description in lower case. */
  readonly text: string;
  /** Words of the operationId, or none. */
  readonly words: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly bodies: readonly Content[];
  /** The body that is read, JSON before others. */
  readonly body: Content | null;
  readonly responses: readonly Response[];
  /** Alternatives of names of schemes; null: nothing is asked for. */
  readonly security: readonly (readonly string[])[] | null;
  readonly scopes: readonly string[];
};

/** The operations of a sound document in its order. */
export function readOperations(root: JsonObject): Operation[] {
  return Object.entries(asObject(root.paths)).flatMap(([path, raw]) => {
    const { value: item } = resolve(root, raw);
    return methods.flatMap((method) => {
      const operation = item[method];
      return isObject(operation) ? [readOperation(root, { path, method, item, operation })] : [];
    });
  });
}

type Place = { path: string; method: Method; item: JsonObject; operation: JsonObject };

function readOperation(root: JsonObject, { path, method, item, operation }: Place): Operation {
  const id = asText(operation.operationId);
  const summary = asText(operation.summary) || asText(item.summary);
  const description = descriptionOf(operation) || descriptionOf(item);
  const { value: body } = resolve(root, operation.requestBody);
  const bodies = contentsOf(root, body.content);
  const security = securityOf(root, operation);
  return {
    id,
    method,
    path,
    segments: path.split('/').filter((segment) => segment !== ''),
    tag: asText(asList(operation.tags)[0]) || null,
    summary,
    text: `${summary}. ${description}`.toLowerCase(),
    words: wordsOf(id),
    parameters: parametersOf(root, item, operation),
    bodies,
    body: bodies.toSorted((one, other) => rank(one.media) - rank(other.media))[0] ?? null,
    responses: responsesOf(root, operation),
    ...security,
  };
}

function rank(media: string): number {
  if (isJson(media)) return 0;
  if (/multipart/.test(media)) return 1;
  return /urlencoded/.test(media) ? 2 : 3;
}

export function isJson(media: string): boolean {
  return /^(application|text)\/([\w.+-]+\+)?json\b/i.test(media) || media === '*/*';
}

function contentsOf(root: JsonObject, content: unknown): Content[] {
  return Object.entries(asObject(content)).map(([media, each]) => ({
    media: media.toLowerCase(),
    schema: flatten(root, memberOf(each, 'schema') ?? {}),
    partTypes: new Map(
      Object.entries(asObject(memberOf(each, 'encoding'))).map(([name, encoding]) => [
        name,
        asText(memberOf(encoding, 'contentType')).toLowerCase(),
      ]),
    ),
  }));
}

function parametersOf(root: JsonObject, item: JsonObject, operation: JsonObject): Parameter[] {
  const all = [...asList(item.parameters), ...asList(operation.parameters)].map(
    (raw) => resolve(root, raw).value,
  );
  const byPlace = new Map(all.map((one) => [`${one.in} ${one.name}`, one]));
  return [...byPlace.values()].map((one) => ({
    name: asText(one.name),
    in: one.in as Parameter['in'], // checkDocument has seen to it
    required: one.required === true,
    schema: flatten(
      root,
      one.schema ?? memberOf(Object.values(asObject(one.content))[0], 'schema'),
    ),
    description: descriptionOf(one).toLowerCase(),
  }));
}

function responsesOf(root: JsonObject, operation: JsonObject): Response[] {
  return Object.entries(asObject(operation.responses))
    .filter(([status]) => !status.startsWith('x-'))
    .map(([status, raw]) => {
      const { value } = resolve(root, raw);
      return {
        status,
        description: descriptionOf(value),
        contents: contentsOf(root, value.content),
        headers: Object.entries(asObject(value.headers)).map(([name, header]) => ({
          name,
          description: descriptionOf(resolve(root, header).value).toLowerCase(),
        })),
      };
    });
}

function securityOf(
  root: JsonObject,
  operation: JsonObject,
): Pick<Operation, 'security' | 'scopes'> {
  const raw = operation.security === undefined ? root.security : operation.security;
  const all = asList(raw).filter(isObject);
  const scopes = all.flatMap((one) =>
    Object.values(one).flatMap((each) => asList(each).map(String)),
  );
  if (all.length === 0) return { security: null, scopes };
  return { security: all.map((one) => Object.keys(one)), scopes };
}

/** The answer when all went well: the least 2xx that is documented, else a redirect or the default. */
export function successOf({
  responses,
}: Pick<Operation, 'responses'>): { status: number; response: Response } | null {
  const exact = responses
    .filter(({ status }) => /^2\d\d$/.test(status))
    .toSorted((one, other) => Number(one.status) - Number(other.status))[0];
  if (exact !== undefined) return { status: Number(exact.status), response: exact };
  const range = responses.find(({ status }) => status.toUpperCase() === '2XX');
  if (range !== undefined) return { status: 200, response: range };
  const redirect = responses.find(({ status }) => /^30[12378]$/.test(status));
  if (redirect !== undefined) return { status: Number(redirect.status), response: redirect };
  const fallback = responses.find(({ status }) => status === 'default');
  return fallback === undefined ? null : { status: 200, response: fallback };
}

export function hasStatus(
  { responses }: Pick<Operation, 'responses'>,
  ...wanted: number[]
): boolean {
  return wanted.some((status) => responses.some((one) => one.status === String(status)));
}
