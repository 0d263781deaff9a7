import { describe, expect, it } from 'vitest';
import { createSchemaChecker } from './ajv-schema-checker.ts';

const checker = createSchemaChecker({
  components: {
    schemas: {
      Book: {
        type: 'object',
        required: ['title'],
        properties: { title: { type: 'string' }, next: { $ref: '#/components/schemas/Book' } },
      },
    },
  },
});
const check = (schema: object, value: unknown) => checker.check({ ...schema }, value);

describe('schema checker', () => {
  it('has nothing to say of a value that matches', () => {
    expect(check({ type: 'integer', minimum: 0 }, 3)).toEqual([]);
  });

  it('names the place and the fault of each difference', () => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'integer' } },
    };

    expect(check(schema, { a: 1, b: 'x' })).toEqual(['/a must be string', '/b must be integer']);
  });

  it('calls the whole value body', () => {
    expect(check({ type: 'string' }, 1)).toEqual(['body must be string']);
  });

  it('follows references into the document, also circular ones', () => {
    const book = { $ref: '#/components/schemas/Book' };

    expect(check(book, { title: 'a', next: { title: 'b' } })).toEqual([]);
    expect(check(book, { title: 'a', next: {} })).toEqual([
      "/next must have required property 'title'",
    ]);
  });

  it.each([
    ['uuid', '01890000-0000-7000-8000-000000000000', 'nope'],
    ['date', '2026-02-28', '2026-02-30'],
    ['date-time', '2026-02-28T10:00:00Z', '2026-02-28'],
    ['email', 'a@example.com', 'a@'],
    ['time', '09:30', '24:00'],
  ])('checks the format %s', (format, good, bad) => {
    expect(check({ type: 'string', format }, good)).toEqual([]);
    expect(check({ type: 'string', format }, bad)).toHaveLength(1);
  });

  it('passes over keywords and formats that it does not know', () => {
    expect(check({ type: 'string', format: 'colour', 'x-references': 'Book' }, 'red')).toEqual([]);
  });
});
