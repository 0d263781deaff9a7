import { PlatformError } from '#kernel/errors.ts';

export class OpenApiUnreadable extends PlatformError {
  readonly code = 'openapi-unreadable';
  readonly kind = 'invalid';

  constructor(why: string, cause?: unknown) {
    super(`The app's /openapi.json cannot be used: ${why}.`, { cause });
  }
}
