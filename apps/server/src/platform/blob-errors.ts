import { PlatformError } from '#kernel/errors.ts';

/** There is no blob with this digest. */
export class BlobNotFound extends PlatformError {
  readonly code = 'blob-not-found';
  readonly kind = 'not-found';

  constructor(digest: string) {
    super(`No content is stored under ${digest.slice(0, 80)}.`);
  }
}

/** The stored bytes are not the ones that were put there. */
export class BlobCorrupt extends PlatformError {
  readonly code = 'blob-corrupt';
  readonly kind = 'unavailable';

  constructor(digest: string) {
    super(
      `The content stored under ${digest} no longer matches its digest. Restore the blob folder from a backup, or run what made it again.`,
    );
  }
}
