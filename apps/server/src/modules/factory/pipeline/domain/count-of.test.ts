import { describe, expect, it } from 'vitest';
import { countOf } from './count-of.ts';

describe('countOf', () => {
  it.each([
    [0, '0 tables'],
    [1, '1 table'],
    [2, '2 tables'],
  ])('says %i as %s', (count, text) => {
    expect(countOf(count, 'table')).toBe(text);
  });

  it('takes an irregular plural', () => {
    expect(countOf(2, 'entity', 'entities')).toBe('2 entities');
  });
});
