import { PlatformError } from '#kernel/errors.ts';

export class RunNotFound extends PlatformError {
  readonly code = 'run-not-found';
  readonly kind = 'not-found';

  constructor(id: string) {
    super(`No run ${id} in this organisation. List the runs of a project to find its id.`);
  }
}

/** The run executed no such check, or has not come so far. */
export class CheckNotFound extends PlatformError {
  readonly code = 'check-not-found';
  readonly kind = 'not-found';

  constructor(runId: string, check: string) {
    super(`Run ${runId} has executed no check "${check}". Its evidence names those it has.`);
  }
}

/** The run generated no file of exactly this path. */
export class RunFileNotFound extends PlatformError {
  readonly code = 'run-file-not-found';
  readonly kind = 'not-found';

  constructor(runId: string, path: string) {
    super(`Run ${runId} has generated no file ${JSON.stringify(path.slice(0, 200))}.`);
  }
}
