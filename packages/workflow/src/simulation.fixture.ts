import {
  type WorkflowDefinition,
  type WorkflowDraft,
  workflowDefinitionSchema,
} from '@quantumlayer/contracts';
import {
  type Command,
  chooseExit,
  decide,
  type ExecutionState,
  evolve,
  executionFact,
  type Fact,
  getUnit,
  hasEnded,
  initialState,
  interruptionFacts,
  judgeFailure,
  parseReference,
  planWorkflow,
  runningKeys,
  stageFact,
  unitState,
  type WorkflowPlan,
} from './index.ts';

export function define(nodes: WorkflowDraft['nodes']): WorkflowDefinition {
  return workflowDefinitionSchema.parse({ version: 1, name: 'test', nodes });
}

export function plan(nodes: WorkflowDraft['nodes']): WorkflowPlan {
  const result = planWorkflow(define(nodes));
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  return result.plan;
}

export type Chance = {
  /** An index below `size`. */
  pick(size: number): number;
  /** True now and then; used for crashes and passing failures. */
  trouble(): boolean;
};

export const firstFirst: Chance = { pick: () => 0, trouble: () => false };

export type Simulation = { state: ExecutionState; journal: Fact[] };

/** A runner without the outside world: outputs are the keys of the units that made them. */
export function simulate(workflow: WorkflowPlan, chance: Chance, onFact?: Observer): Simulation {
  const journal: Fact[] = [];
  let now = 1_000;
  let state = initialState(workflow);
  const commands: Command[] = [];
  const record = (facts: readonly Fact[]) => {
    for (const fact of facts) {
      onFact?.(state, fact);
      state = evolve(workflow, state, fact);
      journal.push(fact);
    }
  };
  const advance = (facts: readonly Fact[]) => {
    record(facts);
    const decision = decide(workflow, state, now);
    record(decision.facts);
    for (const command of decision.commands) {
      if (!commands.some((known) => isSame(known, command))) commands.push(command);
    }
  };
  advance([
    executionFact('execution.queued', now, { input: 'input', definition: 'test', revision: 1 }),
  ]);
  for (let turn = 0; !hasEnded(state); turn += 1) {
    if (turn > 5_000) throw new Error('The simulation does not come to an end.');
    now += 10;
    if (chance.trouble()) {
      // A crash: every step under way is lost.
      commands.length = 0;
      advance(interruptionFacts(workflow, state, runningKeys(workflow, state), now));
      continue;
    }
    const waiting = workflow.nodes.find(
      (node, index) => node.kind === 'checkpoint' && state.nodes[index]?.status === 'waiting',
    );
    const [command] = commands.splice(chance.pick(commands.length), 1);
    if (command !== undefined) advance([answer(workflow, state, command, now, chance)]);
    else if (waiting !== undefined) {
      const where = { node: waiting.id, attempt: 1, at: now };
      advance([stageFact('stage.approved', where, { output: waiting.id })]);
    } else throw new Error(`Nothing to do, and not ended: ${JSON.stringify(state)}`);
  }
  return { state, journal };
}

export type Observer = (before: ExecutionState, fact: Fact) => void;

function isSame(left: Command, right: Command): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function answer(
  workflow: WorkflowPlan,
  state: ExecutionState,
  command: Command,
  at: number,
  chance: Chance,
): Fact {
  if (command.type === 'abort') throw new Error('Nothing fails here for good.');
  const { node } = command;
  const unit = getUnit(workflow, node);
  const where = { node, attempt: unitState(state, unit).attempt, at };
  if (command.type === 'alarm') return stageFact('stage.due', where, {});
  if (command.type === 'expand') return stageFact('stage.expanded', where, { count: 3 });
  if (command.type === 'evaluate') {
    const on = unit.node.kind === 'branch' ? parseReference(unit.node.on).path.at(-1) : '';
    return stageFact('stage.decided', where, {
      exit: chooseExit(workflow, node, on),
      output: node,
    });
  }
  const { tries } = unitState(state, unit);
  if (command.type === 'run' && tries < 3 && chance.trouble()) {
    const failure = { code: 'passing', message: 'It passes.' };
    return judgeFailure(workflow, state, { node, failure, retryable: true, at, random: 0 });
  }
  return stageFact('stage.succeeded', where, { output: node });
}

/** What must not depend on the order in which things happened. */
export function outcome({ state }: Simulation) {
  return {
    status: state.status,
    nodes: state.nodes.map(({ status, output, exit, group }) => ({
      status,
      output,
      exit,
      children: group?.children.map((child) => [child.status, child.output]) ?? null,
    })),
  };
}
