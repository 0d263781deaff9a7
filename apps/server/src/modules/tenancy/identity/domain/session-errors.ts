import { PlatformError } from '#kernel/errors.ts';

const NEW_LINK = '"npm run ql -- open" on the machine of the factory prints a new one';

/** Unknown, used or expired; which of these it is stays our secret. */
export class SignInLinkInvalid extends PlatformError {
  readonly code = 'sign-in-link-invalid';
  readonly kind = 'unauthenticated';

  constructor() {
    super(`This link works once and for 15 minutes, and it is no longer valid. ${NEW_LINK}.`);
  }
}

/** The password does not match, or none is set. */
export class PasswordWrong extends PlatformError {
  readonly code = 'password-wrong';
  readonly kind = 'unauthenticated';

  constructor() {
    super(
      'This is not the password. Without one a link signs you in: "npm run ql -- open" prints it.',
    );
  }
}

/** Too many wrong passwords came from one address. */
export class SignInLimited extends PlatformError {
  readonly code = 'sign-in-limited';
  readonly kind = 'limited';
  readonly retryAfterSeconds: number;

  constructor(retryAfterMs: number) {
    const seconds = Math.ceil(retryAfterMs / 1000);
    super(
      `Too many wrong passwords came from your address. Try again in ${seconds} seconds, or sign in with a link: "npm run ql -- open" prints one.`,
    );
    this.retryAfterSeconds = seconds;
  }

  override details() {
    return { retryAfterSeconds: this.retryAfterSeconds };
  }
}

/** A password is set, and the one in force was not given. */
export class CurrentPasswordMissing extends PlatformError {
  readonly code = 'current-password-missing';
  readonly kind = 'invalid';

  constructor() {
    super('A password is set: send it as "current", or sign in with a link to set a new one.');
  }
}

/** The factory can be reached from other machines and its owner has no password yet. */
export class PasswordRequired extends PlatformError {
  readonly code = 'password-required';
  readonly kind = 'forbidden';

  constructor() {
    super(
      'This factory can be reached from other machines: set a password first (PUT /api/v1/session/password).',
    );
  }
}

/** Only a session can be asked this, and the request came with an API key. */
export class SessionRequired extends PlatformError {
  readonly code = 'session-required';
  readonly kind = 'unauthenticated';

  constructor() {
    super('This is about the session of a browser; an API key has none.');
  }
}

/** A browser must not be able to make what lets other browsers in. */
export class ApiKeyRequired extends PlatformError {
  readonly code = 'api-key-required';
  readonly kind = 'forbidden';

  constructor() {
    super('Sign-in links are made with an API key, e.g. by "npm run ql -- open".');
  }
}

/** A request with the owner's cookie that a page of somebody else has made. */
export class CrossSiteRequest extends PlatformError {
  readonly code = 'cross-site-request';
  readonly kind = 'forbidden';

  constructor() {
    super(
      'The request carries a session, but no page of this factory sent it. Programs use an API key instead.',
    );
  }
}

/** The browser was led here under a name that is not the factory's. */
export class HostNotAllowed extends PlatformError {
  readonly code = 'host-not-allowed';
  readonly kind = 'forbidden';

  constructor() {
    super(
      'Sessions work under the names of this factory only. Open it as localhost, or set PUBLIC_URL to the address you use.',
    );
  }
}
