import { describe, expect, it } from 'vitest';
import { applyConditions } from './conditional.ts';

const template = `one
// @if people
two
// @end
  # @if !people
three
  # @end
four`;

describe('applyConditions', () => {
  it('keeps what holds, and no trace of the conditions', () => {
    expect(applyConditions(template, { people: true })).toBe('one\ntwo\nfour');
    expect(applyConditions(template, { people: false })).toBe('one\nthree\nfour');
  });

  it('refuses a condition that nobody knows', () => {
    expect(() => applyConditions(template, {})).toThrow('people');
  });
});
