import { PlatformError } from '#kernel/errors.ts';

/** The header is not usable as a key. */
export class IdempotencyKeyInvalid extends PlatformError {
  readonly code = 'idempotency-key-invalid';
  readonly kind = 'invalid';

  constructor() {
    super('Idempotency-Key must have 1 to 200 printable ASCII characters; a UUID is a good one.');
  }
}

/** The same key came with another request. */
export class IdempotencyKeyReused extends PlatformError {
  readonly code = 'idempotency-key-reused';
  readonly kind = 'conflict';

  constructor() {
    super('This Idempotency-Key was used for another request. Take a new key for a new request.');
  }
}

/** The first request with this key has not been answered yet. */
export class IdempotencyKeyInProgress extends PlatformError {
  readonly code = 'idempotency-key-in-progress';
  readonly kind = 'conflict';

  constructor() {
    super('The first request with this Idempotency-Key is still being served. Ask again shortly.');
  }
}
