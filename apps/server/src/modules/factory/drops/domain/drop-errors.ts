import { PlatformError } from '#kernel/errors.ts';

export class DropNotFound extends PlatformError {
  readonly code = 'drop-not-found';
  readonly kind = 'not-found';

  constructor(id: string) {
    super(`No drop ${id} in this organisation. List the drops of a project to find its id.`);
  }
}

export class DropsNotComparable extends PlatformError {
  readonly code = 'drops-not-comparable';
  readonly kind = 'invalid';

  constructor(reason: string) {
    super(`These drops cannot be compared: ${reason}. Compare two versions of the same stage.`);
  }
}
