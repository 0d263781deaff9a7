import { PlatformError } from '#kernel/errors.ts';

/** Neither bubblewrap nor plain namespaces work here, so no generated code is executed. */
export class SandboxUnavailable extends PlatformError {
  readonly code = 'sandbox-unavailable';
  readonly kind = 'unavailable';
  readonly #reasons: readonly string[];

  constructor(reasons: readonly string[], mend: string) {
    super(`No sandbox works on this machine: ${reasons.join('; ')}. To mend it: ${mend}`);
    this.#reasons = reasons;
  }

  override details() {
    return { reasons: this.#reasons };
  }
}

/** The sandbox itself could not be made; the program inside never started. */
export class SandboxStartFailed extends PlatformError {
  readonly code = 'sandbox-start-failed';
  readonly kind = 'unavailable';

  constructor(reason: string) {
    super(`The sandbox could not be started: ${reason}`);
  }
}

/** A specification that asks for something a sandbox never gives. */
export class SandboxSpecRefused extends PlatformError {
  readonly code = 'sandbox-spec-refused';
  readonly kind = 'invalid';

  constructor(reason: string) {
    super(`The sandbox refuses this specification: ${reason}`);
  }
}

/** A file that may not cross the border of the sandbox. */
export class SandboxCopyRefused extends PlatformError {
  readonly code = 'sandbox-copy-refused';
  readonly kind = 'invalid';

  constructor(path: string, reason: string) {
    super(`${JSON.stringify(path.slice(0, 300))} is not copied: ${reason}`);
  }
}
