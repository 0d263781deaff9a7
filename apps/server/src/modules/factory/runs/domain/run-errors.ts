import { PlatformError } from '#kernel/errors.ts';

export class RunNotFound extends PlatformError {
  readonly code = 'run-not-found';
  readonly kind = 'not-found';

  constructor(id: string) {
    super(`No run ${id} in this organisation. List the runs of a project to find its id.`);
  }
}
