import { PlatformError } from '#kernel/errors.ts';

export class CapsuleNotFound extends PlatformError {
  readonly code = 'capsule-not-found';
  readonly kind = 'not-found';

  constructor(id: string) {
    super(`No capsule ${id} in this organisation. List the capsules of a project to find its id.`);
  }
}

/** The capsule is no version of this project, or what it was built from is no longer there. */
export class VersionNotFound extends PlatformError {
  readonly code = 'version-not-found';
  readonly kind = 'not-found';

  constructor(projectId: string, capsuleId: string) {
    super(`Project ${projectId} has no version ${capsuleId} whose blueprint is known.`);
  }
}

/** The master key is not the one under which the signing key was stored, or what was stored is damaged. */
export class SigningKeyLocked extends PlatformError {
  readonly code = 'signing-key-locked';
  readonly kind = 'unavailable';

  constructor(cause: unknown) {
    super(
      'The signing key cannot be decrypted. Start with the SECRET_KEY, or with the master.key file in the data folder, that was there when it was made.',
      { cause },
    );
  }
}

/** A check failed, so there is nothing to put a signature under. */
export class EvidenceNotPassed extends PlatformError {
  readonly code = 'evidence-not-passed';
  readonly kind = 'conflict';

  constructor(check: string, reason: string | null) {
    super(
      `The check ${check} failed, so no capsule is made: ${reason ?? 'no reason was recorded'}.`,
    );
  }
}

/** The capsule holds no file of exactly this path. */
export class CapsulePartNotFound extends PlatformError {
  readonly code = 'capsule-part-not-found';
  readonly kind = 'not-found';

  constructor(id: string, path: string) {
    super(`Capsule ${id} holds no file ${JSON.stringify(path.slice(0, 200))}.`);
  }
}
