import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FieldLegality, fieldLegality, fieldTypes } from './field-types.ts';

const guide = readFileSync(new URL('../../../docs/guides/field-types.md', import.meta.url), 'utf8');
const BOUNDS: Record<string, FieldLegality['bounds']> = {
  length: 'lengths',
  number: 'numbers',
  'the highest': 'scale',
  'size and kinds': 'bytes',
  '-': null,
};
const DEFAULTS: Record<string, FieldLegality['defaultOf']> = {
  text: 'text',
  number: 'number',
  'whole number': 'integer',
  'true or false': 'boolean',
  'one of its values': 'value',
  '-': null,
};

describe('the guide to field types', () => {
  const rows = guide
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

  it('has every type, in their order', () => {
    expect(rows.map(([type]) => type)).toEqual(fieldTypes.map((type) => `\`${type}\``));
  });

  it.each(fieldTypes.map((type, index) => ({ type, row: rows[index] ?? [] })))(
    'says of $type what may be said of it',
    ({ type, row: [, , bounds = '', unique, required, initial = ''] }) => {
      const { leastValues: _values, ...legality } = fieldLegality[type];
      expect({
        bounds: BOUNDS[bounds],
        canBeUnique: unique === 'yes',
        canBeRequired: required === 'yes',
        defaultOf: DEFAULTS[initial],
      }).toEqual(legality);
    },
  );
});
