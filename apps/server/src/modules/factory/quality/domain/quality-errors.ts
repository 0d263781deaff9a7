import { PlatformError } from '#kernel/errors.ts';

export class OpenApiUnreadable extends PlatformError {
  readonly code = 'openapi-unreadable';
  readonly kind = 'invalid';

  constructor(why: string, cause?: unknown) {
    super(`The app's /openapi.json cannot be used: ${why}.`, { cause });
  }
}

export class DependenciesUnavailable extends PlatformError {
  readonly code = 'dependencies-unavailable';
  readonly kind = 'unavailable';
  readonly #log: string;

  constructor(why: string, log: string, cause?: unknown) {
    super(
      `The dependency set of the stack is not installed and could not be: ${why}. It is installed once; ` +
        'connect this machine to its npm registry and run `npm run setup`, or start the run again.',
      { cause },
    );
    this.#log = log;
  }

  override details() {
    return { log: this.#log };
  }
}

export class FilePathRefused extends PlatformError {
  readonly code = 'file-path-refused';
  readonly kind = 'invalid';

  constructor(path: string) {
    super(`${JSON.stringify(path.slice(0, 300))} is not a plain relative path; it is not written.`);
  }
}
