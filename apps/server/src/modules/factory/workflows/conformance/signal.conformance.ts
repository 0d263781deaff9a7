import { expect, it } from 'vitest';
import {
  ExecutionEnded,
  ExecutionNotPaused,
  OutputRefused,
  StageNotFound,
  StageNotWaiting,
} from '../domain/workflow-errors.ts';
import type { WorkflowRunner } from '../ports.ts';
import {
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

const reviewed = [
  step('draft', 'add'),
  { kind: 'checkpoint' as const, id: 'review', of: 'draft', after: ['draft'] },
  step('build', 'echo', ['review'], {
    inputs: { draft: 'nodes.draft', review: 'nodes.review.decision' },
  }),
];

/** Checkpoints, pause and resume. The validator of `add` takes numbers only. */
export function describeSignals(subject: () => Subject): void {
  async function waiting(): Promise<string> {
    const id = await begin(subject().runner, reviewed);
    await untilType(subject().runner, id, 'stage.waiting', 'review');
    return id;
  }

  it('waits at a checkpoint and goes on when it is approved', async () => {
    const { runner } = subject();
    const id = await waiting();
    expect(await runner.get(ORGANISATION, id)).toMatchObject({ status: 'waiting' });
    await runner.signal(ORGANISATION, id, { type: 'approve', stage: 'review' });
    await finish(runner, id);
    expect(await runner.output(ORGANISATION, id, 'build')).toEqual({
      draft: 1,
      review: 'approved',
    });
  });

  it('takes the name of the checked stage as well', async () => {
    const { runner } = subject();
    const id = await waiting();
    await runner.signal(ORGANISATION, id, { type: 'approve', stage: 'draft' });
    expect((await finish(runner, id)).status).toBe('succeeded');
  });

  it('replaces the output that a person modified', async () => {
    const { runner } = subject();
    const id = await waiting();
    await runner.signal(ORGANISATION, id, { type: 'modify', stage: 'review', output: 7 });
    await finish(runner, id);
    expect(await runner.output(ORGANISATION, id, 'draft')).toBe(7);
    expect(await runner.output(ORGANISATION, id, 'build')).toEqual({
      draft: 7,
      review: 'modified',
    });
  });

  it('refuses a replacement that is not usable, and keeps waiting', async () => {
    const { runner } = subject();
    const id = await waiting();
    const modify = { type: 'modify' as const, stage: 'review', output: 'seven' };
    await expect(runner.signal(ORGANISATION, id, modify)).rejects.toThrow(OutputRefused);
    expect(await statuses(runner, id)).toMatchObject({ review: 'waiting' });
    await runner.cancel(ORGANISATION, id);
    expect((await finish(runner, id)).status).toBe('cancelled');
  });

  it('fails with the reason of a rejection, and can be retried from the stage', async () => {
    const { runner } = subject();
    const id = await waiting();
    await runner.signal(ORGANISATION, id, { type: 'reject', stage: 'review', reason: 'too small' });
    expect((await finish(runner, id)).failure).toMatchObject({
      stage: 'review',
      code: 'checkpoint-rejected',
      message: 'Rejected: too small',
    });
    await runner.retry(ORGANISATION, id, 'draft');
    await expect.poll(() => statuses(runner, id)).toMatchObject({ review: 'waiting' });
    await runner.signal(ORGANISATION, id, { type: 'approve', stage: 'review' });
    expect((await finish(runner, id)).status).toBe('succeeded');
  });

  it('takes one of two answers', async () => {
    const { runner } = subject();
    const id = await waiting();
    const answers = await Promise.allSettled([
      runner.signal(ORGANISATION, id, { type: 'approve', stage: 'review' }),
      runner.signal(ORGANISATION, id, { type: 'reject', stage: 'review', reason: 'no' }),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await finish(runner, id);
  });

  it('says what a signal does not fit', async () => {
    const { runner, stage } = subject();
    const id = await begin(runner, [step('draft', 'gated'), ...reviewed.slice(1)]);
    const approve = (name: string) =>
      runner.signal(ORGANISATION, id, { type: 'approve', stage: name });
    await expect(approve('review')).rejects.toThrow(StageNotWaiting);
    await expect(approve('ghost')).rejects.toThrow(StageNotFound);
    await expect(runner.signal(ORGANISATION, id, { type: 'resume' })).rejects.toThrow(
      ExecutionNotPaused,
    );
    stage.open(id);
    await untilType(runner, id, 'stage.waiting');
    await approve('review');
    await finish(runner, id);
    await expect(approve('review')).rejects.toThrow(ExecutionEnded);
  });

  it('starts nothing while paused, lets the running step end, and goes on when resumed', async () => {
    const { runner, stage } = subject();
    const id = await begin(runner, [step('a', 'gated'), step('b', 'add', ['a'])]);
    await untilType(runner, id, 'stage.started', 'a');
    await runner.signal(ORGANISATION, id, { type: 'pause' });
    stage.open(id);
    await untilType(runner, id, 'stage.succeeded', 'a');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await runner.get(ORGANISATION, id)).toMatchObject({ status: 'paused' });
    expect(await statuses(runner, id)).toEqual({ a: 'succeeded', b: 'pending' });
    await runner.signal(ORGANISATION, id, { type: 'resume' });
    expect((await finish(runner, id)).status).toBe('succeeded');
    const types = (await journalOf(runner, id)).map(({ type }) => type);
    expect(types.indexOf('execution.paused')).toBeLessThan(types.indexOf('execution.resumed'));
  });

  it('cancels what is paused', async () => {
    const { runner } = subject();
    const id = await waiting();
    await runner.signal(ORGANISATION, id, { type: 'pause' });
    await runner.cancel(ORGANISATION, id);
    expect((await finish(runner, id)).status).toBe('cancelled');
  });
}
