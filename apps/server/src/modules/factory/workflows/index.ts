export type {
  Execution,
  ExecutionNode,
  ExecutionQuery,
  ExecutionSummary,
} from './domain/execution.ts';
export * from './domain/workflow-errors.ts';
export type {
  ExecutionEvent,
  OutputStore,
  OutputValidators,
  Projector,
  StartExecution,
  StepContext,
  StepHandler,
  StepHandlers,
  WorkflowRunner,
} from './ports.ts';
