import { readFileSync } from 'node:fs';
import { asObject, isObject, type JsonObject, memberOf } from './json.ts';

const FOLDER = new URL('../../api/', import.meta.url);
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
export type Method = (typeof METHODS)[number];

/** The API in the words of OpenAPI 3.1; `api/` also has the document as it was given. */
export const document: JsonObject = asObject(
  JSON.parse(readFileSync(new URL('contract.json', FOLDER), 'utf8')),
);

export function readGivenDocument(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

/** A place in the document with the JSON pointer that leads there. */
export type Place = { pointer: string; value: unknown };

/** Goes from a place by these names, and through references. */
export function follow(start: Place, ...names: string[]): Place {
  let place = behindReferences(start);
  for (const name of names) {
    const pointer = `${place.pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    place = behindReferences({ pointer, value: memberOf(place.value, name) });
  }
  return place;
}

function behindReferences(place: Place): Place {
  let found = place;
  for (let hops = 0; hops < 50; hops += 1) {
    const reference = memberOf(found.value, '$ref');
    if (typeof reference !== 'string' || !reference.startsWith('#/')) break;
    const names = reference.slice(2).split('/');
    const value = names.reduce<unknown>(
      (each, name) =>
        memberOf(each, decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~')),
      document,
    );
    found = { pointer: reference.slice(1), value };
  }
  return found;
}

export type Parameter = {
  name: string;
  in: string;
  required: boolean;
  schema: Place;
  explode: boolean;
};
export type Media = { type: string; schema: Place | null };
export type DocumentedResponse = { status: string; description: string; contents: Media[] };

/** An operation as the document has it. */
export type DocumentedOperation = {
  method: Method;
  path: string;
  parameters: Parameter[];
  body: { required: boolean; contents: Media[] } | null;
  responses: DocumentedResponse[];
};

const root: Place = { pointer: '', value: document };

/** What the document says of an operation; throws when it has no such operation. */
export function describe(method: Method, path: string): DocumentedOperation {
  const item = follow(root, 'paths', path);
  const operation = follow(item, method);
  if (!isObject(operation.value)) throw new Error(`The document has no ${method} ${path}.`);
  return {
    method,
    path,
    parameters: parametersOf(item, operation),
    body: bodyOf(operation),
    responses: Object.keys(asObject(operation.value.responses)).map((status) => {
      const response = follow(operation, 'responses', status);
      const description = memberOf(response.value, 'description');
      return { status, description: String(description ?? ''), contents: contentsOf(response) };
    }),
  };
}

function parametersOf(item: Place, operation: Place): Parameter[] {
  const found = [item, operation].flatMap((place) => {
    const list = follow(place, 'parameters');
    return (Array.isArray(list.value) ? list.value : []).map((value, at) =>
      behindReferences({ pointer: `${list.pointer}/${at}`, value }),
    );
  });
  const named = found.map((place): [string, Parameter] => {
    const { name, in: where, required, explode } = asObject(place.value);
    return [
      `${where} ${name}`,
      {
        name: String(name),
        in: String(where),
        required: required === true,
        schema: follow(place, 'schema'),
        explode: explode !== false,
      },
    ];
  });
  return [...new Map(named).values()];
}

function bodyOf(operation: Place): DocumentedOperation['body'] {
  const body = follow(operation, 'requestBody');
  if (!isObject(body.value)) return null;
  return { required: body.value.required === true, contents: contentsOf(body) };
}

function contentsOf(place: Place): Media[] {
  const content = follow(place, 'content');
  return Object.keys(asObject(content.value)).map((type) => {
    const schema = follow(content, type, 'schema');
    return { type: type.toLowerCase(), schema: schema.value === undefined ? null : schema };
  });
}
