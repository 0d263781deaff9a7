import { asList, isObject, type JsonObject } from './json-value.ts';
import type { Step } from './parse-text.ts';

type Fail = (path: readonly Step[], message: string) => never;

const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null', 'file'];
const MAPS = ['properties', 'patternProperties', '$defs'];
const SINGLE = ['items', 'not', 'additionalProperties'];
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const BOUNDS = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
] as const;
const COUNTS = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'];

/** A schema that can be kept by some value; `fail` is told the first place where it cannot. */
export function checkSchema(schema: unknown, at: readonly Step[], fail: Fail): void {
  if (typeof schema === 'boolean') return;
  if (!isObject(schema)) fail(at, 'A schema is an object.');
  if (typeof schema.$ref === 'string') return;
  checkType(schema, at, fail);
  checkBounds(schema, at, fail);
  checkPattern(schema, at, fail);
  checkRequired(schema, at, fail);
  checkChoices(schema, at, fail);
  checkDefault(schema, at, fail);
  checkJoined(schema, at, fail);
  for (const key of MAPS) {
    const { [key]: map } = schema;
    if (map === undefined) continue;
    if (!isObject(map)) fail([...at, key], `${key} is an object of schemas.`);
    else
      for (const [name, each] of Object.entries(map)) checkSchema(each, [...at, key, name], fail);
  }
  for (const key of SINGLE)
    if (schema[key] !== undefined) checkSchema(schema[key], [...at, key], fail);
  for (const key of LISTS)
    for (const [index, each] of asList(schema[key]).entries())
      checkSchema(each, [...at, key, index], fail);
}

function typesOf({ type }: JsonObject): readonly unknown[] {
  return type === undefined ? [] : Array.isArray(type) ? type : [type];
}

function checkType(schema: JsonObject, at: readonly Step[], fail: Fail): void {
  for (const type of typesOf(schema))
    if (!TYPES.includes(String(type)))
      fail([...at, 'type'], `${String(type).slice(0, 40)} is not a type of JSON Schema.`);
}

function checkBounds(schema: JsonObject, at: readonly Step[], fail: Fail): void {
  for (const key of COUNTS) {
    const { [key]: count } = schema;
    if (count !== undefined && (!Number.isInteger(count) || Number(count) < 0))
      fail([...at, key], `${key} is a whole number from 0 on.`);
  }
  for (const [least, most] of BOUNDS) {
    const [low, high] = [schema[least], schema[most]];
    if (typeof low === 'number' && typeof high === 'number' && low > high)
      fail(
        [...at, least],
        `The schema contradicts itself: ${least} ${low} is above ${most} ${high}, so that no value fits.`,
      );
  }
}

function checkPattern({ pattern }: JsonObject, at: readonly Step[], fail: Fail): void {
  if (pattern === undefined) return;
  try {
    new RegExp(String(pattern), 'u');
  } catch {
    try {
      new RegExp(String(pattern));
    } catch {
      fail([...at, 'pattern'], 'The pattern is not a regular expression.');
    }
  }
}

/** What is required and forbidden at once can never be sent. */
function checkRequired(schema: JsonObject, at: readonly Step[], fail: Fail): void {
  if (schema.required === undefined || typeof schema.required === 'boolean') return;
  if (!Array.isArray(schema.required)) fail([...at, 'required'], 'required is a list of names.');
  const closed = schema.additionalProperties === false && schema.patternProperties === undefined;
  if (!closed || LISTS.some((key) => schema[key] !== undefined)) return;
  asList(schema.required).forEach((name, index) => {
    if (!isObject(schema.properties) || !Object.hasOwn(schema.properties, String(name)))
      fail(
        [...at, 'required', index],
        `The schema contradicts itself: ${String(name).slice(0, 60)} is required, but no property that it allows.`,
      );
  });
}

function checkChoices(schema: JsonObject, at: readonly Step[], fail: Fail): void {
  const { enum: choices } = schema;
  if (choices === undefined) return;
  if (!Array.isArray(choices) || choices.length === 0)
    fail([...at, 'enum'], 'enum is a list of at least one value.');
  const types = typesOf(schema);
  const fits = (value: unknown) =>
    types.length === 0 || value === null || types.some((type) => isOf(value, type));
  if (!choices.some(fits))
    fail(
      [...at, 'enum'],
      `The schema contradicts itself: no value of its enum is of the type ${types.join(' or ')}.`,
    );
}

function isOf(value: unknown, type: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  return type === 'null' ? value === null : typeof value === type;
}

/** What is filled in has to be taken. */
function checkDefault(schema: JsonObject, at: readonly Step[], fail: Fail): void {
  const { default: initial, enum: choices } = schema;
  const types = typesOf(schema);
  if (initial === undefined || initial === null) return;
  const isOne =
    !Array.isArray(choices) ||
    choices.some((each) => JSON.stringify(each) === JSON.stringify(initial));
  const isTyped = types.length === 0 || types.some((type) => isOf(initial, type));
  if (!isOne || !isTyped)
    fail(
      [...at, 'default'],
      'The schema contradicts itself: its default is not a value that it allows.',
    );
}

/** No value has two types at once. */
function checkJoined(schema: JsonObject, at: readonly Step[], fail: Fail): void {
  const joined = [schema, ...asList(schema.allOf).filter(isObject)]
    .map(typesOf)
    .filter((types) => types.length > 0);
  const isWide = (type: unknown) => type === 'number';
  const common = joined.reduce(
    (left, right) =>
      left.filter((type) => right.includes(type) || (type === 'integer' && right.some(isWide))),
    joined[0] ?? [],
  );
  if (joined.length > 1 && common.length === 0)
    fail(
      [...at, 'allOf'],
      'The schema contradicts itself: no value is of all the types that allOf joins.',
    );
}
