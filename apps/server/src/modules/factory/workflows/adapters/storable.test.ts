import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toStorable } from './storable.ts';

describe('toStorable', () => {
  it.each([
    ['U+0000', 'a\u0000b', 'ab'],
    ['half of a pair', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['a text that only looks like an escape', 'a\\u0000 \\ud800', 'a\\u0000 \\ud800'],
    ['such a text before a real one', '\\\u0000\\u0000\ud83d', '\\\\u0000\ufffd'],
    ['an emoji', '\u{1F4A1} \n "\\"', '\u{1F4A1} \n "\\"'],
  ])('knows what to do with %s', (_case, given, kept) => {
    expect(toStorable({ [given]: [given] })).toEqual({ [kept]: [kept] });
  });

  it('leaves nothing that jsonb refuses, and everything else as it was, in any text', () => {
    const unit = fc.constantFrom(
      '\\',
      'u',
      '0',
      '0000',
      'd800',
      '\u0000',
      '\ud800',
      '"',
      '\u{1F4A1}',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const { kept } = toStorable({ kept: text });
        expect(kept).toBe(text.replaceAll('\u0000', '').toWellFormed());
      }),
    );
  });
});
