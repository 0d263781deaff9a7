import { asList, asText, descriptionOf, isObject, type JsonObject } from './json-value.ts';
import { resolve } from './references.ts';

/** A schema with what its references and `allOf` add, one level deep. */
export type Flat = {
  /** The component it is, if it is one. */
  readonly name: string | null;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | null;
  readonly format: string;
  readonly description: string;
  readonly properties: ReadonlyMap<string, JsonObject>;
  readonly required: ReadonlySet<string>;
  readonly items: unknown;
  readonly choices: readonly unknown[] | null;
  readonly initial: unknown;
  readonly example: unknown;
  readonly nullable: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  /** Members beside the named ones are described or allowed in so many words. */
  readonly open: boolean;
  /** One of several shapes. */
  readonly varied: boolean;
  /** Text that is not as it pleases. */
  readonly bounded: boolean;
  readonly pattern: string | null;
  readonly longest: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
};

const MOST_DEPTH = 12;

/** What a schema says of a value itself. */
export function flatten(root: unknown, schema: unknown): Flat {
  const parts: JsonObject[] = [];
  const names: string[] = [];
  gather(root, schema, { parts, names, depth: 0 });
  const nullable = parts.some(isNullable);
  const all = parts.map((part) => withoutNull(root, part));
  const find = (key: string): unknown => all.find((part) => part[key] !== undefined)?.[key];
  const properties = new Map<string, JsonObject>();
  for (const part of all)
    for (const [name, each] of Object.entries(isObject(part.properties) ? part.properties : {}))
      properties.set(name, isObject(each) ? each : {});
  const enumeration = all.find(({ enum: choices }) => Array.isArray(choices))?.enum;
  const choices = find('const') === undefined ? enumeration : [find('const')];
  return {
    name: names[0] ?? null,
    type: typeOf(all, properties.size),
    format: asText(find('format')),
    description: descriptionOf(all.find((part) => part.description !== undefined) ?? {}),
    properties,
    required: new Set(all.flatMap(({ required }) => asList(required).map(String))),
    items: find('items'),
    choices: Array.isArray(choices) ? choices.filter((value) => value !== null) : null,
    initial: find('default'),
    example: find('example'),
    nullable,
    readOnly: all.some(({ readOnly }) => readOnly === true),
    writeOnly: all.some(({ writeOnly }) => writeOnly === true),
    open: all.some(
      ({ additionalProperties }) => additionalProperties === true || isObject(additionalProperties),
    ),
    varied: all.some(({ oneOf, anyOf }) => asList(oneOf).length > 1 || asList(anyOf).length > 1),
    bounded:
      (numberOf(find('minLength')) ?? 0) > 0 ||
      ['pattern', 'format', 'enum', 'const'].some((key) => find(key) !== undefined),
    pattern: asText(find('pattern')) || null,
    longest: numberOf(find('maxLength')),
    minimum: numberOf(find('minimum') ?? find('exclusiveMinimum')),
    maximum: numberOf(find('maximum') ?? find('exclusiveMaximum')),
  };
}

type Gathering = { parts: JsonObject[]; names: string[]; depth: number };

function gather(root: unknown, schema: unknown, { parts, names, depth }: Gathering): void {
  if (!isObject(schema) || depth > MOST_DEPTH) return;
  const { value, name } = resolve(root, schema);
  if (name !== null && (depth === 0 || names.length === 0)) names.push(name);
  const { $ref: _reference, ...beside } = schema;
  if (value !== schema) parts.push(beside);
  parts.push(value);
  for (const each of asList(value.allOf)) gather(root, each, { parts, names, depth: depth + 1 });
  const [only, ...others] = [...asList(value.anyOf), ...asList(value.oneOf)].filter(
    (one) => !isNull(one),
  );
  if (only !== undefined && others.length === 0)
    gather(root, only, { parts, names, depth: depth + 1 });
}

function isNull(schema: unknown): boolean {
  return isObject(schema) && schema.type === 'null';
}

function isNullable({ type, anyOf, oneOf }: JsonObject): boolean {
  const all = Array.isArray(type) ? type : [type];
  return all.includes('null') || [...asList(anyOf), ...asList(oneOf)].some(isNull);
}

/** Of one of several shapes the members of all are known, though none is required. */
function withoutNull(root: unknown, part: JsonObject): JsonObject {
  const variants = [...asList(part.oneOf), ...asList(part.anyOf)].filter((one) => !isNull(one));
  if (variants.length < 2) return { ...part, anyOf: undefined, oneOf: undefined };
  const properties = {
    ...variantProperties(root, variants, 0),
    ...(isObject(part.properties) ? part.properties : {}),
  };
  return { ...part, ...(Object.keys(properties).length > 0 && { properties }) };
}

const MOST_VARIANTS_DEPTH = 4;

/** The members of all variants, with those that they take over; what is different in each is any of it. */
function variantProperties(
  root: unknown,
  variants: readonly unknown[],
  depth: number,
): Record<string, JsonObject> {
  const all: Record<string, JsonObject> = {};
  if (depth > MOST_VARIANTS_DEPTH) return all;
  for (const variant of variants) {
    const parts: JsonObject[] = [];
    gather(root, variant, { parts, names: [], depth: 0 });
    for (const part of parts) {
      const inner = [...asList(part.oneOf), ...asList(part.anyOf)];
      const own = isObject(part.properties) ? part.properties : {};
      const found = { ...variantProperties(root, inner, depth + 1), ...own };
      for (const [name, each] of Object.entries(found))
        if (isObject(each)) all[name] = Object.hasOwn(all, name) ? eitherOf(all[name], each) : each;
    }
  }
  return all;
}

/** A schema for values of the one and of the other. */
function eitherOf(one: JsonObject = {}, other: JsonObject = {}): JsonObject {
  if (JSON.stringify(one) === JSON.stringify(other)) return one;
  const [choices, others] = [choicesOf(one), choicesOf(other)];
  if (choices !== null && others !== null) {
    const { const: _constant, ...rest } = one;
    return { ...rest, enum: [...new Set([...choices, ...others])] };
  }
  return one.type !== undefined && one.type === other.type ? one : { anyOf: [one, other] };
}

function choicesOf({ const: constant, enum: choices }: JsonObject): unknown[] | null {
  if (constant !== undefined) return [constant];
  return Array.isArray(choices) ? choices : null;
}

function typeOf(parts: readonly JsonObject[], count: number): Flat['type'] {
  for (const { type } of parts) {
    const first = (Array.isArray(type) ? type : [type]).find((each) => each !== 'null');
    if (['string', 'integer', 'number', 'boolean', 'array', 'object'].includes(String(first)))
      return first as Flat['type']; // one of the types of JSON Schema, see above
  }
  if (parts.some(({ items }) => items !== undefined)) return 'array';
  const choices = parts.flatMap((part) => choicesOf(part) ?? []).filter((each) => each !== null);
  if (choices.length > 0 && choices.every((each) => typeof each === 'string')) return 'string';
  return count > 0 ? 'object' : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
