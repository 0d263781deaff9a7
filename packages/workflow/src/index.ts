export { chooseExit, type Decision, decide, standingCommands } from './decide.ts';
export { unitState } from './edit.ts';
export {
  type Command,
  executionFact,
  type Fact,
  type FactOf,
  type FactType,
  stageFact,
} from './event.ts';
export { evolve, initialState, titleOf } from './evolve.ts';
export {
  type AttemptFailure,
  interruptionFacts,
  judgeFailure,
  MAX_INTERRUPTIONS,
  retryDelay,
  runningKeys,
} from './outcome.ts';
export {
  childKey,
  findUnit,
  getUnit,
  nodeAt,
  type PlanResult,
  planWorkflow,
  retryProfileOf,
  type Unit,
  type Work,
  type WorkflowPlan,
  workOf,
} from './plan.ts';
export type { DefinitionProblem } from './problem.ts';
export { bindingReference, parseReference, type Reference, selectPath } from './reference.ts';
export { type RestartRefusal, refuseRestart } from './restart.ts';
export {
  type ExecutionState,
  type Failure,
  type GroupState,
  hasEnded,
  type NodeState,
  type StageFailure,
} from './state.ts';
