import { PlatformError } from '#kernel/errors.ts';
import type { PreviewStatus } from './preview.ts';

export class PreviewNotFound extends PlatformError {
  readonly code = 'preview-not-found';
  readonly kind = 'not-found';

  constructor(id: string) {
    super(`No preview ${id} in this organisation.`);
  }
}

export class PreviewNotRunning extends PlatformError {
  readonly code = 'preview-not-running';
  readonly kind = 'conflict';
  readonly #status: PreviewStatus;

  constructor(id: string, status: PreviewStatus) {
    super(`Preview ${id} is ${status}; retry the preview stage of its run to start it again.`);
    this.#status = status;
  }

  override details() {
    return { previewStatus: this.#status };
  }
}

/** The app did not come up, or would not stay up. The log says why. */
export class PreviewNotStarted extends PlatformError {
  readonly code = 'preview-not-started';
  readonly kind = 'unavailable';
  readonly reason: string;
  readonly #log: string;

  constructor(reason: string, log: string, cause?: unknown) {
    super(`The preview could not be started: ${reason}`, { cause });
    this.reason = reason;
    this.#log = log;
  }

  override details() {
    return { log: this.#log };
  }
}

export class PreviewsSwitchedOff extends PlatformError {
  readonly code = 'previews-switched-off';
  readonly kind = 'limited';

  constructor() {
    super(
      'Previews are switched off here (PREVIEW_MAX=0). Set PREVIEW_MAX, or run without preview.',
    );
  }
}
