import { runStatuses } from '@quantumlayer/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasEnded, moveRun, queueRun } from './run.ts';
import { noHighlights } from './run-highlights.ts';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, second));
const options = { stack: 'typescript-fastify', review: false, preview: true };
const given = { id: 'run_1', organisationId: 'org_1', projectId: 'prj_1', prompt: 'a', options };
const queued = queueRun({ ...given, now: at(0) });
const failure = { stage: 'quality', code: 'quality-failed', message: 'tests: no', next: null };

describe('a run', () => {
  it('is queued with neither start nor end', () => {
    expect(queued).toEqual({
      ...given,
      ...noHighlights,
      ...{ stageKey: null, stageMessage: null },
      status: 'queued',
      createdAt: at(0),
      startedAt: null,
      finishedAt: null,
      workedMs: 0,
      workingSince: null,
      failure: null,
    });
  });

  it('starts when it first leaves the queue', () => {
    const running = moveRun(queued, { status: 'running', at: at(1), failure: null });
    const waiting = moveRun(running, { status: 'waiting', at: at(2), failure: null });
    expect(waiting).toMatchObject({ status: 'waiting', startedAt: at(1), finishedAt: null });
  });

  it('keeps why it failed', () => {
    const failed = moveRun(queued, { status: 'failed', at: at(3), failure });
    expect(failed).toMatchObject({ status: 'failed', finishedAt: at(3), failure });
  });

  it('loses end and failure when it is retried, and keeps its start', () => {
    const failed = moveRun(queued, { status: 'failed', at: at(3), failure });
    expect(moveRun(failed, { status: 'running', at: at(9), failure: null })).toMatchObject({
      status: 'running',
      startedAt: at(3),
      finishedAt: null,
      failure: null,
    });
  });

  it('counts the time that is worked on it, not that in which it waits or has ended', () => {
    const moves = [
      { status: 'running', at: at(1) },
      { status: 'waiting', at: at(3) },
      { status: 'running', at: at(20) },
      { status: 'failed', at: at(25) },
      { status: 'running', at: at(50) },
    ] as const;
    const runs = [queued];
    for (const move of moves) runs.push(moveRun(runs.at(-1) ?? queued, { ...move, failure }));

    expect(runs.map(({ workedMs }) => workedMs)).toEqual([0, 0, 2_000, 2_000, 7_000, 7_000]);
    expect(runs.map(({ workingSince }) => workingSince)).toEqual([
      ...[null, at(1), null, at(20), null, at(50)],
    ]);
  });

  it('has an end if and only if it has ended, a failure only if it failed, and one start, however it moves', () => {
    const moves = fc.array(fc.constantFrom(...runStatuses), { maxLength: 12 });
    fc.assert(
      fc.property(moves, (statuses) => {
        statuses.reduce((run, status, index) => {
          const next = moveRun(run, { status, at: at(index + 1), failure });
          expect(next.finishedAt !== null).toBe(hasEnded(status));
          expect(next.failure !== null).toBe(status === 'failed');
          if (run.startedAt !== null) expect(next.startedAt).toBe(run.startedAt);
          return next;
        }, queued);
      }),
    );
  });
});
