import { describe, expect, it } from 'vitest';
import type { Field } from './blueprint.ts';
import {
  withDefault,
  withDescription,
  withMediaType,
  withNumber,
  withType,
  withValues,
} from './retype-field.ts';

const field: Field = { name: 'size', type: 'integer', required: true, unique: true, min: 1 };

describe('another type', () => {
  it('leaves bounds and defaults behind', () => {
    expect(withType({ ...field, default: 3, description: 'Of a shoe.' }, 'string')).toEqual({
      name: 'size',
      type: 'string',
      required: true,
      unique: true,
      description: 'Of a shoe.',
    });
  });

  it.each([
    ['file', { required: false, unique: false }],
    ['password', { required: true, unique: false }],
    ['enum', { values: ['first'] }],
    ['multi-choice', { values: ['first', 'second'] }],
  ])('keeps to what a %s may say', (type, expected) => {
    expect(withType(field, type)).toMatchObject(expected);
  });

  it('keeps values that both have', () => {
    const choice: Field = { ...field, type: 'enum', values: ['s', 'm', 'l'] };
    expect(withType(choice, 'multi-choice').values).toEqual(['s', 'm', 'l']);
  });
});

describe('what is typed for a field', () => {
  it('becomes a number, nothing, or stays as it was', () => {
    expect(withNumber(field, 'max', '7')).toMatchObject({ min: 1, max: 7 });
    expect(withNumber(field, 'min', '')).not.toHaveProperty('min');
    expect(withNumber(field, 'min', 'many')).toBe(field);
  });

  it('becomes a default of its type', () => {
    expect(withDefault(field, '3').default).toBe(3);
    expect(withDefault({ ...field, type: 'boolean' }, 'true').default).toBe(true);
    expect(withDefault({ ...field, type: 'date' }, 'today').default).toBe('today');
    expect(withDefault({ ...field, default: 3 }, '')).not.toHaveProperty('default');
  });

  it('becomes values, of which the default is one or none', () => {
    const choice: Field = { ...field, type: 'enum', values: ['a', 'b'], default: 'a' };
    expect(withValues(choice, 'b, c,, b')).toEqual({ ...field, type: 'enum', values: ['b', 'c'] });
    expect(withValues(choice, ' , ')).toBe(choice);
  });

  it('becomes a description', () => {
    expect(withDescription(field, ' Of a shoe. ').description).toBe('Of a shoe.');
    expect(withDescription({ ...field, description: 'x' }, ' ')).not.toHaveProperty('description');
  });

  it('says which kinds of files there are, unless all of them are', () => {
    const all = ['image/png', 'image/gif'] as const;
    const image: Field = { ...field, type: 'image' };
    const png = withMediaType(image, all, 'image/gif', false);
    expect(png.mediaTypes).toEqual(['image/png']);
    expect(withMediaType(png, all, 'image/gif', true)).not.toHaveProperty('mediaTypes');
    expect(withMediaType(png, all, 'image/png', false)).toBe(png);
  });
});
