import { hasEnded } from '@quantumlayer/workflow';
import type { ExecutionEvent } from '../ports.ts';
import type { Journal } from './journal.ts';
import type { WakeUps } from './wake-ups.ts';

const PAGE = 500;
/** News may get lost with a connection; so often the journal is looked at anyway. */
const POLL_MS = 1_000;

type Dependencies = { journal: Journal; wakeUps: WakeUps; closing: AbortSignal };

/** The journal from a number on and what is added to it, each event once, until the execution has ended. */
export async function* streamEvents(
  { journal, wakeUps, closing }: Dependencies,
  { organisationId, executionId }: { organisationId: string; executionId: string },
  afterSeq: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExecutionEvent, void, void> {
  const stop = AbortSignal.any(signal === undefined ? [closing] : [closing, signal]);
  let wake: () => void = () => {};
  let hasNews = false;
  const onNews = () => {
    hasNews = true;
    wake();
  };
  const unsubscribe = wakeUps.subscribe(executionId, onNews);
  stop.addEventListener('abort', onNews);
  try {
    let last = afterSeq;
    while (!stop.aborted) {
      hasNews = false;
      const row = await journal.get(organisationId, executionId);
      while (last < row.seq && !stop.aborted) {
        const events = await journal.read(executionId, last, PAGE);
        for (const event of events) {
          last = event.seq;
          yield event;
          if (stop.aborted) return;
        }
        if (events.length === 0) break;
      }
      if (hasEnded(row) && last >= row.seq) return;
      await new Promise<void>((resolve) => {
        if (hasNews) return resolve();
        const timer = setTimeout(resolve, POLL_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  } finally {
    unsubscribe();
    stop.removeEventListener('abort', onNews);
  }
}
