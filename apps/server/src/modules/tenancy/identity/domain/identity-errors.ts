import { PlatformError } from '#kernel/errors.ts';

/** Neither key nor session, or one that is unknown, expired or revoked; which of these it is stays our secret. */
export class Unauthenticated extends PlatformError {
  readonly code = 'unauthenticated';
  readonly kind = 'unauthenticated';

  constructor() {
    super(
      'Send an API key as "Authorization: Bearer ql_…"; the first one is in credentials.json of the data folder. In a browser sign in with the link that "npm run ql -- open" prints.',
    );
  }
}

export class ApiKeyNotFound extends PlatformError {
  readonly code = 'api-key-not-found';
  readonly kind = 'not-found';

  constructor(id: string) {
    super(`No API key ${id} that could be revoked. List the keys to find its id.`);
  }
}

export class ApiKeyExpiryInvalid extends PlatformError {
  readonly code = 'api-key-expiry-invalid';
  readonly kind = 'invalid';

  constructor() {
    super('The expiry of a new API key must be a future instant, e.g. 2030-01-31T00:00:00Z.');
  }
}

export class LastApiKey extends PlatformError {
  readonly code = 'last-api-key';
  readonly kind = 'conflict';

  constructor() {
    super(
      'This is the last usable API key; without it nobody could sign in. Create another one first.',
    );
  }
}
