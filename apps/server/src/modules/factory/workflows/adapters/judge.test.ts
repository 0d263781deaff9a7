import type { WorkflowDraft } from '@quantumlayer/contracts';
import { executionFact, type Fact, stageFact } from '@quantumlayer/workflow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interruptAll, judge, nearestAlarm } from './judge.ts';
import { advance, applyFacts, attemptOf, beginAt, START, succeed } from './testing/fold.ts';

const timers: WorkflowDraft['nodes'] = [
  { kind: 'timer', id: 'late', ms: 5_000 },
  { kind: 'timer', id: 'soon', ms: 1_000 },
];
const steps: WorkflowDraft['nodes'] = [
  { kind: 'step', id: 'one', handler: 'x' },
  { kind: 'step', id: 'two', handler: 'x', after: ['one'] },
];
const typesOf = (facts: readonly Fact[]) => facts.map(({ type, node }) => `${type} ${node}`);

describe('nearestAlarm', () => {
  const { folded } = beginAt(timers);

  it('is the one that is due first', () => {
    expect(nearestAlarm(folded)).toBe(START + 1_000);
  });

  it('is none without alarms', () => {
    expect(nearestAlarm(beginAt(steps).folded)).toBeNull();
  });

  it.each(['execution.paused', 'execution.cancelling'] as const)(
    'is none after %s, since nothing may wake it',
    (type) => {
      expect(nearestAlarm(applyFacts(folded, [executionFact(type, START, {})]))).toBeNull();
    },
  );
});

describe('judge', () => {
  it('lets alarms ring from the very instant that they are due', () => {
    const { folded } = beginAt(timers);

    expect(judge(folded, [], START + 999, false).facts).toEqual([]);
    expect(typesOf(judge(folded, [], START + 1_000, false).facts)).toContain('stage.due soon');
    expect(typesOf(judge(folded, [], START + 1_000, false).facts)).not.toContain('stage.due late');
  });

  it('lets no alarm ring while the execution is paused', () => {
    const { folded } = beginAt(timers);
    const paused = applyFacts(folded, [executionFact('execution.paused', START, {})]);

    expect(judge(paused, [], START + 9_000, false).facts).toEqual([]);
  });

  it('says what follows from an arrival', () => {
    const { folded } = beginAt(steps);
    const done = stageFact(
      'stage.succeeded',
      { ...attemptOf(folded, 'one'), at: START },
      { output: null },
    );
    const decision = judge(folded, [() => [done]], START, false);

    expect(typesOf(decision.facts)).toEqual(['stage.succeeded one', 'stage.started two']);
    expect(decision.commands).toMatchObject([{ type: 'run', node: 'two' }]);
  });

  it('writes down what arrives in a process that closes, and begins nothing', () => {
    const { folded } = beginAt(steps);
    const done = stageFact(
      'stage.succeeded',
      { ...attemptOf(folded, 'one'), at: START },
      { output: null },
    );
    const decision = judge(folded, [() => [done]], START, true);

    expect(typesOf(decision.facts)).toEqual(['stage.succeeded one']);
    expect(decision.commands).toEqual([]);
  });

  it('gives each arrival the state that the ones before it left', () => {
    const { folded } = beginAt(steps);
    const seen: string[] = [];
    const done = stageFact(
      'stage.succeeded',
      { ...attemptOf(folded, 'one'), at: START },
      { output: null },
    );
    const look = ({ state }: typeof folded) => {
      seen.push(state.nodes[0]?.status ?? '');
      return [];
    };
    judge(folded, [look, () => [done], look], START, false);

    expect(seen).toEqual(['running', 'succeeded']);
  });

  it('passes over what arrives after the end', () => {
    const last = succeed(succeed(beginAt(steps), 'one', 1), 'two', 2);
    const arrival = () => [executionFact('execution.paused', START, {})];

    expect(last.folded.state.status).toBe('succeeded');
    expect(judge(last.folded, [arrival], START, false)).toMatchObject({ facts: [], commands: [] });
  });

  it('gives back what was running in a process that is gone, and starts it again', () => {
    const { folded } = beginAt(steps);
    const decision = judge(folded, [interruptAll], START, false);

    expect(typesOf(decision.facts)).toEqual(['stage.interrupted one', 'stage.started one']);
    expect(
      interruptAll(
        succeed(beginAt([{ kind: 'step', id: 'a', handler: 'x' }]), 'a', 1).folded,
        START,
      ),
    ).toEqual([]);
  });

  it('is the same judgement whether facts come at once or one after the other', () => {
    const nodes: WorkflowDraft['nodes'] = ['a', 'b', 'c', 'd'].map((id) => ({
      kind: 'step',
      id,
      handler: 'x',
    }));
    const order = fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 });
    fc.assert(
      fc.property(order, (ids) => {
        const { folded } = beginAt(nodes);
        const facts = ids.map((node) =>
          stageFact('stage.succeeded', { ...attemptOf(folded, node), at: START }, { output: null }),
        );
        const together = judge(
          folded,
          facts.map((fact) => () => [fact]),
          START,
          false,
        ).state;
        const apart = facts.reduce((one, fact) => advance(one, [fact]).folded, folded).state;
        expect(together).toEqual(apart);
      }),
    );
  });
});
