import { judging } from './validators.ts';

const WINDOW_MS = 60_000;
/** Less than this is what honest requests take. */
const NOTED_MS = 20;
const MOST_PER_WINDOW_MS = 1_000;
const LONGEST_MS = 250;
/** For who has used up the time: enough for honest requests, so that others behind the same address are served. */
const SHORT_MS = 15;
const MOST_ADDRESSES = 10_000;

export type Patience = ReturnType<typeof createPatience>;

/** Lets nobody have the processor for long: whoever sends what takes long to judge has less time for the next. */
export function createPatience(now: () => number = Date.now) {
  const spent = new Map<string, { since: number; ms: number }>();

  function note(address: string, ms: number): void {
    if (ms < NOTED_MS) return;
    const known = spent.get(address);
    const isFresh = known !== undefined && now() - known.since < WINDOW_MS;
    spent.delete(address);
    const [oldest] = spent.keys();
    if (spent.size >= MOST_ADDRESSES && oldest !== undefined) spent.delete(oldest);
    spent.set(address, isFresh ? { ...known, ms: known.ms + ms } : { since: now(), ms });
  }

  return {
    /** Does what judges a request, in the time that its address has left. */
    async judged<Result>(address: string, judge: () => Promise<Result>): Promise<Result> {
      const known = spent.get(address);
      const isUsedUp =
        known !== undefined && now() - known.since < WINDOW_MS && known.ms >= MOST_PER_WINDOW_MS;
      const request = { longestMs: isUsedUp ? SHORT_MS : LONGEST_MS, takenMs: 0 };
      try {
        return await judging.run(request, judge);
      } finally {
        note(address, request.takenMs);
      }
    },
  };
}
