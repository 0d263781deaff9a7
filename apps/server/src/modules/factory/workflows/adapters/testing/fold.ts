import type { WorkflowDraft } from '@quantumlayer/contracts';
import {
  type Command,
  decide,
  evolve,
  executionFact,
  type Fact,
  getUnit,
  initialState,
  stageFact,
  unitState,
} from '@quantumlayer/workflow';
import type { OutputStore } from '../../ports.ts';
import type { Folded } from '../folded.ts';
import { readPlan } from '../plans.ts';

/** The instant at which everything in these tests begins, milliseconds since 1970. */
export const START = 1_767_268_800_000;

/** What a runner would know of an execution, without a runner: the journal in memory. */
export type Position = { folded: Folded; commands: readonly Command[] };

/** Outputs as references that can be read by eye. */
export const inlineOutputs: OutputStore = {
  put: async (value) => `json:${JSON.stringify(value ?? null)}`,
  get: async (reference) => JSON.parse(reference.slice('json:'.length)),
};

export function applyFacts({ plan, state, seq }: Folded, facts: readonly Fact[]): Folded {
  const next = facts.reduce((before, fact) => evolve(plan, before, fact), state);
  return { plan, state: next, seq: seq + facts.length };
}

/** Writes facts down and what follows from them. */
export function advance(folded: Folded, facts: readonly Fact[], at = START): Position {
  const current = applyFacts(folded, facts);
  const decision = decide(current.plan, current.state, at);
  return { folded: applyFacts(current, decision.facts), commands: decision.commands };
}

export function beginAt(nodes: WorkflowDraft['nodes'], input: unknown = null): Position {
  const plan = readPlan({ version: 1, name: 'test', nodes });
  const folded = { plan, state: initialState(plan), seq: 0 };
  const reference = `json:${JSON.stringify(input)}`;
  const data = { input: reference, definition: 'test', revision: 1 };
  return advance(folded, [executionFact('execution.queued', START, data)]);
}

/** The stage ends well with this output. */
export function succeed({ folded }: Position, node: string, output: unknown): Position {
  const where = { ...attemptOf(folded, node), at: START };
  const data = { output: `json:${JSON.stringify(output)}` };
  return advance(folded, [stageFact('stage.succeeded', where, data)]);
}

export function attemptOf({ plan, state }: Folded, node: string) {
  return { node, attempt: unitState(state, getUnit(plan, node)).attempt };
}
