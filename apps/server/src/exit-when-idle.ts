import { setTimeout as wait } from 'node:timers/promises';

type Options = {
  /** No run is active and no preview lives. */
  isIdle: () => Promise<boolean>;
  /** Idle for so long, without a break, before it counts: time for the next command. */
  graceMs: number;
  everyMs: number;
  signal: AbortSignal;
};

/** Resolves with true when there has been nothing to do for the grace period, with false when `signal` aborts. */
export async function untilIdle({ isIdle, graceMs, everyMs, signal }: Options): Promise<boolean> {
  let idleSince: number | undefined;
  while (!signal.aborted) {
    const now = performance.now();
    idleSince = (await isIdle()) ? (idleSince ?? now) : undefined;
    if (idleSince !== undefined && now - idleSince >= graceMs) return !signal.aborted;
    await wait(everyMs, undefined, { signal }).catch(() => undefined);
  }
  return false;
}
