import { createHash, timingSafeEqual } from 'node:crypto';

export type ApiKey = {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  /** The part that finds the key and may be shown: `ql_` and twelve hexadecimal digits. */
  readonly prefix: string;
  /** Hexadecimal SHA-256 of the whole secret. The secret has 256 random bits, so no salt or slow hash is needed. */
  readonly hash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
};

const SECRET = /^(ql_[0-9a-f]{12})_[A-Za-z0-9_-]{43}$/;
const USE_RESOLUTION_MS = 60_000;

/** `random` answers that many unpredictable bytes. */
export function createSecret(random: (bytes: number) => Buffer): string {
  return `ql_${random(6).toString('hex')}_${random(32).toString('base64url')}`;
}

/** The prefix of a well-formed secret, null for anything else. */
export function prefixOf(secret: string): string | null {
  return SECRET.exec(secret)?.[1] ?? null;
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares in constant time, so that the time an answer takes says nothing about the stored hash. */
export function isSecretOf(key: ApiKey, secret: string): boolean {
  const [stored, given] = [Buffer.from(key.hash, 'hex'), Buffer.from(hashSecret(secret), 'hex')];
  return stored.length === given.length && timingSafeEqual(stored, given);
}

export function isUsable({ expiresAt, revokedAt }: ApiKey, now: Date): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt > now);
}

/** The date of last use is kept to the minute: one write a minute and key, not one a request. */
export function isUseWorthNoting({ lastUsedAt }: ApiKey, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= USE_RESOLUTION_MS;
}
