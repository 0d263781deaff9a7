import type {
  EmbeddedRunnerOptions,
  Projector,
  StepHandler,
} from '#modules/factory/workflows/index.ts';

/** Where a harness may look at, or end, the process in the middle of a run. Absent in production. */
export type RunnerHooks = {
  wrapHandler?: (name: string, handler: StepHandler) => StepHandler;
  projector?: Projector;
};

export function withHooks(
  { wrapHandler, projector }: RunnerHooks,
  options: EmbeddedRunnerOptions,
): EmbeddedRunnerOptions {
  const handlers = Object.entries(options.handlers).map(
    ([name, handler]) => [name, wrapHandler?.(name, handler) ?? handler] as const,
  );
  return {
    ...options,
    handlers: Object.fromEntries(handlers),
    projectors: [...(options.projectors ?? []), ...(projector ? [projector] : [])],
  };
}
