import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '#platform/database.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { migrations } from '../index.ts';
import { cookieOf, type OpenIdentity, openIdentity } from '../testing/open-identity.ts';

const password = 'correct horse battery';

describe('a factory that other machines can reach', () => {
  let handle: DatabaseHandle;
  let open: OpenIdentity;

  beforeAll(async () => {
    handle = await openTestDatabase(migrations);
  });
  afterAll(() => handle.close());
  afterEach(() => open.close());

  it.each([{ HOST: '0.0.0.0' }, { HOST: '192.168.1.7' }, { PUBLIC_URL: 'https://f.example' }])(
    'that listens as %j lets nobody work before there is a password',
    async (config) => {
      open = await openIdentity(handle, config);
      const cookie = await open.cookieFor();
      const work = await open.as(cookie, 'POST', '/work');

      expect((await open.as(cookie, 'GET', '/session')).json().needsPassword).toBe(true);
      expect(work.json()).toMatchObject({ status: 403, type: '/problems/password-required' });
      for (const path of ['/api-keys', '/nowhere', '/session/password'])
        expect((await open.as(cookie, 'GET', path)).statusCode).toBe(403);

      const set = await open.as(cookie, 'PUT', '/session/password', { password });
      expect(set.json()).toMatchObject({ needsPassword: false });
      expect((await open.as(cookie, 'POST', '/work')).statusCode).toBe(200);
    },
  );

  it('lets work who signs in when a password is set, and who holds a key', async () => {
    open = await openIdentity(handle, { HOST: '0.0.0.0' });
    await open.as(await open.cookieFor(), 'PUT', '/session/password', { password });

    for (const cookie of [await open.cookieFor(), await open.cookieFor({ password })])
      expect((await open.as(cookie, 'GET', '/work')).statusCode).toBe(200);
    const headers = { authorization: `Bearer ${open.key}` };
    expect((await open.send('GET', '/work', { headers })).statusCode).toBe(200);
  });

  it('lets sign out who has no password', async () => {
    open = await openIdentity(handle, { HOST: '0.0.0.0' });
    const cookie = await open.cookieFor();
    expect((await open.as(cookie, 'DELETE', '/session')).statusCode).toBe(204);
  });

  it('is published under its name: links lead there, cookies are for https', async () => {
    open = await openIdentity(handle, { PUBLIC_URL: 'https://factory.example' });
    const { url } = await open.identity.sessions.createLink(open.organisationId);
    const headers = { host: 'factory.example', origin: 'https://factory.example' };
    const signedIn = await open.signIn({ token: url.split('#')[1] }, headers);
    const cookie = cookieOf(signedIn.headers['set-cookie']);
    const set = (more: object) =>
      open.send('PUT', '/session/password', {
        payload: { password },
        headers: { ...headers, cookie, ...more },
      });

    expect(url).toMatch(/^https:\/\/factory\.example\/sign-in#/);
    expect(signedIn.headers['set-cookie']).toContain('; Secure');
    expect((await set({ origin: 'http://factory.example' })).statusCode).toBe(403);
    expect((await set({ host: 'evil.example' })).statusCode).toBe(403);
    expect((await set({})).statusCode).toBe(200);
  });
});
