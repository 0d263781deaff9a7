import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSchemaChecker } from '../adapters/ajv-schema-checker.ts';
import { samplePattern } from '../adapters/sample-pattern.ts';
import type { Schema } from './json-schema.ts';
import { compilePattern, createValueMaker, flavours } from './valid-value.ts';

const between = (low: number, middle: number, high: number) =>
  fc.tuple(fc.integer({ min: low, max: middle }), fc.integer({ min: middle, max: high }));

const leaf: fc.Arbitrary<Schema> = fc.oneof(
  between(0, 5, 30).map(([minLength, maxLength]) => ({ type: 'string', minLength, maxLength })),
  fc
    .constantFrom('uuid', 'email', 'date', 'date-time', 'uri', 'ipv4', 'ipv6', 'hostname')
    .map((format) => ({ type: 'string', format })),
  fc
    .constantFrom('^[A-Z]{2}-\\d{4}$', '^\\+?[0-9]{6,15}$', '^(red|green)$')
    .map((pattern) => ({ type: 'string', pattern })),
  between(-50, 0, 50).map(([minimum, maximum]) => ({ type: 'integer', minimum, maximum })),
  between(-50, 0, 50).map(([minimum, maximum]) => ({ type: 'number', minimum, maximum })),
  fc.constant({ type: 'boolean' }),
  fc
    .uniqueArray(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 4 })
    .map((choices) => ({ type: 'string', enum: choices })),
);
const schemas: fc.Arbitrary<Schema> = fc.letrec<{ schema: Schema }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    leaf.map((one) => ({ anyOf: [one, { type: 'null' }] })),
    fc
      .tuple(tie('schema'), fc.integer({ min: 0, max: 2 }))
      .map(([items, minItems]) => ({ type: 'array', items, minItems, maxItems: minItems + 1 })),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('schema'), { maxKeys: 4 }).map(
      (properties): Schema => ({
        type: 'object',
        properties,
        required: Object.keys(properties).slice(0, 2),
        additionalProperties: false,
      }),
    ),
  ),
})).schema;

const maker = (document: Schema = {}) => createValueMaker(document, samplePattern);

describe('createValueMaker', () => {
  it('makes what any schema allows, in every flavour', () => {
    const checker = createSchemaChecker({});
    fc.assert(
      fc.property(schemas, fc.constantFrom(...flavours), (schema, flavour) => {
        const value = maker()(schema, flavour);
        expect(checker.check(schema, value), JSON.stringify(value)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('makes sets of choices: one, all of them, none twice', () => {
    const items = { type: 'string', enum: ['a', 'b', 'c'] };
    const set = { type: 'array', items, uniqueItems: true, minItems: 1, maxItems: 3 };
    const make = maker();
    expect(make(set, 'low')).toHaveLength(1);
    expect([make(set, 'high')].flat().sort()).toEqual(['a', 'b', 'c']);
    expect(make({ ...set, minItems: 0 }, 'minimal')).toEqual([]);
  });

  it.each(['full', 'minimal', 'text', 'high', 'low'] as const)(
    'fills a unique field again and again: %s',
    (flavour) => {
      const make = maker();
      const schema = { type: 'string', minLength: 3, maxLength: 40 };
      const values = Array.from({ length: 2_000 }, () => make(schema, flavour));

      expect(new Set(values).size).toBe(values.length);
    },
  );

  it('makes emails and ids that differ', () => {
    const make = maker();
    for (const format of ['email', 'uuid', 'uri']) {
      const values = Array.from({ length: 500 }, () => make({ type: 'string', format }, 'full'));

      expect(new Set(values).size).toBe(500);
    }
  });

  const range: Schema = { type: 'integer', minimum: -3, maximum: 12 };

  it('takes the very bounds of a number', () => {
    expect(maker()(range, 'low')).toBe(-3);
    expect(maker()(range, 'high')).toBe(12);
  });

  it('takes the very bounds of a text', () => {
    const schema = { type: 'string', minLength: 3, maxLength: 9 };

    expect(maker()(schema, 'low')).toHaveLength(3);
    expect(maker()(schema, 'high')).toHaveLength(9);
  });

  it('stays within the bounds of a number, however many it makes', () => {
    const make = maker();
    const values = Array.from({ length: 100 }, () => Number(make(range, 'full')));

    expect(Math.min(...values)).toBe(-3);
    expect(Math.max(...values)).toBe(12);
  });

  it('makes no numbers of binary fractions', () => {
    const make = maker();
    const schema = { type: 'number', minimum: 0, multipleOf: 0.01 };
    for (let round = 0; round < 200; round += 1) {
      expect(String(make(schema, 'full'))).toMatch(/^\d+(\.\d{1,2})?$/);
    }
  });

  it('writes a decimal within its bounds as text', () => {
    const schema = { type: 'string', format: 'decimal', pattern: '^\\d+\\.\\d{2}$', minimum: 1.5 };

    expect(maker()(schema, 'low')).toBe('1.50');
    expect(maker()(schema, 'full')).toMatch(/^\d+\.\d{2}$/);
  });

  it('leaves out what is not required only when asked for the least', () => {
    const schema = {
      type: 'object',
      required: ['a'],
      properties: { a: { const: 1 }, b: { const: 2 }, c: { const: 3, readOnly: true } },
    };

    expect(maker()(schema, 'minimal')).toEqual({ a: 1 });
    expect(maker()(schema, 'full')).toEqual({ a: 1, b: 2 });
  });

  it('puts null wherever it may stand, but for the value as a whole', () => {
    const maybe = { anyOf: [{ type: 'string' }, { type: 'null' }] };
    const schema = { type: ['object', 'null'], properties: { a: maybe, b: { const: 1 } } };

    expect(maker()(schema, 'nulls')).toEqual({ a: null, b: 1 });
  });

  it('tries text beyond ASCII', () => {
    expect(maker()({ type: 'string' }, 'text')).toMatch(/漢字/);
    expect(maker()({ type: 'string' }, 'full')).toMatch(/^[\x20-\x7e]+$/);
  });

  it('goes through the choices', () => {
    const make = maker();
    const schema = { enum: ['a', 'b', 'c'] };
    const made = Array.from({ length: 3 }, () => make(schema, 'full'));

    expect(made.sort()).toEqual(['a', 'b', 'c']);
    expect([make(schema, 'low'), make(schema, 'high')]).toEqual(['a', 'c']);
  });

  it('ends with a schema that holds itself', () => {
    const document = {
      Tree: {
        type: 'object',
        properties: { children: { type: 'array', items: { $ref: '#/Tree' } } },
      },
    };

    expect(JSON.stringify(maker(document)({ $ref: '#/Tree' }, 'full')).length).toBeLessThan(500);
  });
});

describe('compilePattern', () => {
  it('counts code points where the pattern allows it', () => {
    expect(compilePattern('^.$').test('😀')).toBe(true);
  });

  it('takes patterns with needless escapes', () => {
    expect(compilePattern('^\\-\\_$').test('-_')).toBe(true);
  });
});
