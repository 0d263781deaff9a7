import type { ApiKey } from './domain/api-key.ts';
import type { OwnerPassword } from './domain/owner-password.ts';
import type { Session } from './domain/session.ts';
import type { SignInLink } from './domain/sign-in-link.ts';

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

/** Where sessions live. Only the look-up by hash has no organisation, since it is what finds it. */
export interface SessionRepository {
  findByHash(tokenHash: string): Promise<Session | null>;
  insert(session: Session): Promise<void>;
  /** Inserts it only while `passwordHash` is the one in force, also against a change at this moment; false else. */
  insertUnderPassword(session: Session, passwordHash: string): Promise<boolean>;
  /** Saves a later use, unless it has ended meanwhile. */
  markUsed(session: Session): Promise<void>;
  end(organisationId: string, id: string, at: Date): Promise<void>;
  /** Removes those that expired by `now`; returns how many. */
  prune(now: Date): Promise<number>;
}

/** Where links live. A token is what finds its organisation. */
export interface SignInLinkRepository {
  insert(link: SignInLink): Promise<void>;
  /** Uses it up and answers its organisation; null when there is none that can be used. Of a race one wins. */
  use(tokenHash: string, now: Date): Promise<{ organisationId: string } | null>;
  /** Removes those that expired by `now`; returns how many. */
  prune(now: Date): Promise<number>;
}

export interface OwnerPasswordRepository {
  find(organisationId: string): Promise<OwnerPassword | null>;
  /** Sets it, ends every session but `keptSessionId` and takes `needsPassword` from that one: all or nothing. */
  replace(password: OwnerPassword, keptSessionId: string): Promise<void>;
}

/** Slow on purpose. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Takes as long for no hash as for a wrong one; false then. */
  verify(password: string, hash: string | null): Promise<boolean>;
}

/** Counts attempts that failed. One is counted before it is made, so that many at once cannot slip through. */
export interface AttemptLimiter {
  /** Milliseconds to wait when there were too many; null when this one is counted and may be made. */
  take(key: string): number | null;
  /** The attempt succeeded and does not count. */
  giveBack(key: string): void;
}
