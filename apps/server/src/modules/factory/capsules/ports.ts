import type { Blueprint, CapsuleDiff } from '@quantumlayer/contracts';
import type { CapsuleRecord, StoredSigningKey } from './domain/capsule.ts';

/** Where the rows of capsules live. Every call is scoped to one organisation. */
export interface CapsuleRepository {
  find(organisationId: string, id: string): Promise<CapsuleRecord | null>;
  /** Newest first; `before` is the last id of the page before. */
  list(
    organisationId: string,
    projectId: string,
    page: { before: string | null; limit: number },
  ): Promise<CapsuleRecord[]>;
  /** The same with the number that each has in its project, counted from 1 in the order in which they were made. */
  listNumbered(
    organisationId: string,
    projectId: string,
    page: { before: string | null; limit: number },
  ): Promise<(CapsuleRecord & { number: number })[]>;
  /** How many versions the project had when it was made, itself included. */
  numberOf(organisationId: string, projectId: string, id: string): Promise<number>;
  /** The first of a project whose archive has this digest. */
  findByDigest(
    organisationId: string,
    projectId: string,
    digest: string,
  ): Promise<CapsuleRecord | null>;
  /** Inserts, or answers the capsule of the same run and digest that is there already. */
  insert(capsule: CapsuleRecord): Promise<CapsuleRecord>;
}

/** Where signing keys live, the private half encrypted. */
export interface SigningKeyRepository {
  /** The key an organisation signs with now. */
  findCurrent(organisationId: string): Promise<StoredSigningKey | null>;
  find(organisationId: string, keyId: string): Promise<StoredSigningKey | null>;
  /** Inserts the first key of an organisation, or answers the one that a racing start put there before. */
  insertFirst(key: StoredSigningKey): Promise<StoredSigningKey>;
  /** Retires the key in use when `key` was made, and puts `key` in its place: both or neither. */
  replaceCurrent(key: StoredSigningKey): Promise<void>;
  /** Oldest first; they are only ever added at the end, so `skip` is a place that stays right. */
  list(organisationId: string, page: { skip: number; limit: number }): Promise<StoredSigningKey[]>;
}

/** Encrypts small secrets. `binding` is authenticated with the text: another binding does not decrypt. */
export interface SecretCipher {
  encrypt(plaintext: string, binding: string): string;
  /** Throws for another key or binding, and for a changed text. */
  decrypt(encrypted: string, binding: string): string;
}

/** What the run designed, for capsules that do not hold their blueprint; null where that is gone. */
export type BlueprintOfRun = (organisationId: string, runId: string) => Promise<Blueprint | null>;

/** Says that a project exists; throws the project's own error otherwise. */
export interface Projects {
  get(organisationId: string, projectId: string): Promise<unknown>;
}

/** Compares two sets of files, bounded in size and time. */
export type CompareFiles = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
) => Pick<CapsuleDiff, 'files' | 'truncated'>;
