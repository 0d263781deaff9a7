export { createBlobOutputStore } from './adapters/blob-output-store.ts';
export type { EmbeddedRunnerOptions } from './adapters/embedded-engine.ts';
export { openEmbeddedRunner } from './adapters/embedded-runner.ts';
export { workflowMigrations } from './adapters/workflow-migrations.ts';
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
