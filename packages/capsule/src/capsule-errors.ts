/** Lets the server's problem edge recognise these errors without this package knowing the server. */
const MARK = Symbol.for('quantumlayer.error');

abstract class CapsuleError extends Error {
  abstract readonly code: string;
  abstract readonly kind: 'invalid' | 'conflict';
  readonly [MARK] = true;

  details(): Record<string, unknown> {
    return {};
  }
}

/** What was handed over cannot become a capsule: an unsafe path, a log that is missing, a bad integrity value. */
export class CapsuleInputInvalid extends CapsuleError {
  readonly code = 'capsule-input-invalid';
  readonly kind = 'invalid';
}

/** The bytes are not a capsule archive, or not in the one canonical form that capsules have. */
export class CapsuleArchiveInvalid extends CapsuleError {
  readonly code = 'capsule-archive-invalid';
  readonly kind = 'invalid';
}

/** What was handed in as the code of an app is no such thing, or not safe to take. */
export class UploadInvalid extends CapsuleError {
  readonly code = 'upload-invalid';
  readonly kind = 'invalid';
}

/** A key that is not an ECDSA P-256 key in PEM form. */
export class SigningKeyInvalid extends CapsuleError {
  readonly code = 'signing-key-invalid';
  readonly kind = 'invalid';
}

/** The code would be unpacked over something that is already there. */
export class FolderNotEmpty extends CapsuleError {
  readonly code = 'folder-not-empty';
  readonly kind = 'conflict';

  constructor(folder: string) {
    super(`${folder} exists and is not an empty folder. Name a new or empty folder.`);
  }
}
