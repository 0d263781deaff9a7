/** A JSON Schema (2020-12) as it stands in an OpenAPI 3.1 document. */
export type Schema = { readonly [keyword: string]: unknown };

/** A schema with its references followed and its branches merged, as far as values are made from it. */
export type FlatSchema = {
  readonly types: readonly string[];
  readonly nullable: boolean;
  readonly choices: readonly unknown[] | null;
  readonly format: string | null;
  readonly pattern: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly multipleOf: number | null;
  readonly minLength: number;
  readonly maxLength: number | null;
  readonly items: Schema | null;
  readonly minItems: number;
  readonly maxItems: number | null;
  readonly uniqueItems: boolean;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  /** False when members that are not listed are refused. */
  readonly open: boolean;
  /** What an id in this place points at (`x-references`), when the document says so. */
  readonly references: string | null;
  /** The rules of a record (`x-rules`) as the document has them. */
  readonly rules: readonly unknown[];
};

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function toSchema(value: unknown): Schema {
  return isObject(value) ? value : {};
}

/** Follows a local JSON pointer such as `#/components/schemas/Order`; an unknown one gives an empty schema. */
function followReference(document: Schema, reference: string): Schema {
  let place: unknown = document;
  for (const part of reference.replace(/^#\/?/, '').split('/').filter(Boolean)) {
    const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    place = isObject(place) && Object.hasOwn(place, key) ? place[key] : undefined;
  }
  return toSchema(place);
}

const MAX_DEPTH = 12;

function mergeBranches(document: Schema, schema: Schema, depth: number): Schema {
  if (depth > MAX_DEPTH) return schema;
  if (typeof schema.$ref === 'string') {
    const { $ref: reference, ...beside } = schema;
    const target = mergeBranches(document, followReference(document, String(reference)), depth + 1);
    return { ...target, ...beside };
  }
  const parts = list(schema.allOf).map((part) =>
    mergeBranches(document, toSchema(part), depth + 1),
  );
  if (parts.length === 0) return schema;
  const all = [schema, ...parts];
  return {
    ...Object.assign({}, ...all),
    required: all.flatMap((part) => list(part.required)),
    properties: Object.assign({}, ...all.map((part) => toSchema(part.properties))),
  };
}

/** Takes the first branch that is not null of `anyOf` or `oneOf`, and remembers whether null was one. */
function chooseBranch(document: Schema, schema: Schema): { chosen: Schema; nullable: boolean } {
  const branches = list(schema.anyOf ?? schema.oneOf).map((branch) =>
    mergeBranches(document, toSchema(branch), 0),
  );
  const first = branches.find((branch) => branch.type !== 'null');
  const { anyOf: _any, oneOf: _one, ...beside } = schema;
  const deeper = first && (first.anyOf ?? first.oneOf) ? chooseBranch(document, first) : null;
  return {
    chosen: { ...beside, ...(deeper?.chosen ?? first) },
    nullable: branches.some((branch) => branch.type === 'null') || deeper?.nullable === true,
  };
}

export function flattenSchema(document: Schema, raw: Schema): FlatSchema {
  const { chosen: schema, nullable } = chooseBranch(document, mergeBranches(document, raw, 0));
  const types = list(schema.type ?? guessType(schema)).map(String);
  const choices = Object.hasOwn(schema, 'const') ? [schema.const] : schema.enum;
  return {
    types: types.filter((type) => type !== 'null'),
    nullable: nullable || types.includes('null'),
    choices: Array.isArray(choices) ? choices : null,
    format: text(schema.format),
    pattern: text(schema.pattern),
    minimum: lowest(schema),
    maximum: highest(schema),
    multipleOf: number(schema.multipleOf),
    minLength: number(schema.minLength) ?? 0,
    maxLength: number(schema.maxLength),
    items: isObject(schema.items) ? schema.items : null,
    minItems: number(schema.minItems) ?? 0,
    maxItems: number(schema.maxItems),
    uniqueItems: schema.uniqueItems === true,
    properties: Object.fromEntries(
      Object.entries(toSchema(schema.properties)).map(([name, value]) => [name, toSchema(value)]),
    ),
    required: list(schema.required).map(String),
    open: schema.additionalProperties !== false,
    references: text(schema['x-references']),
    rules: list(schema['x-rules']),
  };
}

/** The members that are lists of objects, each with the schema of one; none that the schema leaves out. */
export function listsOf(document: Schema, raw: Schema): [name: string, item: Schema][] {
  return Object.entries(flattenSchema(document, raw).properties).flatMap(([name, member]) => {
    const { types, items } = flattenSchema(document, member);
    if (types[0] !== 'array' || items === null) return [];
    return flattenSchema(document, items).types[0] === 'object' ? [[name, items]] : [];
  });
}

/** Text that is held to no form, so that anything may stand in it. */
export function isFreeText({ types, choices, format, pattern }: FlatSchema): boolean {
  return types[0] === 'string' && choices === null && format === null && pattern === null;
}

function guessType(schema: Schema): string[] {
  if (schema.properties !== undefined) return ['object'];
  return schema.items === undefined ? [] : ['array'];
}

function step(schema: Schema): number {
  return schema.type === 'integer' ? 1 : (number(schema.multipleOf) ?? 0.01);
}

function lowest(schema: Schema): number | null {
  const exclusive = number(schema.exclusiveMinimum);
  return exclusive === null ? number(schema.minimum) : exclusive + step(schema);
}

function highest(schema: Schema): number | null {
  const exclusive = number(schema.exclusiveMaximum);
  return exclusive === null ? number(schema.maximum) : exclusive - step(schema);
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
