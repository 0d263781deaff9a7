import { setTimeout as wait } from 'node:timers/promises';
import type { Run } from '@quantumlayer/contracts';
import { type Client, ServerUnreachable } from '@quantumlayer/sdk';
import { CliError } from './cli-error.ts';
import { ql } from './config.ts';
import { exitCodes } from './exit-codes.ts';

type Options = {
  show(run: Run): void;
  /** Stop following here although the run has not ended. */
  isEnough?: (run: Run) => boolean;
  signal?: AbortSignal;
};

const REFRESH_MS = 100;
const RECONNECT_MS = 1_000;
/** So many attempts at a lost connection, about eight seconds, before the server itself is asked for. */
const TOLERATED_LOSSES = 5;

class ServerLost extends CliError {
  constructor(runId: string) {
    super(
      'server-lost',
      `The server is gone. The run goes on where it was as soon as one is started: ${ql} runs watch ${runId}`,
      exitCodes.noServer,
    );
  }
}

/** Shows a run whenever its journal grows, until it has ended; returns it as it is then. */
export async function followRun(client: Client, runId: string, options: Options): Promise<Run> {
  const { show, isEnough = () => false, signal } = options;
  const stop = new AbortController();
  const signals = signal === undefined ? [stop.signal] : [stop.signal, signal];
  const news = new News();
  const reading = readEvents();
  try {
    let run = await refresh();
    while (run.finishedAt === null && !isEnough(run) && signal?.aborted !== true) {
      await news.next();
      run = await refresh();
      await wait(REFRESH_MS);
    }
    return run;
  } finally {
    stop.abort();
    await reading;
  }

  async function refresh(): Promise<Run> {
    const latest = await client.getRun(runId).catch((error: unknown) => {
      throw error instanceof ServerUnreachable ? new ServerLost(runId) : error;
    });
    show(latest);
    return latest;
  }

  /** A stream that ends proves nothing: the server may be stopping. Only the run itself says that it has ended. */
  async function readEvents(): Promise<void> {
    const over = AbortSignal.any(signals);
    let after = 0;
    let losses = 0;
    const onReconnect = () => {
      losses += 1;
      if (losses >= TOLERATED_LOSSES) news.come();
    };
    try {
      while (!over.aborted) {
        for await (const { id } of client.runEvents(runId, { after, signal: over, onReconnect })) {
          after = id;
          losses = 0;
          news.come();
        }
        news.come();
        await wait(RECONNECT_MS, undefined, { signal: over }).catch(() => undefined);
      }
    } catch (error) {
      news.fail(error);
    }
  }
}

/** Lets a reader sleep until there is something new, however much came meanwhile. */
class News {
  #isNew = false;
  #failure: { error: unknown } | undefined;
  #wake: () => void = () => {};

  come(): void {
    this.#isNew = true;
    this.#wake();
  }

  fail(error: unknown): void {
    this.#failure = { error };
    this.#wake();
  }

  async next(): Promise<void> {
    if (!this.#isNew && this.#failure === undefined) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#isNew = false;
    if (this.#failure !== undefined) throw this.#failure.error;
  }
}
