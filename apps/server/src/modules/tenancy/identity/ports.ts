import type { ApiKey } from './domain/api-key.ts';

export interface OrganisationRepository {
  /** The id of the one organisation there is; makes it with `id` when there is none. Safe to race. */
  ensureDefault(id: string, now: Date): Promise<string>;
}

/** Where API keys live. Only the look-up by prefix has no organisation, since it is what finds it. */
export interface ApiKeyRepository {
  findByPrefix(prefix: string): Promise<ApiKey | null>;
  /** Oldest first, without revoked ones. */
  list(organisationId: string): Promise<ApiKey[]>;
  insert(key: ApiKey): Promise<void>;
  markUsed(organisationId: string, id: string, at: Date): Promise<void>;
  /** False when there is no such key or it is revoked already. */
  revoke(organisationId: string, id: string, at: Date): Promise<boolean>;
}

/** Where the command line of this machine finds its key; readable by the owner alone. */
export interface CredentialStore {
  /** Null when there is none, or nothing usable. */
  read(): Promise<string | null>;
  write(secret: string): Promise<void>;
}

/** Answers that many unpredictable bytes. */
export type Random = (bytes: number) => Buffer;
