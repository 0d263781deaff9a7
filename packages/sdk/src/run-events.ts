import { problemOf } from './api-problem.ts';
import type { components } from './generated/api.ts';

export type RunEvent = components['schemas']['RunEvent'];

export type RunEventsOptions = {
  /** Only events after this id. */
  after?: number;
  signal?: AbortSignal;
  /** Told when the connection is lost, before it is tried again. */
  onReconnect?: (error: unknown) => void;
  /** Told each time the server has taken the connection, before the first event comes. */
  onConnected?: () => void;
};

type Connection = { url: string; headers: Record<string, string>; fetch: typeof fetch };

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * A run's journal, then live, each event once and in order, across lost connections. Ends when the server ends it (the
 * run has ended, or the server is stopping) or `signal` aborts; throws `ApiProblem` when the server refuses.
 */
export async function* streamRunEvents(
  connection: Connection,
  { after = 0, signal, onReconnect, onConnected }: RunEventsOptions = {},
): AsyncGenerator<RunEvent> {
  let last = after;
  let pause = FIRST_PAUSE_MS;
  while (!isAborted(signal)) {
    try {
      for await (const event of readOnce(connection, last, signal, onConnected)) {
        if (event.id <= last) continue;
        last = event.id;
        pause = FIRST_PAUSE_MS;
        yield event;
      }
      return;
    } catch (error) {
      if (isAborted(signal)) return;
      if (!isConnectionLoss(error)) throw error;
      onReconnect?.(error);
      await wait(pause, signal);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }
}

async function* readOnce(
  { url, headers, fetch: send }: Connection,
  after: number,
  signal: AbortSignal | undefined,
  onConnected: (() => void) | undefined,
): AsyncGenerator<RunEvent> {
  const response = await send(url, {
    headers: { ...headers, accept: 'text/event-stream', 'last-event-id': String(after) },
    ...(signal && { signal }),
  });
  if (!response.ok || response.body === null) throw await problemOf(response);
  onConnected?.();
  // Only who follows a run needs it.
  const { createParser } = await import('eventsource-parser');
  let ready: RunEvent[] = [];
  const parser = createParser({ onEvent: ({ data }) => ready.push(JSON.parse(data)) });
  for await (const text of readText(response.body)) {
    parser.feed(text);
    const events = ready;
    ready = [];
    yield* events;
  }
}

/** By its reader: a stream of a browser is not always iterable. */
async function* readText(bytes: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = bytes.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // A connection that was lost cannot be cancelled, and need not be.
    await reader.cancel().catch(() => undefined);
  }
}

/** Resolves after `ms`, or at once when `signal` aborts. */
function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
    function end(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    }
  });
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/** fetch and its body stream throw TypeErrors, and nothing else does, when a connection cannot be had or breaks. */
function isConnectionLoss(error: unknown): boolean {
  return error instanceof TypeError;
}
