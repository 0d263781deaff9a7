import type { Clock } from '#kernel/clock.ts';
import type { AttemptLimiter } from '../ports.ts';

type Options = { most: number; windowMs: number; clock: Clock; mostKeys?: number };

/** Counts in this process; of several processes each counts for itself. */
export function createMemoryAttemptLimiter(options: Options): AttemptLimiter {
  const { most, windowMs, clock, mostKeys = 10_000 } = options;
  /** When attempts were made, oldest first; the key that was asked last stands last. */
  const attempts = new Map<string, number[]>();

  function recent(key: string, now: number): number[] {
    return (attempts.get(key) ?? []).filter((at) => at > now - windowMs);
  }

  function keep(key: string, times: number[]): void {
    attempts.delete(key);
    if (times.length > 0) attempts.set(key, times);
    const [oldest] = attempts.keys();
    if (attempts.size > mostKeys && oldest !== undefined) attempts.delete(oldest);
  }

  return {
    take(key) {
      const now = clock().getTime();
      const times = recent(key, now);
      const [first] = times;
      const isTooMany = first !== undefined && times.length >= most;
      keep(key, isTooMany ? times : [...times, now]);
      return isTooMany ? first + windowMs - now : null;
    },

    giveBack(key) {
      keep(key, recent(key, clock().getTime()).slice(0, -1));
    },
  };
}
