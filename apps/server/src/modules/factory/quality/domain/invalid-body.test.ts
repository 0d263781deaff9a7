import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSchemaChecker } from '../adapters/ajv-schema-checker.ts';
import { listBodyMutations, OVERSIZED, sendGiven } from './invalid-body.ts';
import type { Schema } from './json-schema.ts';

const schema: Schema = {
  type: 'object',
  required: ['title', 'stars'],
  additionalProperties: false,
  properties: {
    title: { type: 'string', minLength: 2, maxLength: 10 },
    stars: { type: 'integer', minimum: 0, maximum: 5 },
    state: { type: ['string', 'null'], enum: ['open', 'done', null] },
    due: { type: 'string', format: 'date' },
    tags: { type: 'array', items: { type: 'string' } },
    days: {
      type: 'array',
      items: { enum: ['Mon', 'Tue'] },
      uniqueItems: true,
      minItems: 1,
      maxItems: 2,
    },
    place: {
      type: 'object',
      properties: { latitude: { type: 'number', minimum: -90, maximum: 90 } },
    },
    anything: {},
  },
};
const valid = { title: 'Dune', stars: 5 };
const mutations = listBodyMutations({}, schema);
const names = mutations.map(({ name }) => name);

function spoil(name: string, body: Record<string, unknown> = valid): string {
  const found = mutations.find((mutation) => mutation.name === name);
  if (found === undefined) throw new Error(`no mutation ${name} among ${names.join(', ')}`);
  return found.spoil(body);
}

describe('listBodyMutations', () => {
  it('has no two of one name', () => {
    expect(new Set(names).size).toBe(names.length);
  });

  it('leaves out each required member, one at a time', () => {
    expect(spoil('without title')).toBe('{"stars":5}');
    expect(spoil('without stars')).toBe('{"title":"Dune"}');
    expect(names).not.toContain('without due');
  });

  it('goes one beyond each bound', () => {
    expect(JSON.parse(spoil('title: too short')).title).toHaveLength(1);
    expect(JSON.parse(spoil('title: too long')).title).toHaveLength(11);
    expect(JSON.parse(spoil('stars: below the minimum')).stars).toBe(-1);
    expect(JSON.parse(spoil('stars: above the maximum')).stars).toBe(6);
    expect(JSON.parse(spoil('stars: a fraction')).stars).toBe(1.5);
  });

  it('spoils the members of a member', () => {
    const body = { ...valid, place: { latitude: 1 } };
    const placeOf = (name: string) => JSON.parse(spoil(name, body)).place;
    expect(placeOf('place.latitude: above the maximum')).toEqual({ latitude: 91 });
    expect(placeOf('place.latitude: a text instead').latitude).toBeTypeOf('string');
    expect(placeOf('place.latitude: absent')).toEqual({});
    expect(placeOf('place: unknown member')).toEqual({ latitude: 1, unknownMember: 'x' });
  });

  it('chooses what is no choice, one twice, too few and too many', () => {
    expect(JSON.parse(spoil('days: a list of what is no choice')).days).toEqual(['no-such-choice']);
    expect(JSON.parse(spoil('days: a choice twice')).days).toEqual(['Mon', 'Mon']);
    expect(JSON.parse(spoil('days: too few')).days).toEqual([]);
    expect(JSON.parse(spoil('days: too many')).days).toHaveLength(3);
  });

  it('tries null only where it is forbidden', () => {
    expect(names).toContain('title: null');
    expect(names).not.toContain('state: null');
  });

  it('tries no wrong type where every type is right', () => {
    expect(names.filter((name) => name.startsWith('anything: '))).toEqual([]);
  });

  it('tries a number in place of an integer, since it has a fraction', () => {
    expect(names).toContain('stars: a number instead');
    expect(names).toContain('tags: a text instead');
    expect(names).not.toContain('tags: a list instead');
  });

  it('writes numbers that JavaScript cannot hold as they are', () => {
    expect(spoil('stars: 1e400')).toBe('{"title":"Dune","stars":1e400}');
    expect(spoil('stars: 123456789012345678901234567890')).toContain(
      '123456789012345678901234567890',
    );
  });

  it('tries days that no calendar has', () => {
    expect(JSON.parse(spoil('due: the date 2026-02-30')).due).toBe('2026-02-30');
  });

  it('sends __proto__ as a member of its own', () => {
    expect(spoil('member __proto__')).toBe('{"__proto__":{"admin":true},"title":"Dune","stars":5}');
    expect(spoil('member __proto__', {})).toBe('{"__proto__":{"admin":true}}');
  });

  it('sends a body of 2 MB', () => {
    expect(spoil(OVERSIZED).length).toBeGreaterThan(2_000_000);
  });

  it.each([['malformed JSON'], ['body nested 5000 deep'], ['empty body']])(
    'has %s for every schema',
    (name) => {
      expect(listBodyMutations({}, {}).map((mutation) => mutation.name)).toContain(name);
    },
  );

  it('never touches the body that it spoils', () => {
    const body = { ...valid };
    for (const mutation of mutations) mutation.spoil(body);

    expect(body).toEqual(valid);
  });

  it('spoils any closed object in every way but the harmless ones', () => {
    const checker = createSchemaChecker({});
    const harmless = /: (SQL|script|right-to-left|a null byte|only a null byte|a lone|200 kB)/;
    const member = fc.oneof(
      fc
        .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 99 }))
        .map(([minLength, maxLength]) => ({ type: 'string', minLength, maxLength })),
      fc
        .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 99 }))
        .map(([minimum, maximum]) => ({ type: 'integer', minimum, maximum })),
      fc.constant({ type: 'boolean' }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-y]{1,6}$/), member), (properties) => {
        const required = Object.keys(properties);
        const closed = { type: 'object', properties, required, additionalProperties: false };
        for (const { name, spoil: make } of listBodyMutations({}, closed)) {
          const raw = make({});
          if (raw === '' || name === 'malformed JSON' || harmless.test(name)) continue;
          expect(checker.check(closed, JSON.parse(raw)), name).not.toEqual([]);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('lists of records', () => {
  const item = {
    type: 'object',
    properties: { count: { type: 'integer', minimum: 1 } },
    required: ['count'],
    additionalProperties: false,
  };
  const lines = { type: 'array', items: item, maxItems: 2 };
  const made = listBodyMutations({}, { type: 'object', properties: { lines } });
  const sent = (name: string, valid = { lines: [{ count: 3 }] }) =>
    made.find((one) => one.name === name)?.spoil(valid);

  it('are spoilt inside', () => {
    expect(sent('lines[0] count: below the minimum')).toBe('{"lines":[{"count":0}]}');
    expect(sent('lines[0] without count')).toBe('{"lines":[{}]}');
    expect(sent('lines[0] count: 1e400')).toBe('{"lines":[{"count":1e400}]}');
    expect(sent('lines[0] unknown member', { lines: [] })).toBe(
      '{"lines":[{"unknownMember":"x"}]}',
    );
  });

  it('are sent with more than they take', () => {
    expect(sent('lines: one too many')).toBe('{"lines":[{},{},{}]}');
  });
});

describe('sendGiven', () => {
  const body = { type: 'object', properties: { price: { type: 'string' } } };
  const answer = {
    type: 'object',
    properties: {
      id: { type: 'string' },
      price: { type: 'string', readOnly: true },
      total: { type: 'string', readOnly: true },
    },
  };

  it('sends each member that is only given, beside what is valid', () => {
    const given = sendGiven({}, body, answer, (schema) => `made for ${schema.readOnly}`);

    expect(given.map(({ name }) => name)).toEqual(['total, which is only given']);
    expect(JSON.parse(given[0]?.spoil({ price: '1.00' }) ?? '')).toEqual({
      price: '1.00',
      total: 'made for false',
    });
  });

  it('has nothing to send where nothing is only given', () => {
    expect(sendGiven({}, body, {}, () => 1)).toEqual([]);
  });
});
