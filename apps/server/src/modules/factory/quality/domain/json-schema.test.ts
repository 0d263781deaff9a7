import { describe, expect, it } from 'vitest';
import { flattenSchema, isFreeText, type Schema } from './json-schema.ts';

const document: Schema = {
  components: {
    schemas: {
      Book: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
      'a/b~c': { type: 'boolean' },
      Loop: { $ref: '#/components/schemas/Loop' },
    },
  },
};
const flatten = (schema: Schema) => flattenSchema(document, schema);

describe('flattenSchema', () => {
  it('follows a reference', () => {
    expect(flatten({ $ref: '#/components/schemas/Book' })).toMatchObject({
      types: ['object'],
      required: ['id'],
      properties: { id: { type: 'string' } },
    });
  });

  it('reads the escapes of a JSON pointer', () => {
    expect(flatten({ $ref: '#/components/schemas/a~1b~0c' }).types).toEqual(['boolean']);
    expect(flatten({ $ref: '#/components/schemas/a~1b%7E0c' }).types).toEqual(['boolean']);
  });

  it('lets what stands beside a reference win', () => {
    const flat = flatten({ $ref: '#/components/schemas/Book', required: [] });

    expect(flat).toMatchObject({ types: ['object'], required: [] });
  });

  it.each(['#/components/schemas/None', '#/toString', '#/components/constructor/name'])(
    'takes %s for a schema that says nothing',
    ($ref) => {
      expect(flatten({ $ref })).toMatchObject({ types: [], properties: {}, required: [] });
    },
  );

  it('ends with a schema that refers to itself', () => {
    expect(flatten({ $ref: '#/components/schemas/Loop' }).types).toEqual([]);
  });

  it('joins the members and demands of allOf', () => {
    const flat = flatten({
      allOf: [
        { $ref: '#/components/schemas/Book' },
        { properties: { title: { type: 'string' } }, required: ['title'] },
      ],
      properties: { year: { type: 'integer' } },
    });

    expect(Object.keys(flat.properties).sort()).toEqual(['id', 'title', 'year']);
    expect([...flat.required].sort()).toEqual(['id', 'title']);
  });

  it.each(['anyOf', 'oneOf'])(
    'takes the first branch of %s that is not null and remembers the null',
    (keyword) => {
      const flat = flatten({ [keyword]: [{ type: 'null' }, { type: 'integer', minimum: 3 }] });

      expect(flat).toMatchObject({ types: ['integer'], minimum: 3, nullable: true });
    },
  );

  it('finds a null in a branch of a branch', () => {
    const inner = { anyOf: [{ type: 'string', maxLength: 5 }, { type: 'null' }] };

    expect(flatten({ anyOf: [inner] })).toMatchObject({
      types: ['string'],
      maxLength: 5,
      nullable: true,
    });
  });

  it('takes null out of the types and keeps that it is allowed', () => {
    expect(flatten({ type: ['string', 'null'] })).toMatchObject({
      types: ['string'],
      nullable: true,
    });
    expect(flatten({ type: 'string' }).nullable).toBe(false);
  });

  it.each([
    [{ const: null }, [null]],
    [{ const: 0 }, [0]],
    [{ enum: ['a', 'b'] }, ['a', 'b']],
    [{ type: 'string' }, null],
  ])('reads the choices of %j', (schema, choices) => {
    expect(flatten(schema).choices).toEqual(choices);
  });

  it.each([
    [{ type: 'integer', exclusiveMinimum: 0, exclusiveMaximum: 10 }, 1, 9],
    [{ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 10 }, 0.01, 9.99],
    [{ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 10, multipleOf: 0.5 }, 0.5, 9.5],
    [{ type: 'number', minimum: -1, maximum: 1 }, -1, 1],
    [{ type: 'number' }, null, null],
  ])('reads the bounds of %j', (schema, minimum, maximum) => {
    expect(flatten(schema)).toMatchObject({ minimum, maximum });
  });

  it('guesses the type from what only one type has', () => {
    expect(flatten({ properties: {} }).types).toEqual(['object']);
    expect(flatten({ items: {} }).types).toEqual(['array']);
    expect(flatten({}).types).toEqual([]);
  });

  it('is closed only where additional members are refused', () => {
    expect(flatten({ additionalProperties: false }).open).toBe(false);
    expect(flatten({ additionalProperties: {} }).open).toBe(true);
    expect(flatten({}).open).toBe(true);
  });

  it('passes over keywords of a wrong type', () => {
    const odd = { minLength: '3', maxLength: null, format: 7, pattern: {}, items: [] };

    expect(flatten(odd)).toMatchObject({
      minLength: 0,
      maxLength: null,
      format: null,
      pattern: null,
      items: null,
    });
  });

  it('keeps what an id points at', () => {
    expect(flatten({ type: 'string', 'x-references': 'Author' }).references).toBe('Author');
  });
});

describe('isFreeText', () => {
  it.each([
    [{ type: 'string' }, true],
    [{ type: 'string', maxLength: 5 }, true],
    [{ type: 'string', format: 'uuid' }, false],
    [{ type: 'string', pattern: '^a' }, false],
    [{ type: 'string', enum: ['a'] }, false],
    [{ type: 'integer' }, false],
  ])('judges %j as %s', (schema, free) => {
    expect(isFreeText(flatten(schema))).toBe(free);
  });
});
