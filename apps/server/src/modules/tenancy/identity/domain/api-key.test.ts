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
  it.each(['', 'not hexadecimal', hashSecret('x').slice(2), `${hashSecret('x')}00`])(
    'lets nobody in whose stored hash is damaged: %j',
    (hash) => {
      expect(isSecretOf({ ...key, hash }, secret)).toBe(false);
    },
  );

  it.each([
    ['another prefix', (text: string) => text.replace('ql_', 'qk_')],
    ['one character more', (text: string) => `${text}A`],
    ['one character less', (text: string) => text.slice(0, -1)],
    [
      'upper case in the prefix',
      (text: string) => text.slice(0, 15).toUpperCase() + text.slice(15),
    ],
    ['a line break at the end', (text: string) => `${text}\n`],
    ['nothing', () => ''],
  ])('is not one with %s', (_case, change) => {
    const odd = createSecret((bytes) => Buffer.alloc(bytes, 0xab));

    expect(prefixOf(odd)).toBe('ql_abababababab');
    expect(prefixOf(change(odd))).toBeNull();
  });

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
