import { createFakeClock, type FakeClock } from '@quantumlayer/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AttemptLimiter } from '../ports.ts';
import { createMemoryAttemptLimiter } from './memory-attempt-limiter.ts';

describe('memory attempt limiter', () => {
  let clock: FakeClock;
  let limiter: AttemptLimiter;

  beforeEach(() => {
    clock = createFakeClock();
    limiter = createMemoryAttemptLimiter({ most: 2, windowMs: 1000, clock, mostKeys: 3 });
  });

  it('allows so many, then says how long until the first is forgotten', () => {
    expect(limiter.take('a')).toBeNull();
    clock.advance(300);
    expect(limiter.take('a')).toBeNull();
    expect(limiter.take('a')).toBe(700);
    clock.advance(699);
    expect(limiter.take('a')).toBe(1);
    clock.advance(1);
    expect(limiter.take('a')).toBeNull();
    expect(limiter.take('a')).toBe(300);
  });

  it('does not count those that were refused: they cannot lock somebody out for ever', () => {
    for (let count = 0; count < 10; count += 1) limiter.take('a');
    clock.advance(1000);
    expect(limiter.take('a')).toBeNull();
  });

  it('forgets the one that succeeded, and no other', () => {
    limiter.take('a');
    limiter.take('a');
    limiter.giveBack('a');
    expect(limiter.take('a')).toBeNull();
    expect(limiter.take('a')).toBe(1000);
  });

  it('counts each key for itself', () => {
    limiter.take('a');
    limiter.take('a');
    expect(limiter.take('b')).toBeNull();
  });

  it('keeps the keys that were asked last, so that strangers cannot fill the memory', () => {
    for (const key of ['a', 'a', 'b', 'c', 'a', 'd']) limiter.take(key);
    expect(limiter.take('a')).not.toBeNull();
    expect(limiter.take('b')).toBeNull();
  });

  it('gives back nothing that was not taken', () => {
    limiter.giveBack('a');
    limiter.take('a');
    limiter.take('a');
    expect(limiter.take('a')).not.toBeNull();
  });
});
