import { PlatformError } from '#kernel/errors.ts';

export class OpenApiUnreadable extends PlatformError {
  readonly code = 'openapi-unreadable';
  readonly kind = 'invalid';

  constructor(why: string, cause?: unknown) {
    super(`The app's /openapi.json cannot be used: ${why}.`, { cause });
  }
}

/** What a person can do about each way in which installing fails. */
const REMEDIES = {
  registry:
    'It is installed once; connect this machine to its npm registry and run `npm run setup`.',
  program: 'Install Node with npm, so that `npm` is on the PATH, and start the run again.',
  'lock-file':
    "The stack's package.json and lock file disagree, which is a defect of the stack: report it.",
  other: 'The log says more; run `npm run setup` when it is mended.',
} as const;

export type InstallCause = keyof typeof REMEDIES;

export class DependenciesUnavailable extends PlatformError {
  readonly code = 'dependencies-unavailable';
  readonly kind = 'unavailable';
  /** Whether trying again may help. */
  readonly mayPass: boolean;
  readonly #log: string;

  constructor(what: InstallCause, why: string, log: string, cause?: unknown) {
    super(`The dependency set of the stack could not be installed: ${why}. ${REMEDIES[what]}`, {
      cause,
    });
    this.mayPass = what === 'registry' || what === 'other';
    this.#log = log;
  }

  override details() {
    return { log: this.#log };
  }
}
