import { hostileTexts } from './hostile-values.ts';
import {
  type FlatSchema,
  flattenSchema,
  isObject,
  listsOf,
  type Schema,
  toSchema,
} from './json-schema.ts';
import type { ValueMaker } from './valid-value.ts';

type Members = Readonly<Record<string, unknown>>;

/** One way of spoiling a valid body; what it gives is sent as it stands. */
export type BodyMutation = { readonly name: string; spoil(valid: Members): string };

/** More than any app has to take: it may hang up, but not fall over. */
export const OVERSIZED = 'body of 2 MB';

/** Made once: one for each operation would be garbage of hundreds of megabytes. */
const WHOLE_BODIES = [
  ['malformed JSON', '{"a": '],
  ['empty body', ''],
  ...['null', '[]', '"text"', '42', 'true'].map((text) => [`body is ${text}`, text] as const),
  ['body nested 5000 deep', `${'['.repeat(5000)}${']'.repeat(5000)}`],
  [OVERSIZED, JSON.stringify('x'.repeat(2_000_000))],
] as const;

/** Every way in which we spoil a body of this schema, one at a time. */
export function listBodyMutations(document: Schema, raw: Schema): BodyMutation[] {
  const schema = flattenSchema(document, raw);
  const members = Object.entries(schema.properties).flatMap(([name, member]) =>
    mutateMember(name, flattenSchema(document, member), document),
  );
  return [
    ...WHOLE_BODIES.map(([name, text]) => ({ name, spoil: () => text })),
    ...mutateMembers(schema),
    ...members,
    ...listsOf(document, raw).flatMap(([name, item]) => mutateList(document, name, item)),
  ];
}

/** Spoils the first record of a list in every way. */
function mutateList(document: Schema, name: string, item: Schema): BodyMutation[] {
  const schema = flattenSchema(document, item);
  const spoilt = [
    ...mutateMembers(schema),
    ...Object.entries(schema.properties).flatMap(([member, each]) =>
      mutateMember(member, flattenSchema(document, each), document),
    ),
  ];
  return spoilt.map((mutation) => ({
    name: `${name}[0] ${mutation.name}`,
    spoil: (valid) => {
      const [first] = Array.isArray(valid[name]) ? valid[name].filter(isObject) : [];
      const rest = JSON.stringify({ ...valid, [name]: ['@@first@@'] });
      return rest.replace('"@@first@@"', () => mutation.spoil(first ?? {}));
    },
  }));
}

/** Each member that the app only gives (`readOnly` in its answer), sent as if it could be taken. */
export function sendGiven(
  document: Schema,
  body: Schema,
  answer: Schema,
  make: ValueMaker,
): BodyMutation[] {
  const taken = flattenSchema(document, body).properties;
  return Object.entries(flattenSchema(document, answer).properties)
    .filter(([name, schema]) => schema.readOnly === true && !(name in taken))
    .map(([name, schema]) => {
      const value = make({ ...schema, readOnly: false }, 'full');
      const spoil = (valid: Members) => JSON.stringify({ ...valid, [name]: value });
      return { name: `${name}, which is only given`, spoil };
    });
}

function mutateMembers(schema: FlatSchema): BodyMutation[] {
  const without = schema.required.map((name) => ({
    name: `without ${name}`,
    spoil: ({ [name]: _left, ...rest }: Members) => JSON.stringify(rest),
  }));
  return [
    ...without,
    {
      name: 'unknown member',
      spoil: (valid) => JSON.stringify({ ...valid, unknownMember: 'x' }),
    },
    { name: 'member __proto__', spoil: (valid) => prepend('"__proto__":{"admin":true}', valid) },
    {
      name: 'member constructor',
      spoil: (valid) => prepend('"constructor":{"prototype":{}}', valid),
    },
  ];
}

function prepend(member: string, valid: Members): string {
  const rest = JSON.stringify(valid).slice(1);
  return `{${member}${rest === '}' ? '' : ','}${rest}`;
}

function mutateMember(name: string, schema: FlatSchema, document: Schema): BodyMutation[] {
  const wrong = [
    ...wrongTypes(schema),
    ...outOfBounds(schema),
    ...wrongTexts(schema),
    ...wrongLists(schema, document),
  ];
  const mutations = [
    ...wrong.map(([what, value]) => ({
      name: `${name}: ${what}`,
      spoil: (valid: Members) => JSON.stringify({ ...valid, [name]: value }),
    })),
    ...mutateInside(name, schema, document),
  ];
  if (!schema.types.some((type) => type === 'integer' || type === 'number')) return mutations;
  const numbers = ['1e400', '-1e400', '123456789012345678901234567890', '-0.000000000001'];
  const raws = numbers.map((text) => ({
    name: `${name}: ${text}`,
    spoil: (valid: Members) =>
      JSON.stringify({ ...valid, [name]: '@@number@@' }).replace('"@@number@@"', text),
  }));
  return [...mutations, ...raws];
}

/** Members of a member, one of them wrong, absent or unknown. */
function mutateInside(name: string, schema: FlatSchema, document: Schema): BodyMutation[] {
  const inner = Object.entries(schema.properties);
  const wrong = inner.flatMap(([member, raw]) => {
    const inside = flattenSchema(document, raw);
    const values = [...wrongTypes(inside), ...outOfBounds(inside)];
    return [['absent', undefined] as const, ...values].map(([what, value]) => ({
      name: `${name}.${member}: ${what}`,
      changes: { [member]: value },
    }));
  });
  const unknown = { name: `${name}: unknown member`, changes: { unknownMember: 'x' } };
  return (inner.length === 0 ? [] : [...wrong, unknown]).map(({ name: tried, changes }) => ({
    name: tried,
    spoil: (valid: Members) =>
      JSON.stringify({ ...valid, [name]: { ...toSchema(valid[name]), ...changes } }),
  }));
}

type Wrong = readonly [what: string, value: unknown];

function wrongTypes(schema: FlatSchema): Wrong[] {
  const values: Wrong[] = [
    ['a number instead', 12_345.678],
    ['a text instead', 'not what was asked for'],
    ['a boolean instead', true],
    ['an object instead', { nested: { deeper: 1 } }],
    ['a list instead', [1, 'two', null]],
    ['null', null],
  ];
  return values.filter(([, value]) => !isOfType(schema, value));
}

function isOfType(schema: FlatSchema, value: unknown): boolean {
  if (schema.types.length === 0) return true;
  if (value === null) return schema.nullable;
  if (Array.isArray(value)) return schema.types.includes('array');
  if (typeof value === 'number') return schema.types.includes('number');
  return schema.types.includes(typeof value);
}

function outOfBounds({ types, minimum, maximum, ...schema }: FlatSchema): Wrong[] {
  const numeric = types.includes('integer') || types.includes('number');
  const wrong: Wrong[] = numeric
    ? [
        ['negative', -1],
        ['very large', 1e300],
      ]
    : [];
  if (minimum !== null) wrong.push(['below the minimum', minimum - 1]);
  if (maximum !== null) wrong.push(['above the maximum', maximum + 1]);
  if (types.includes('integer')) wrong.push(['a fraction', 1.5]);
  if (types.includes('string')) {
    if (schema.minLength > 0) wrong.push(['too short', 'a'.repeat(schema.minLength - 1)]);
    if (schema.maxLength !== null) wrong.push(['too long', 'a'.repeat(schema.maxLength + 1)]);
  }
  if (types.includes('array') && schema.maxItems !== null) {
    wrong.push(['one too many', Array.from({ length: schema.maxItems + 1 }, () => ({}))]);
  }
  if (schema.choices !== null) wrong.push(['not one of the choices', 'no-such-choice']);
  return wrong;
}

/** Lists of choices: what is no choice, one twice, and fewer or more than there may be. */
function wrongLists({ items, uniqueItems, minItems, ...list }: FlatSchema, document: Schema) {
  const choices = items === null ? null : flattenSchema(document, items).choices;
  if (choices === null) return [];
  const [first] = choices;
  const wrong: Wrong[] = [['a list of what is no choice', ['no-such-choice']]];
  if (uniqueItems) wrong.push(['a choice twice', [first, first]]);
  if (minItems > 0) wrong.push(['too few', []]);
  if (list.maxItems !== null) wrong.push(['too many', Array(list.maxItems + 1).fill(first)]);
  return wrong;
}

function wrongTexts(schema: FlatSchema): Wrong[] {
  if (!schema.types.includes('string')) return [];
  const wrong: Wrong[] = hostileTexts.map(([what, text]) => [what, text]);
  if (schema.format === 'date' || schema.format === 'date-time') {
    const time = schema.format === 'date' ? '' : 'T00:00:00Z';
    for (const day of ['2026-02-30', '0000-00-00', '99999-01-01']) {
      wrong.push([`the date ${day}`, `${day}${time}`]);
    }
  }
  return wrong;
}
