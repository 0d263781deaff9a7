import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type ApiKey,
  createSecret,
  hashSecret,
  isSecretOf,
  isUsable,
  isUseWorthNoting,
  prefixOf,
} from './api-key.ts';

const now = new Date('2026-01-01T12:00:00Z');
const secret = createSecret(randomBytes);
const key: ApiKey = {
  id: 'key_1',
  organisationId: 'org_1',
  name: 'CI',
  prefix: prefixOf(secret) ?? '',
  hash: hashSecret(secret),
  createdAt: now,
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
};

describe('an API key', () => {
  it('has a secret with 256 random bits behind its prefix', () => {
    expect(secret).toMatch(/^ql_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/);
    expect(prefixOf(secret)).toBe(secret.slice(0, 15));
  });

  it.each(['', 'ql_', 'ql_0123456789ab', `${secret}x`, secret.toUpperCase(), ` ${secret}`])(
    'has no prefix in %j',
    (text) => expect(prefixOf(text)).toBeNull(),
  );

  it('knows its own secret and no other with the same prefix', () => {
    const other = `${secret.slice(0, 16)}${createSecret(randomBytes).slice(16)}`;
    expect(isSecretOf(key, secret)).toBe(true);
    expect(isSecretOf(key, other)).toBe(false);
  });

  it('is usable until the instant it expires, and never once revoked', () => {
    expect(isUsable(key, now)).toBe(true);
    expect(isUsable({ ...key, expiresAt: now }, now)).toBe(false);
    expect(isUsable({ ...key, expiresAt: new Date(now.getTime() + 1) }, now)).toBe(true);
    expect(isUsable({ ...key, revokedAt: now }, now)).toBe(false);
  });

  it('notes its use once a minute', () => {
    const usedAgo = (ms: number) => ({ ...key, lastUsedAt: new Date(now.getTime() - ms) });
    expect(isUseWorthNoting(key, now)).toBe(true);
    expect(isUseWorthNoting(usedAgo(59_999), now)).toBe(false);
    expect(isUseWorthNoting(usedAgo(60_000), now)).toBe(true);
  });
});
