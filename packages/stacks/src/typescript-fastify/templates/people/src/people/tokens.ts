import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: what nobody can guess. */
export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. It has no salt, since a random token cannot be looked up anywhere. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
