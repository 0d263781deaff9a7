import { createFakeClock } from '@quantumlayer/testing';
import { interruptionFacts } from '@quantumlayer/workflow';
import { describe, expect, it } from 'vitest';
import { RunnerClosed } from '../domain/workflow-errors.ts';
import type { StepHandler } from '../ports.ts';
import { createDriveWork } from './drive-work.ts';
import type { DriverDependencies } from './driver-dependencies.ts';
import type { ExecutionRow } from './folded.ts';
import { createValues } from './step-inputs.ts';
import {
  advance,
  applyFacts,
  beginAt,
  inlineOutputs,
  type Position,
  START,
} from './testing/fold.ts';

const row = { organisationId: 'org_1', id: 'run_1' } as ExecutionRow;
const nodes = [{ kind: 'step' as const, id: 'one', handler: 'work' }];

function open(handler: StepHandler) {
  const arrived = Promise.withResolvers<void>();
  const dependencies = {
    handlers: { work: handler },
    outputs: inlineOutputs,
    values: createValues(inlineOutputs),
    clock: createFakeClock(),
    random: () => 0,
    graceMs: 20,
  };
  const work = createDriveWork(row, dependencies as unknown as DriverDependencies, arrived.resolve);
  return { work, arrived: arrived.promise };
}

/** The process died and the step was begun again, by this driver or another. */
function restart({ folded }: Position): Position {
  return advance(folded, interruptionFacts(folded.plan, folded.state, ['one'], START));
}

describe('the work of a drive', () => {
  it('brings back the result of a step', async () => {
    const { work, arrived } = open(async () => 7);
    const position = beginAt(nodes);
    work.perform(position.commands, position.folded);
    expect(work.isIdle()).toBe(false);
    await arrived;

    expect(work.inbox.flatMap((arrival) => arrival(position.folded, START))).toMatchObject([
      { type: 'stage.succeeded', node: 'one', attempt: 1, data: { output: 'json:7' } },
    ]);
  });

  it('passes over the result of an attempt that is no longer the current one', async () => {
    const { work, arrived } = open(async () => 7);
    const position = beginAt(nodes);
    work.perform(position.commands, position.folded);
    await arrived;
    const second = restart(position);

    expect(second.folded.state.nodes[0]).toMatchObject({ status: 'running', attempt: 2 });
    expect(work.inbox.flatMap((arrival) => arrival(second.folded, START))).toEqual([]);
  });

  it('judges a failure by its retry profile', async () => {
    const { work, arrived } = open(() => Promise.reject(new Error('no')));
    const position = beginAt(nodes);
    work.perform(position.commands, position.folded);
    await arrived;

    expect(work.inbox.flatMap((arrival) => arrival(position.folded, START))).toMatchObject([
      { type: 'stage.retrying', node: 'one', data: { failure: { code: 'stage-crashed' } } },
    ]);
  });

  it('gives a step back that was aborted since the process closes', async () => {
    const { work, arrived } = open(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    const position = beginAt(nodes);
    work.perform(position.commands, position.folded);
    await new Promise((resolve) => setTimeout(resolve, 5));
    work.abort(new RunnerClosed());
    await arrived;

    expect(work.inbox.flatMap((arrival) => arrival(position.folded, START))).toMatchObject([
      { type: 'stage.interrupted', node: 'one' },
    ]);
  });

  it('waits at a stop until all handlers have ended, or their grace is over', async () => {
    const { work } = open(() => new Promise(() => {}));
    const position = beginAt(nodes);
    work.perform(position.commands, position.folded);
    await work.stop(new RunnerClosed());
    await Promise.resolve();

    expect(work.isIdle()).toBe(false);
    expect(work.inbox).toHaveLength(1);
  });

  it('evaluates a node once, however often it is asked while it does', async () => {
    const { work, arrived } = open(async () => null);
    const map = beginAt(
      [{ kind: 'map', id: 'each', over: 'input', step: { handler: 'work' } }],
      ['a', 'b'],
    );
    work.perform([...map.commands, ...map.commands], map.folded);
    await arrived;
    await new Promise((resolve) => setTimeout(resolve, 5));

    expect(work.inbox.flatMap((arrival) => arrival(map.folded, START))).toMatchObject([
      { type: 'stage.expanded', node: 'each', data: { count: 2 } },
    ]);
  });

  it('ends with an evaluation that cannot be made as with a failure', async () => {
    const { work, arrived } = open(async () => null);
    const map = beginAt(
      [{ kind: 'map', id: 'each', over: 'input', step: { handler: 'work' } }],
      'no list',
    );
    work.perform(map.commands, map.folded);
    await arrived;

    const facts = work.inbox.flatMap((arrival) => arrival(map.folded, START));
    expect(facts).toMatchObject([
      { type: 'stage.failed', node: 'each', data: { failure: { code: 'stage-input-missing' } } },
    ]);
    expect(applyFacts(map.folded, facts).state.nodes[0]?.status).toBe('failed');
  });
});
