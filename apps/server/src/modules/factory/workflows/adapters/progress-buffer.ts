import { type Fact, stageFact } from '@quantumlayer/workflow';
import type { Clock } from '#kernel/clock.ts';

const MAX_EVENTS_PER_ATTEMPT = 500;
const MAX_EVENTS_PER_BATCH = 10;
const MAX_MESSAGE = 500;
const MAX_DATA = 4_000;
const BATCH_MS = 150;

type Dependencies = { node: string; attempt: number; clock: Clock; onBatch: () => void };

export type ProgressBuffer = ReturnType<typeof createProgressBuffer>;

/** Collects progress of one attempt: the first line goes out at once, later ones in batches, and never too many. */
export function createProgressBuffer({ node, attempt, clock, onBatch }: Dependencies) {
  let lines: Fact[] = [];
  let room = MAX_EVENTS_PER_ATTEMPT;
  let timer: NodeJS.Timeout | null = null;
  let lastBatch = 0;

  return {
    add(message: string, data?: Record<string, unknown>): void {
      if (room === 0) return;
      room -= 1;
      const at = clock().getTime();
      const text = room === 0 ? `${cut(message)} (further progress is not recorded)` : cut(message);
      const kept = keepData(data);
      lines.push(stageFact('stage.progress', { node, attempt, at }, { message: text, ...kept }));
      if (lines.length > MAX_EVENTS_PER_BATCH) lines.splice(leastWorth(lines), 1);
      timer ??= setTimeout(
        () => {
          lastBatch = clock().getTime();
          timer = null;
          onBatch();
        },
        Math.max(0, lastBatch + BATCH_MS - at),
      );
    },

    /** Hands over what is waiting. */
    take(): Fact[] {
      const taken = lines;
      lines = [];
      return taken;
    },

    close(): void {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      room = 0;
    },
  };
}

/** The oldest of a burst goes, since the last line is what is happening now; one that carries data goes last. */
function leastWorth(lines: readonly Fact[]): number {
  return Math.max(
    0,
    lines.findIndex(({ data }) => !('data' in data)),
  );
}

function cut(message: string): string {
  return message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message;
}

function keepData(data: Record<string, unknown> | undefined) {
  if (data === undefined) return {};
  try {
    return JSON.stringify(data).length <= MAX_DATA ? { data: structuredClone(data) } : {};
  } catch {
    // Progress is for the eye: data that cannot be written down must not fail the step.
    return {};
  }
}
