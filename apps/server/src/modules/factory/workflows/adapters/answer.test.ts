import type { WorkflowDraft } from '@quantumlayer/contracts';
import { executionFact } from '@quantumlayer/workflow';
import { describe, expect, it } from 'vitest';
import { answerCancel, answerRetry, answerSignal } from './answer.ts';
import {
  applyFacts,
  beginAt,
  inlineOutputs,
  type Position,
  START,
  succeed,
} from './testing/fold.ts';

const nodes: WorkflowDraft['nodes'] = [
  { kind: 'step', id: 'draft', handler: 'write' },
  { kind: 'checkpoint', id: 'review', of: 'draft', after: ['draft'] },
  { kind: 'step', id: 'build', handler: 'build', after: ['review'] },
];
const fresh = () => beginAt(nodes);
const waiting = () => succeed(fresh(), 'draft', { text: 'one' });
const paused = ({ folded }: Position): Position => ({
  folded: applyFacts(folded, [executionFact('execution.paused', START, {})]),
  commands: [],
});
const ended = () => succeed(beginAt([{ kind: 'step', id: 'draft', handler: 'write' }]), 'draft', 1);

const write = (output: unknown) => {
  if (output === 'bad') throw new Error('it has no text');
  return { text: `cleaned ${JSON.stringify(output)}` };
};
const dependencies = { outputs: inlineOutputs, validators: { write } };
const answer = ({ folded }: Position, signal: Parameters<typeof answerSignal>[2]) =>
  answerSignal('run_1', folded, signal, START, dependencies);

describe('a signal', () => {
  it('approves the checkpoint that waits', async () => {
    expect(await answer(waiting(), { type: 'approve', stage: 'review' })).toMatchObject([
      { type: 'stage.approved', node: 'review', data: { output: 'json:{"decision":"approved"}' } },
    ]);
  });

  it('finds the checkpoint by the stage that it checks', async () => {
    expect(await answer(waiting(), { type: 'approve', stage: 'draft' })).toMatchObject([
      { type: 'stage.approved', node: 'review' },
    ]);
  });

  it('rejects with the reason', async () => {
    const signal = { type: 'reject', stage: 'review', reason: 'too small' } as const;

    expect(await answer(waiting(), signal)).toMatchObject([
      { type: 'stage.rejected', node: 'review', data: { reason: 'too small' } },
    ]);
  });

  it('replaces an output by what the validator makes of it', async () => {
    expect(await answer(waiting(), { type: 'modify', stage: 'review', output: 7 })).toMatchObject([
      { type: 'stage.modified', data: { of: 'draft', replacement: 'json:{"text":"cleaned 7"}' } },
    ]);
  });

  it('refuses an output that the validator refuses, with its reason', async () => {
    const refused = answer(waiting(), { type: 'modify', stage: 'review', output: 'bad' });

    await expect(refused).rejects.toMatchObject({
      code: 'output-refused',
      message: 'The new output of draft is not usable: it has no text',
    });
  });

  it('takes an output as it is where nobody validates it', async () => {
    const own: WorkflowDraft['nodes'] = [
      { kind: 'step', id: 'draft', handler: 'toString' },
      { kind: 'checkpoint', id: 'review', of: 'draft', after: ['draft'] },
    ];
    const position = succeed(beginAt(own), 'draft', 1);

    expect(await answer(position, { type: 'modify', stage: 'review', output: 'x' })).toMatchObject([
      { data: { replacement: 'json:"x"' } },
    ]);
  });

  it.each([
    ['an unknown stage', 'nothing', 'stage-not-found'],
    ['a stage that no checkpoint checks', 'build', 'stage-not-waiting'],
  ])('is refused for %s', async (_case, stage, code) => {
    await expect(answer(waiting(), { type: 'approve', stage })).rejects.toMatchObject({ code });
  });

  it('is refused for a checkpoint that was not reached yet, with its status', async () => {
    await expect(answer(fresh(), { type: 'approve', stage: 'review' })).rejects.toMatchObject({
      code: 'stage-not-waiting',
      message: expect.stringContaining('is pending'),
    });
  });

  it('pauses once and resumes once', async () => {
    expect(await answer(fresh(), { type: 'pause' })).toMatchObject([{ type: 'execution.paused' }]);
    expect(await answer(paused(fresh()), { type: 'pause' })).toEqual([]);
    expect(await answer(paused(fresh()), { type: 'resume' })).toMatchObject([
      { type: 'execution.resumed' },
    ]);
    await expect(answer(fresh(), { type: 'resume' })).rejects.toMatchObject({
      code: 'execution-not-paused',
    });
  });

  it.each([{ type: 'pause' }, { type: 'resume' }, { type: 'approve', stage: 'draft' }] as const)(
    'comes too late after the end: %j',
    async (signal) => {
      await expect(answer(ended(), signal)).rejects.toMatchObject({ code: 'execution-ended' });
    },
  );
});

describe('a cancel', () => {
  const types = (position: Position) =>
    answerCancel('run_1', position.folded, START).map(({ type }) => type);

  it('only asks while a step is running', () => {
    expect(types(fresh())).toEqual(['execution.cancelling']);
  });

  it('ends an execution at rest at once', () => {
    expect(types(waiting())).toEqual(['execution.cancelling', 'execution.cancelled']);
  });

  it('has nothing to add when it was asked before', () => {
    const { folded } = fresh();
    const asked = applyFacts(folded, answerCancel('run_1', folded, START));

    expect(answerCancel('run_1', asked, START)).toEqual([]);
  });

  it('comes too late after the end', () => {
    expect(() => types(ended())).toThrow('has already succeeded');
  });
});

describe('a retry', () => {
  const retry = ({ folded }: Position, stage: string) => answerRetry('run_1', folded, stage, START);

  it('begins again at a stage of an execution that has ended', () => {
    expect(retry(ended(), 'draft')).toMatchObject([
      { type: 'execution.retried', data: { stage: 'draft' } },
    ]);
  });

  it('is refused while the execution is under way', () => {
    expect(() => retry(waiting(), 'draft')).toThrow(/still under way/);
  });

  it('is refused for an unknown stage and for one that was never reached', () => {
    const { folded } = waiting();
    const over = {
      folded: applyFacts(folded, answerCancel('run_1', folded, START)),
      commands: [],
    };

    expect(() => retry(over, 'nothing')).toThrow(/no stage nothing/);
    expect(() => retry(over, 'build')).toThrow(/never got as far as build/);
  });
});
