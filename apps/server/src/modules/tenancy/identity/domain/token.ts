import { hashSecret } from './api-key.ts';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits, so that a hash without salt protects it; `random` answers that many unpredictable bytes. */
export function createToken(random: (bytes: number) => Buffer): string {
  return random(32).toString('base64url');
}

/** Hexadecimal SHA-256 by which a token is found, null for what cannot be one. */
export function hashToken(token: string): string | null {
  return TOKEN.test(token) ? hashSecret(token) : null;
}
