import { type FactType, hasEnded } from '@quantumlayer/workflow';
import { ExecutionNotFound } from '../domain/workflow-errors.ts';
import type { ExecutionEvent } from '../ports.ts';
import type { Journal } from './journal.ts';
import type { WakeUps } from './wake-ups.ts';

const PAGE = 500;
/** News may get lost with a connection; so often the journal is looked at anyway. */
const POLL_MS = 1_000;

const endings: ReadonlySet<string> = new Set<FactType>([
  'execution.succeeded',
  'execution.failed',
  'execution.cancelled',
]);

type Dependencies = { journal: Journal; wakeUps: WakeUps; closing: AbortSignal };

/** The journal from a number on and what is added to it, each event once, until the execution has ended. */
export async function* streamEvents(
  { journal, wakeUps, closing }: Dependencies,
  { organisationId, executionId }: { organisationId: string; executionId: string },
  afterSeq: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExecutionEvent, void, void> {
  const stop = AbortSignal.any(signal === undefined ? [closing] : [closing, signal]);
  const news = createNews();
  const unsubscribe = wakeUps.subscribe(executionId, news.tell);
  stop.addEventListener('abort', news.tell);
  try {
    let last = afterSeq;
    let mayBeOver = true;
    while (!stop.aborted) {
      news.reset();
      if (mayBeOver) {
        const head = await journal.head(executionId);
        if (head?.organisationId !== organisationId) throw new ExecutionNotFound(executionId);
        if (hasEnded(head) && last >= head.seq) return;
      }
      const events = await journal.read(executionId, last, PAGE);
      for (const event of events) {
        last = event.seq;
        mayBeOver = endings.has(event.type);
        yield event;
        if (stop.aborted) return;
      }
      if (events.length === 0 || !(mayBeOver || events.length === PAGE)) await news.wait(POLL_MS);
    }
  } finally {
    unsubscribe();
    stop.removeEventListener('abort', news.tell);
  }
}

/** Waits to be told, or for a time; what is told in between is not lost. */
function createNews() {
  let isTold = false;
  let wake: () => void = () => {};

  return {
    tell: () => {
      isTold = true;
      wake();
    },
    reset: () => {
      isTold = false;
    },
    wait: (ms: number) =>
      new Promise<void>((resolve) => {
        if (isTold) return resolve();
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}
