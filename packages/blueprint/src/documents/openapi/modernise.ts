import { asList, asObject, isObject, type JsonObject } from './json-value.ts';

const DROPPED = ['xml', 'externalDocs', 'example', 'examples', 'discriminator'];
const MAPS = ['properties', 'patternProperties', '$defs', 'dependentSchemas'];
const SINGLE = [
  ...['items', 'not', 'additionalProperties', 'propertyNames', 'contains', 'if', 'then', 'else'],
  ...['unevaluatedProperties', 'unevaluatedItems'],
];
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];

/** A schema of OpenAPI 3.0 or 3.1 in the words of 3.1, which are those of JSON Schema 2020-12. */
function moderniseSchema(schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  if (typeof schema.$ref === 'string') return withReference(schema);
  const modern: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (DROPPED.includes(key) || key.startsWith('x-')) continue;
    modern[key] = moderniseMember(key, value);
  }
  modernBounds(modern);
  return modernNull(modern);
}

function moderniseMember(key: string, value: unknown): unknown {
  if (MAPS.includes(key))
    return fromEntries(
      Object.entries(asObject(value)).map(([name, each]) => [name, moderniseSchema(each)]),
    );
  if (SINGLE.includes(key)) return moderniseSchema(value);
  if (LISTS.includes(key)) return asList(value).map(moderniseSchema);
  return value;
}

/** In 3.0 what stands beside a reference is ignored; in 3.1 it holds as well. `nullable` is meant in both. */
function withReference({ $ref, ...beside }: JsonObject): JsonObject {
  const { nullable, description, readOnly, writeOnly, default: initial } = beside;
  const kept = {
    $ref,
    ...(description !== undefined && { description }),
    ...(readOnly !== undefined && { readOnly }),
    ...(writeOnly !== undefined && { writeOnly }),
    ...(initial !== undefined && { default: initial }),
  };
  return nullable === true ? { anyOf: [kept, { type: 'null' }] } : kept;
}

/** In 3.0 `exclusiveMinimum` is a switch, in 3.1 a number. */
function modernBounds(schema: Record<string, unknown>): void {
  for (const [bound, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (schema[exclusive] === true && schema[bound] !== undefined) {
      schema[exclusive] = schema[bound];
      delete schema[bound];
    } else if (typeof schema[exclusive] === 'boolean') delete schema[exclusive];
  }
}

function modernNull({ nullable, ...schema }: Record<string, unknown>): JsonObject {
  if (nullable !== true) return schema;
  const { type } = schema;
  const types = Array.isArray(type) ? type : [type];
  if (type === undefined) return { anyOf: [schema, { type: 'null' }] };
  const { enum: choices } = schema;
  return {
    ...schema,
    type: [...new Set([...types, 'null'])],
    ...(Array.isArray(choices) && !choices.includes(null) && { enum: [...choices, null] }),
  };
}

/** The document in the words of 3.1, with what a program needs of it. */
export function moderniseDocument(root: JsonObject): JsonObject {
  const visit = (value: unknown, key: string, parent: string): unknown => {
    if (key === 'schema' || (parent === 'schemas' && key !== '')) return moderniseSchema(value);
    if (Array.isArray(value)) return value.map((each) => visit(each, '', key));
    if (!isObject(value)) return value;
    const isComponents = key === 'schemas';
    return fromEntries(
      Object.entries(value)
        .filter(([name]) => isComponents || (name !== 'example' && name !== 'examples'))
        .map(([name, each]) => [name, visit(each, name, isComponents ? 'schemas' : key)]),
    );
  };
  const { paths, components, info, security, servers } = root;
  return {
    openapi: '3.1.0',
    info,
    ...(servers !== undefined && { servers }),
    ...(security !== undefined && { security }),
    paths: visit(paths, 'paths', ''),
    ...(components !== undefined && { components: visit(components, 'components', '') }),
  };
}

/** Without the trap of `__proto__`. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): JsonObject {
  return Object.fromEntries(entries);
}
