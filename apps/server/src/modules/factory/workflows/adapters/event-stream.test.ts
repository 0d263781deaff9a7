import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExecutionEvent } from '../ports.ts';
import { streamEvents } from './event-stream.ts';
import type { Journal } from './journal.ts';
import { createWakeUps } from './wake-ups.ts';

/** A journal in memory, with the news that a real one gives. */
function createSource() {
  const events: ExecutionEvent[] = [];
  const wakeUps = createWakeUps();
  const closing = new AbortController();
  let status: 'running' | 'succeeded' = 'running';
  let pages = 0;

  function append(type: string): void {
    const seq = events.length + 1;
    const at = new Date(0);
    if (type === 'execution.succeeded') status = 'succeeded';
    if (type === 'execution.retried') status = 'running';
    const ids = { organisationId: 'org_1', executionId: 'run_1' };
    events.push({ ...ids, seq, type, node: null, attempt: 0, at, data: {} });
  }
  const journal: Pick<Journal, 'head' | 'read'> = {
    head: async (executionId) =>
      executionId === 'run_1'
        ? { organisationId: 'org_1', status, seq: events.length, drive: 1, process: null }
        : null,
    async read(_executionId, after, limit = 1_000) {
      pages += 1;
      return events.slice(after, after + limit);
    },
  };
  const stream = (after: number, given: { organisationId?: string; signal?: AbortSignal } = {}) =>
    streamEvents(
      { journal: journal as Journal, wakeUps, closing: closing.signal },
      { organisationId: given.organisationId ?? 'org_1', executionId: 'run_1' },
      after,
      given.signal,
    );
  return {
    append,
    stream,
    tell: () => wakeUps.notify('run_1', events.length),
    close: () => closing.abort(),
    pages: () => pages,
  };
}

async function collect(stream: AsyncIterable<ExecutionEvent>): Promise<number[]> {
  const seqs: number[] = [];
  for await (const { seq } of stream) seqs.push(seq);
  return seqs;
}
const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

describe('the events of an execution', () => {
  it('are the rest of the journal, wherever one begins', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1_200 }),
        fc.integer({ min: 0, max: 1_300 }),
        async (length, after) => {
          const source = createSource();
          for (let number = 0; number < length; number += 1) source.append('stage.progress');
          source.append('execution.succeeded');

          expect(await collect(source.stream(after))).toEqual(range(after + 1, length + 1));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('come as they are written, each once, until the end', async () => {
    const source = createSource();
    const seen: number[] = [];
    const done = (async () => {
      for await (const { seq } of source.stream(0)) {
        seen.push(seq);
        if (seq === 60) return;
        source.append(seq === 59 ? 'execution.succeeded' : 'stage.progress');
        source.tell();
      }
    })();
    source.append('execution.queued');
    source.tell();
    await done;

    expect(seen).toEqual(range(1, 60));
  });

  it('go on over an end that a retry took back', async () => {
    const source = createSource();
    for (const type of ['execution.queued', 'execution.succeeded', 'execution.retried']) {
      source.append(type);
    }
    source.append('execution.succeeded');

    expect(await collect(source.stream(0))).toEqual([1, 2, 3, 4]);
  });

  it('wait for news instead of asking on and on', async () => {
    const source = createSource();
    const leaving = new AbortController();
    source.append('execution.queued');
    const reading = collect(source.stream(0, { signal: leaving.signal }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const pages = source.pages();
    leaving.abort();

    expect(await reading).toEqual([1]);
    expect(pages).toBeLessThan(4);
  });

  it('end when the runner closes', async () => {
    const source = createSource();
    source.append('execution.queued');
    const reading = collect(source.stream(0));
    source.close();

    expect((await reading).length).toBeLessThanOrEqual(1);
  });

  it('are hidden from another organisation', async () => {
    const source = createSource();
    source.append('execution.succeeded');

    await expect(collect(source.stream(0, { organisationId: 'org_2' }))).rejects.toMatchObject({
      code: 'execution-not-found',
    });
  });
});
