import { DEFAULT_RETRY } from '@quantumlayer/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryDelay, selectPath } from './index.ts';

describe('the wait before another attempt', () => {
  const profile = { ...DEFAULT_RETRY, jitter: 0 };

  it('doubles from one second by default', () => {
    expect([1, 2, 3].map((tries) => retryDelay(profile, tries, 0))).toEqual([1_000, 2_000, 4_000]);
  });

  it('stays between the jittered and the whole wait', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), random, (tries, chance) => {
        const whole = retryDelay(profile, tries, 0);
        const wait = retryDelay({ ...profile, jitter: 0.5 }, tries, chance);
        expect(whole).toBeLessThanOrEqual(profile.maxMs);
        expect(wait).toBeLessThanOrEqual(whole);
        expect(wait).toBeGreaterThanOrEqual(whole / 2 - 1);
      }),
    );
  });
});

describe('a path into a value', () => {
  it('follows own properties only', () => {
    expect(selectPath({ a: [{ b: 1 }] }, ['a', '0', 'b'])).toBe(1);
    expect(selectPath({}, ['constructor', 'name'])).toBeUndefined();
    expect(selectPath('text', ['length'])).toBeUndefined();
  });
});
