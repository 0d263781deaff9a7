import { describe, expect, it } from 'vitest';
import { isLive, prolong, SESSION_LIFE_MS, startSession } from './session.ts';

const now = new Date('2026-01-01T00:00:00Z');
const after = (ms: number) => new Date(now.getTime() + ms);
const session = startSession(
  {
    id: 'ses_1',
    organisationId: 'org_1',
    tokenHash: 'x',
    signedInBy: 'link',
    needsPassword: true,
  },
  now,
);

describe('a session', () => {
  it('lives for 30 days, to the millisecond', () => {
    expect(SESSION_LIFE_MS).toBe(30 * 24 * 3_600_000);
    expect(isLive(session, after(SESSION_LIFE_MS - 1))).toBe(true);
    expect(isLive(session, after(SESSION_LIFE_MS))).toBe(false);
  });

  it('does not live once it has ended', () => {
    expect(isLive({ ...session, endedAt: now }, now)).toBe(false);
  });

  it('stays the same when it is used again within a minute', () => {
    expect(prolong(session, after(59_999))).toBe(session);
  });

  it('lives 30 days from a later use', () => {
    const used = prolong(session, after(60_000));
    expect(used).toEqual({
      ...session,
      lastUsedAt: after(60_000),
      expiresAt: after(60_000 + SESSION_LIFE_MS),
    });
  });
});
