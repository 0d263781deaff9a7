import { type ErrorKind, PlatformError } from '#kernel/errors.ts';

type Failure = {
  code: string;
  message: string;
  /** What the person can do about it. */
  next: string;
  details?: Record<string, unknown>;
};

/** A stage came to a definite "no": trying again with the same input cannot end differently. */
export class StageFailed extends PlatformError {
  readonly code: string;
  readonly kind: ErrorKind = 'invalid';
  readonly retryable = false;
  readonly next: string;
  readonly #details: Record<string, unknown>;

  constructor({ code, message, next, details = {} }: Failure) {
    super(message);
    this.code = code;
    this.next = next;
    this.#details = details;
  }

  override details() {
    return this.#details;
  }
}
