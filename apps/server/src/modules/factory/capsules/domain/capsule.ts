import type { VersionChange } from '@quantumlayer/contracts';

/** A capsule as it is stored; the archive is in the blob store under `digest`. */
export type CapsuleRecord = {
  readonly id: string;
  readonly organisationId: string;
  readonly projectId: string;
  readonly runId: string;
  readonly name: string;
  readonly digest: string;
  readonly codeDigest: string;
  readonly keyId: string;
  readonly size: number;
  readonly createdAt: Date;
  /** Null for those that were made before this was told. */
  readonly change: VersionChange | null;
};

/** A signing key at rest. The private half is encrypted under the master key, bound to organisation and key id. */
export type StoredSigningKey = {
  readonly keyId: string;
  readonly organisationId: string;
  readonly publicKeyPem: string;
  readonly encryptedPrivateKey: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  /** Null for the one key that the organisation signs with. */
  readonly retiredAt: Date | null;
};

/** What an encrypted private key is bound to: it cannot be moved to another organisation or key. */
export function bindingOf({
  organisationId,
  keyId,
}: Pick<StoredSigningKey, 'organisationId' | 'keyId'>) {
  return `signing-key:${organisationId}:${keyId}`;
}
