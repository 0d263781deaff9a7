import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '#platform/database.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { createPostgresOwnerPasswordRepository } from './adapters/postgres-owner-password-repository.ts';
import { createPostgresSessionRepository } from './adapters/postgres-session-repository.ts';
import { startSession } from './domain/session.ts';
import { migrations, type SessionService } from './index.ts';
import { type OpenIdentity, openIdentity } from './testing/open-identity.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

describe('SessionService', () => {
  let handle: DatabaseHandle;
  let open: OpenIdentity;
  let service: SessionService;

  beforeAll(async () => {
    handle = await openTestDatabase(migrations);
  });
  afterAll(() => handle.close());
  beforeEach(async () => {
    open = await openIdentity(handle);
    service = open.identity.sessions;
  });
  afterEach(() => open.close());

  const signIn = async () => service.signInByLink(await open.newToken());
  const count = async (table: string) =>
    Number((await handle.pool.query(`select count(*) from ${table}`)).rows[0].count);
  const change = (password: string) => ({ password, current: undefined, address: '' });
  const signInWith = (password: string) =>
    service.signInByPassword({ organisationId: open.organisationId, address: '', password });

  it('gives every session an id and a token of its own', async () => {
    const signedIn = [await signIn(), await signIn(), await signIn()];
    expect(new Set(signedIn.map(({ session }) => session.id)).size).toBe(3);
    expect(new Set(signedIn.map(({ token }) => token)).size).toBe(3);
  });

  it('prunes what has expired and leaves the rest', async () => {
    await signIn();
    await open.newToken();
    expect(await service.prune()).toBe(0);
    open.clock.advance(15 * MINUTE);
    expect(await service.prune()).toBe(2);
    const { token } = await signIn();
    open.clock.advance(30 * DAY - 15 * MINUTE);
    expect(await service.prune()).toBe(2);
    expect([await count('session'), await count('sign_in_link')]).toEqual([1, 0]);
    await expect(service.useSession(token)).resolves.toBeDefined();
  });

  it('keeps a session that has ended until it would have expired, and never opens it again', async () => {
    const { session, token } = await signIn();
    await service.endSession(session);
    open.clock.advance(10 * MINUTE);
    await service.endSession(session);
    await createPostgresSessionRepository(handle.database).markUsed({
      ...session,
      lastUsedAt: open.clock(),
    });
    const { rows } = await handle.pool.query('select ended_at, last_used_at from session');

    expect(rows).toEqual([{ ended_at: session.createdAt, last_used_at: session.createdAt }]);
    await expect(service.useSession(token)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('ends no session of another organisation', async () => {
    const { session, token } = await signIn();
    await service.endSession({ ...session, organisationId: 'org_other' });
    await expect(service.useSession(token)).resolves.toBeDefined();
  });

  it('lets nobody stay who signs in with a password that is changed at this moment', async () => {
    const { session } = await signIn();
    await service.setPassword(session, change('the first password'));
    const tries = Array.from({ length: 4 }, () => signInWith('the first password'));
    const [changed, ...tried] = await Promise.allSettled([
      service.setPassword(session, change('the second password')),
      ...tries,
    ]);
    const { rows } = await handle.pool.query('select id from session where ended_at is null');

    expect(changed?.status).toBe('fulfilled');
    expect(tried).toHaveLength(4);
    expect(rows).toEqual([{ id: session.id }]);
  });

  it('makes no session under a password that is no longer in force', async () => {
    const sessions = createPostgresSessionRepository(handle.database);
    const passwords = createPostgresOwnerPasswordRepository(handle.database);
    const { organisationId } = open;
    const session = startSession(
      {
        ...{ id: 'ses_1', organisationId, tokenHash: 'x', needsPassword: false },
        signedInBy: 'password',
      },
      open.clock(),
    );
    expect(await sessions.insertUnderPassword(session, 'old')).toBe(false);
    await passwords.replace({ organisationId, hash: 'new', changedAt: open.clock() }, '');
    expect(await sessions.insertUnderPassword(session, 'old')).toBe(false);
    expect(await sessions.insertUnderPassword(session, 'new')).toBe(true);
    expect(await count('session')).toBe(1);
  });

  it('has one password, the one set last', async () => {
    const { session } = await signIn();
    await service.setPassword(session, change('the first password'));
    await service.setPassword(session, change('the second password'));

    expect(await count('owner_password')).toBe(1);
    await expect(signInWith('the second password')).resolves.toBeDefined();
    await expect(signInWith('the first password')).rejects.toMatchObject({
      code: 'password-wrong',
    });
  });
});
