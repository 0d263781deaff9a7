import { type FlatSchema, flattenSchema, type Schema } from './json-schema.ts';

/**
 * Which of the many valid values to make: only what is required, everything, the lowest or highest that the
 * schema allows, text beyond ASCII, or null wherever null is allowed.
 */
export const flavours = ['minimal', 'full', 'low', 'high', 'text', 'nulls'] as const;
export type Flavour = (typeof flavours)[number];

/** Makes text that matches a regular expression; the same seed gives the same text. */
export type SamplePattern = (pattern: string, seed: number) => string;

export type ValueMaker = (schema: Schema, flavour: Flavour) => unknown;

const MAX_DEPTH = 6;
const LONGEST_TEXT = 20_000;
/** No digit of base 36, so that `1` and `1z` differ when they are filled up. */
const FILLER = '-';
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2030, 0, 1);

/** Values of one maker differ from each other, so that unique fields can be filled again and again. */
export function createValueMaker(document: Schema, samplePattern: SamplePattern): ValueMaker {
  let count = 0;

  function make(raw: Schema, flavour: Flavour, depth: number): unknown {
    const schema = flattenSchema(document, raw);
    if (flavour === 'nulls' && schema.nullable && depth > 0) return null;
    if (schema.choices !== null) return choose(schema.choices, flavour);
    const type = schema.types[0];
    if (type === 'string') return makeText(schema, flavour);
    if (type === 'integer' || type === 'number') return makeNumber(schema, flavour, ++count);
    if (type === 'boolean') return flavour !== 'low' && ++count % 2 === 0;
    if (type === 'array') return makeArray(schema, flavour, depth);
    if (type === 'object') return makeObject(schema, flavour, depth);
    return type === undefined && !schema.nullable ? { note: `value ${++count}` } : null;
  }

  function choose(choices: readonly unknown[], flavour: Flavour): unknown {
    if (flavour === 'low') return choices[0];
    if (flavour === 'high') return choices.at(-1);
    return choices[++count % choices.length];
  }

  function makeText(schema: FlatSchema, flavour: Flavour): string {
    const number = ++count;
    const isNumeric = schema.format === 'decimal' || schema.minimum !== null;
    const made = isNumeric
      ? makeNumericText(schema, flavour, number)
      : makeFormat(schema.format ?? '', number);
    if (made !== null && fits(schema, made)) return made;
    if (schema.pattern === null) return makePlainText(schema, flavour, number);
    for (let seed = 0; seed < 40; seed += 1) {
      const sample = samplePattern(schema.pattern, number * 40 + seed);
      if (fits(schema, sample)) return sample;
    }
    return makePlainText(schema, flavour, number);
  }

  function makeArray(schema: FlatSchema, flavour: Flavour, depth: number): unknown[] {
    if (depth > MAX_DEPTH || schema.items === null) return [];
    const wanted = flavour === 'minimal' || flavour === 'low' ? 0 : 1;
    const length = Math.min(Math.max(schema.minItems, wanted), schema.maxItems ?? Infinity);
    const { items } = schema;
    const { choices } = flattenSchema(document, items);
    if (schema.uniqueItems && choices !== null) {
      const most = flavour === 'high' ? (schema.maxItems ?? choices.length) : length;
      return makeSet(choices, most);
    }
    return Array.from({ length }, () => make(items, flavour, depth + 1));
  }

  /** So many choices beside each other, none twice. */
  function makeSet(choices: readonly unknown[], length: number): unknown[] {
    const first = ++count;
    return choices.map((_, at) => choices[(first + at) % choices.length]).slice(0, length);
  }

  function makeObject(schema: FlatSchema, flavour: Flavour, depth: number): unknown {
    const names = Object.keys(schema.properties).filter(
      (name) =>
        schema.required.includes(name) ||
        (flavour !== 'minimal' && depth < MAX_DEPTH && schema.properties[name]?.readOnly !== true),
    );
    const entries = names.map((name) => [
      name,
      make(schema.properties[name] ?? {}, flavour, depth + 1),
    ]);
    return Object.fromEntries(entries);
  }

  return (schema, flavour) => make(schema, flavour, 0);
}

function fits(schema: FlatSchema, value: string): boolean {
  if (value.length < schema.minLength || value.length > (schema.maxLength ?? Infinity)) {
    return false;
  }
  return schema.pattern === null || compilePattern(schema.pattern).test(value);
}

export function compilePattern(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    // Patterns written for engines without the unicode flag, e.g. with needless escapes.
    return new RegExp(pattern);
  }
}

function makePlainText(schema: FlatSchema, flavour: Flavour, number: number): string {
  const longest = Math.min(schema.maxLength ?? LONGEST_TEXT, LONGEST_TEXT);
  // The end of the number differs from one value to the next; it is what has to stay.
  const tag = number.toString(36).slice(-longest || 0);
  if (flavour === 'low')
    return tag.slice(-schema.minLength || 0).padStart(schema.minLength, FILLER);
  if (flavour === 'high' && schema.maxLength !== null) return tag.padEnd(longest, FILLER);
  const words = `${tag}${flavour === 'text' ? ' Žluťoučký 漢字 العربية 😀' : ' sample'}`;
  // Some count code units and some code points: long enough and short enough for both.
  const value = words.padEnd(schema.minLength + words.length - [...words].length, 'a');
  return value.length <= longest ? value : tag.padEnd(schema.minLength, FILLER);
}

/** A number written as text; the bounds of such a schema are meant for the number. */
function makeNumericText(schema: FlatSchema, flavour: Flavour, number: number): string {
  const bounds = [schema.minimum, schema.maximum].map((bound) => decimalsOf(bound ?? 0));
  const wanted = Math.max(2, ...bounds);
  const places = Array.from({ length: wanted + 1 }, (_, index) => wanted - index);
  const decimals = places.find((count) => fits(schema, (0).toFixed(count))) ?? 0;
  const unit = 10 ** -decimals;
  const least = schema.minimum ?? Math.min(0, schema.maximum ?? 0);
  const bounded = { ...schema, minimum: least, multipleOf: unit, types: ['number'] };
  return makeNumber(bounded, flavour, number).toFixed(decimals);
}

function makeFormat(format: string, number: number): string | null {
  const day = new Date(FIRST_DAY + (number % 30_000) * DAY_MS + (number % 86_400) * 1000);
  const hex = number.toString(16);
  const made: Record<string, string> = {
    uuid: `01890000-0000-7000-8000-${hex.padStart(12, '0')}`,
    email: `person${number}@example.com`,
    'date-time': day.toISOString(),
    date: day.toISOString().slice(0, 10),
    time: day.toISOString().slice(11, 19),
    duration: `PT${(number % 500) + 1}M`,
    uri: `https://example.com/${number}`,
    url: `https://example.com/${number}`,
    hostname: `host${number}.example.com`,
    ipv4: `192.0.2.${number % 255}`,
    ipv6: `2001:db8::${(number % 65_535).toString(16)}`,
    byte: Buffer.from(`value ${number}`).toString('base64'),
  };
  return made[format] ?? null;
}

function makeNumber(schema: FlatSchema, flavour: Flavour, number: number): number {
  const unit = schema.multipleOf ?? (schema.types[0] === 'integer' ? 1 : 0.01);
  const floor = schema.minimum ?? Math.min(1, schema.maximum ?? 1);
  const ceiling = schema.maximum ?? Math.max(floor, 0) + 1_000_000 * unit;
  if (flavour === 'low') return schema.minimum ?? floor;
  if (flavour === 'high') return ceiling;
  const places = Math.max(
    1,
    Math.floor((Math.min(ceiling, floor + 1e9 * unit) - floor) / unit) + 1,
  );
  return roundTo(floor + (number % places) * unit, unit);
}

function decimalsOf(value: number): number {
  return (String(value).split('.')[1] ?? '').length;
}

/** Takes away what binary fractions add: 0.1 + 0.2 becomes 0.3. */
function roundTo(value: number, unit: number): number {
  return Number(value.toFixed(Math.min(decimalsOf(unit) + 2, 10)));
}
