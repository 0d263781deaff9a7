import { createFakeClock } from '@quantumlayer/testing';
import { describe, expect, it } from 'vitest';
import type { StepContext, StepHandler } from '../ports.ts';
import { type AttemptDependencies, startAttempt } from './step-attempt.ts';
import { createValues } from './step-inputs.ts';
import { beginAt, inlineOutputs } from './testing/fold.ts';

type Given = { timeoutMs?: number; idempotencyKey?: string; inputs?: Record<string, string> };

function start(handler: StepHandler, given: Given = {}, more: Partial<AttemptDependencies> = {}) {
  const { folded } = beginAt([{ kind: 'step', id: 'code', handler: 'work', ...given }], { n: 1 });
  const request = {
    organisationId: 'org_1',
    executionId: 'run_1',
    node: 'code',
    attempt: 1,
    folded,
  };
  return startAttempt(request, {
    handlers: { work: handler },
    values: createValues(inlineOutputs),
    clock: createFakeClock(),
    graceMs: 10,
    onProgress: () => {},
    ...more,
  });
}

const untilAborted = ({ signal }: StepContext) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

describe('an attempt at a step', () => {
  it('gives the handler its inputs and keeps what it returns', async () => {
    const attempt = start(async ({ inputs }) => ({ got: inputs.n }), { inputs: { n: 'input.n' } });

    expect(await attempt.finished).toEqual({ output: 'json:{"got":1}' });
  });

  it('keeps null for a handler that returns nothing', async () => {
    expect(await start(async () => undefined).finished).toEqual({ output: 'json:null' });
  });

  it('ends with what the handler threw', async () => {
    const error = new Error('no');
    const attempt = start(async () => {
      throw error;
    });

    expect(await attempt.finished).toEqual({ error });
  });

  it('ends with an output that cannot be written down as with an error', async () => {
    expect(await start(async () => ({ big: 1n })).finished).toMatchObject({
      error: { name: 'TypeError' },
    });
  });

  it('stops a handler that takes too long', async () => {
    expect(await start(untilAborted, { timeoutMs: 5 }).finished).toMatchObject({
      error: { code: 'stage-timed-out', message: expect.stringContaining('limit of 5 ms') },
    });
  });

  it('takes no output that comes after the abort', async () => {
    const held = Promise.withResolvers<string>();
    const attempt = start(() => held.promise, {}, { graceMs: 60_000 });
    const reason = new Error('stopped');
    await new Promise((resolve) => setTimeout(resolve, 5));
    attempt.abort(reason);
    held.resolve('too late');

    expect(await attempt.finished).toEqual({ error: reason });
  });

  it('does not call a handler that was aborted before it began', async () => {
    let calls = 0;
    const attempt = start(async () => {
      calls += 1;
    });
    const reason = new Error('stopped');
    attempt.abort(reason);

    expect(await attempt.finished).toEqual({ error: reason });
    expect(calls).toBe(0);
  });

  it('leaves a handler alone that does not hear of the abort', async () => {
    const attempt = start(() => new Promise(() => {}), {}, { graceMs: 5 });
    const reason = new Error('stopped');
    attempt.abort(reason);

    expect(await attempt.finished).toEqual({ error: reason });
  });

  it('gives the reason of the abort, not what the handler made of it', async () => {
    const attempt = start(async (context) => {
      await untilAborted(context).catch(() => {
        throw new Error('something else');
      });
    });
    const reason = new Error('cancelled');
    setTimeout(() => attempt.abort(reason), 5);

    expect(await attempt.finished).toEqual({ error: reason });
  });

  it.each(['missing', 'constructor', 'toString'])(
    'cannot be made with the handler %s, which no process has',
    async (handler) => {
      const { folded } = beginAt([{ kind: 'step', id: 'code', handler }]);
      const attempt = startAttempt(
        { organisationId: 'org_1', executionId: 'run_1', node: 'code', attempt: 1, folded },
        {
          handlers: {},
          values: createValues(inlineOutputs),
          clock: createFakeClock(),
          graceMs: 10,
          onProgress: () => {},
        },
      );

      expect(await attempt.finished).toMatchObject({
        error: { message: expect.stringContaining(`no handler "${handler}"`), retryable: false },
      });
    },
  );

  it('has the same idempotency key for every attempt, unless the definition says otherwise', async () => {
    const keyOf = async (given: Given) => {
      const attempt = start(async ({ idempotencyKey }) => idempotencyKey, given);
      const result = await attempt.finished;
      return 'output' in result ? JSON.parse(result.output.slice('json:'.length)) : null;
    };

    expect(await keyOf({})).toBe('run_1/code/0');
    expect(await keyOf({ idempotencyKey: '{node}-{attempt}!' })).toBe('code-1!');
  });

  it('tells of progress and takes it away once it was handed over', async () => {
    const told = Promise.withResolvers<void>();
    const attempt = start(
      async ({ progress }) => {
        progress('half');
        await told.promise;
      },
      {},
      { onProgress: told.resolve },
    );
    await told.promise;

    expect(attempt.takeProgress()).toMatchObject([
      { type: 'stage.progress', node: 'code', data: { message: 'half' } },
    ]);
    expect(attempt.takeProgress()).toEqual([]);
  });
});
