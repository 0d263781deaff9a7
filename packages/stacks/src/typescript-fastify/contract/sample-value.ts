import RandExp from 'randexp';
import { asList, asObject, behindReferences, type JsonObject } from './document-place.ts';

const MOST_DEPTH = 5;
const DAY = '2030-01-15';

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': `${DAY}T09:30:00Z`,
  date: DAY,
  time: '09:30:00Z',
  email: 'someone@example.com',
  uuid: '6f1c9e4a-2b7d-4c3e-9a51-0d8f7b6e5c42',
  uri: 'https://example.com/page',
  url: 'https://example.com/page',
  'uri-reference': '/page',
  hostname: 'example.com',
  ipv4: '192.0.2.10',
  ipv6: '2001:db8::10',
  duration: 'P1D',
  byte: 'c2FtcGxl',
  password: 'Correct-horse-7',
};

/** Stands for a file in a sample, by its type: the tests put one in its place. */
export const FILE_SAMPLE = { $file: 'image/png' };

/** A value that a schema allows, the same each time. */
export function sampleValue(document: unknown, schema: unknown, depth = 0): unknown {
  const flat = joined(document, schema, 0);
  if (flat.const !== undefined) return flat.const;
  if (Array.isArray(flat.enum)) return flat.enum[0];
  const [variant] = [...asList(flat.oneOf), ...asList(flat.anyOf)].filter(
    (each) => asObject(each).type !== 'null',
  );
  if (variant !== undefined)
    return withRest(sampleValue(document, variant, depth + 1), flat, () =>
      sampleObject(document, flat, depth),
    );
  const type = Array.isArray(flat.type) ? flat.type.find((each) => each !== 'null') : flat.type;
  switch (type) {
    case 'string':
      return flat.format === 'binary' ? FILE_SAMPLE : sampleText(flat);
    case 'integer':
    case 'number':
      return sampleNumber(flat, type === 'integer');
    case 'boolean':
      return true;
    case 'array':
      return sampleList(document, flat, depth);
    default:
      return sampleObject(document, flat, depth);
  }
}

/** A variant together with the properties around it. */
function withRest(value: unknown, { properties }: JsonObject, rest: () => JsonObject): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && properties !== undefined ? { ...rest(), ...value } : value;
}

/** A schema with what references and `allOf` add. */
export function joined(document: unknown, schema: unknown, depth: number): JsonObject {
  const own = behindReferences(document, schema);
  if (depth > MOST_DEPTH || own.allOf === undefined) return own;
  const parts = [...asList(own.allOf).map((each) => joined(document, each, depth + 1)), own];
  return {
    ...Object.assign({}, ...parts),
    allOf: undefined,
    properties: Object.assign({}, ...parts.map((part) => asObject(part.properties))),
    required: parts.flatMap((part) => asList(part.required)),
  };
}

function sampleObject(
  document: unknown,
  { properties, required, minProperties }: JsonObject,
  depth: number,
): JsonObject {
  const needed = asList(required).map(String);
  const all = Object.entries(asObject(properties)).filter(
    ([, each]) => behindReferences(document, each).readOnly !== true,
  );
  const chosen = all.filter(
    ([name], at) =>
      needed.includes(name) || (depth < 2 && depth < MOST_DEPTH) || at < Number(minProperties ?? 0),
  );
  return Object.fromEntries(
    chosen.map(([name, each]) => [
      name,
      depth > MOST_DEPTH ? null : sampleValue(document, each, depth + 1),
    ]),
  );
}

/** Another value of the same kind, for lists that hold none twice. */
function another(value: unknown, at: number): unknown {
  if (at === 0) return value;
  if (typeof value === 'number') return value + at;
  return typeof value === 'string' ? `${value}${at}` : value;
}

function sampleList(
  document: unknown,
  { items, minItems, uniqueItems }: JsonObject,
  depth: number,
): unknown[] {
  const length = Math.max(Number(minItems ?? 0), depth < 3 ? 1 : 0);
  const choices = asList(joined(document, items, 0).enum);
  return Array.from({ length: Math.min(length, 20) }, (_, at) => {
    if (uniqueItems === true && choices.length > at) return choices[at];
    const value = sampleValue(document, items ?? {}, depth + 1);
    return uniqueItems === true ? another(value, at) : value;
  });
}

function sampleText({ format, pattern, minLength, maxLength }: JsonObject): string {
  if (typeof pattern === 'string') return samplePattern({ pattern, minLength, maxLength });
  const known = typeof format === 'string' ? FORMATS[format] : undefined;
  if (known !== undefined && known.length >= Number(minLength ?? 0)) return known;
  const least = Number(minLength ?? 0);
  return 'sample'
    .padEnd(least, 'x')
    .slice(0, Math.max(least, Math.min(Number(maxLength ?? 100), 100)));
}

/** Text for the pattern of a schema: several tries, each with another choice at every turn. */
export function samplePattern(schema: JsonObject, first = 1): string {
  const pattern = String(schema.pattern);
  const [least, most] = [Number(schema.minLength ?? 0), Number(schema.maxLength ?? 200)];
  for (let seed = first * 7_919; seed < first * 7_919 + 40; seed += 1) {
    const random = new RandExp(pattern);
    random.max = Math.max(1, Math.min(10, least));
    let state = seed;
    random.randInt = (from, to) => {
      state = (state * 48_271) % 2_147_483_647;
      return from + (state % (to - from + 1));
    };
    const text = random.gen();
    if (text.length >= least && text.length <= most && new RegExp(pattern).test(text)) return text;
  }
  return 'sample';
}

function sampleNumber(
  { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: JsonObject,
  isWhole: boolean,
): number {
  const step = Number(multipleOf ?? (isWhole ? 1 : 0.5));
  const low =
    typeof exclusiveMinimum === 'number'
      ? exclusiveMinimum + step
      : Number(minimum ?? Math.min(1, Number(maximum ?? 1)));
  const high =
    typeof exclusiveMaximum === 'number'
      ? exclusiveMaximum - step
      : Number(maximum ?? Number.POSITIVE_INFINITY);
  return Math.min(Math.ceil(low / step) * step, high);
}
