import { expect, it } from 'vitest';
import {
  ExecutionEnded,
  ExecutionNotEnded,
  StageNotFound,
  StageNotReached,
} from '../domain/workflow-errors.ts';
import type { WorkflowRunner } from '../ports.ts';
import {
  AT_ONCE,
  begin,
  finish,
  journalOf,
  ORGANISATION,
  type Stage,
  statuses,
  step,
  untilType,
} from './harness.ts';

type Subject = { runner: WorkflowRunner; stage: Stage };

const never = { until: { value: 99 }, retryable: { value: false } };

/** Retries, timeouts, cancel, retry from a stage. */
export function describeFailure(subject: () => Subject): void {
  it('tries a failed step again, under the same idempotency key', async () => {
    const { runner, stage } = subject();
    const id = await begin(runner, [
      step('a', 'failing', [], { retry: AT_ONCE, inputs: { until: { value: 3 } } }),
    ]);
    expect(await finish(runner, id)).toMatchObject({
      status: 'succeeded',
      nodes: [{ attempts: 3 }],
    });
    expect(stage.detailsOf(id).map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(new Set(stage.detailsOf(id).map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  it('gives up after the last attempt and says why', async () => {
    const { runner, stage } = subject();
    const id = await begin(runner, [
      step('a', 'failing', [], { retry: AT_ONCE, inputs: { until: { value: 9 } } }),
      step('b', 'add', ['a']),
    ]);
    const failure = {
      code: 'refused',
      message: 'It was refused.',
      next: 'Ask more politely.',
      details: { reason: 'manners' },
    };
    expect(await finish(runner, id)).toMatchObject({
      status: 'failed',
      failure: { stage: 'a', ...failure },
      nodes: [{ status: 'failed', failure }, { status: 'pending' }],
    });
    expect(stage.callsOf(id)).toEqual(['a', 'a', 'a']);
  });

  it('fails at once when another attempt cannot help', async () => {
    const { runner, stage } = subject();
    const id = await begin(runner, [step('a', 'failing', [], { retry: AT_ONCE, inputs: never })]);
    expect((await finish(runner, id)).status).toBe('failed');
    expect(stage.callsOf(id)).toEqual(['a']);
  });

  it('stops a step at its time limit', async () => {
    const { runner, stage } = subject();
    const retry = { ...AT_ONCE, attempts: 1 };
    const id = await begin(runner, [step('a', 'gated', [], { timeoutMs: 50, retry })]);
    expect((await finish(runner, id)).failure).toMatchObject({
      stage: 'a',
      code: 'stage-timed-out',
    });
    expect(stage.aborted).toContain(id);
  });

  it('stops the others when one fails for good', async () => {
    const { runner, stage } = subject();
    const id = await begin(runner, [
      {
        kind: 'parallel',
        id: 'both',
        steps: [
          { id: 'held', handler: 'gated' },
          { id: 'bad', handler: 'failing', inputs: never },
        ],
      },
    ]);
    const { failure, nodes } = await finish(runner, id);
    expect(failure).toMatchObject({ stage: 'both/bad', code: 'refused' });
    expect(nodes[0]?.members.map(({ status }) => status)).toEqual(['cancelled', 'failed']);
    expect(stage.aborted).toContain(id);
  });

  it('says which input is missing', async () => {
    const { runner } = subject();
    const id = await begin(runner, [step('a', 'echo', [], { inputs: { x: 'input.nowhere' } })], {});
    expect((await finish(runner, id)).failure).toMatchObject({
      code: 'stage-input-missing',
      stage: 'a',
    });
  });

  it('cancels: aborts what runs, waits for it, starts nothing more', async () => {
    const { runner, stage } = subject();
    const id = await begin(runner, [step('a', 'gated'), step('b', 'add', ['a'])]);
    await untilType(runner, id, 'stage.started', 'a');
    await runner.cancel(ORGANISATION, id);
    expect(await finish(runner, id)).toMatchObject({ status: 'cancelled', failure: null });
    expect(stage.aborted).toContain(id);
    expect(await statuses(runner, id)).toEqual({ a: 'cancelled', b: 'pending' });
    await expect(runner.cancel(ORGANISATION, id)).rejects.toThrow(ExecutionEnded);
  });

  it('runs a stage and everything downstream again, keeping the rest and the history', async () => {
    const { runner, stage } = subject();
    const id = await begin(runner, [
      step('a', 'add'),
      step('b', 'failing', ['a'], { inputs: { until: { value: 2 }, retryable: { value: false } } }),
      step('c', 'echo', ['b'], { inputs: { a: 'nodes.a', b: 'nodes.b' } }),
      step('side', 'add', ['a']),
    ]);
    expect((await finish(runner, id)).status).toBe('failed');
    const before = await journalOf(runner, id);
    await runner.retry(ORGANISATION, id, 'b');
    expect(await finish(runner, id)).toMatchObject({
      status: 'succeeded',
      epoch: 1,
      failure: null,
    });
    expect(await runner.output(ORGANISATION, id, 'c')).toEqual({ a: 1, b: 2 });
    expect(stage.callsOf(id).filter((node) => node === 'a')).toHaveLength(1);
    expect((await journalOf(runner, id)).slice(0, before.length)).toEqual(before);
    await runner.retry(ORGANISATION, id, 'c');
    expect((await finish(runner, id)).nodes.map(({ attempts }) => attempts).slice(0, 3)).toEqual([
      1, 2, 2,
    ]);
  });

  it('runs a map again with attempts of its own', async () => {
    const { runner, stage } = subject();
    const id = await begin(
      runner,
      [
        {
          kind: 'map',
          id: 'each',
          over: 'input',
          step: { handler: 'add', inputs: { to: 'item' } },
        },
      ],
      [1, 2],
    );
    await finish(runner, id);
    await runner.retry(ORGANISATION, id, 'each');
    await finish(runner, id);
    const starts = stage.detailsOf(id).map(({ node, attempt }) => `${node}#${attempt}`);
    expect(starts).toEqual(['each/0#1', 'each/1#1', 'each/0#2', 'each/1#2']);
    expect(new Set(stage.detailsOf(id).map((call) => call.idempotencyKey)).size).toBe(4);
  });

  it('refuses a retry of what runs, is not there, or was never reached', async () => {
    const { runner, stage } = subject();
    const id = await begin(runner, [
      step('a', 'gated'),
      step('b', 'failing', ['a'], { inputs: never }),
      step('c', 'add', ['b']),
    ]);
    await untilType(runner, id, 'stage.started', 'a');
    await expect(runner.retry(ORGANISATION, id, 'a')).rejects.toThrow(ExecutionNotEnded);
    stage.open(id);
    await finish(runner, id);
    await expect(runner.retry(ORGANISATION, id, 'z')).rejects.toThrow(StageNotFound);
    await expect(runner.retry(ORGANISATION, id, 'c')).rejects.toThrow(StageNotReached);
  });
}
