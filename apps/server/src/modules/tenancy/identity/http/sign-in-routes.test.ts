import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '#platform/database.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { migrations } from '../index.ts';
import {
  cookieOf,
  type OpenIdentity,
  ORIGIN,
  openIdentity,
  own,
} from '../testing/open-identity.ts';

const password = 'correct horse battery';
const MINUTE = 60_000;

describe('POST /session', () => {
  let handle: DatabaseHandle;
  let open: OpenIdentity;

  beforeAll(async () => {
    handle = await openTestDatabase(migrations);
  });
  afterAll(() => handle.close());
  beforeEach(async () => {
    open = await openIdentity(handle);
  });
  afterEach(() => open.close());

  const typeOf = (response: { json(): { type: string } }) => response.json().type;
  async function setPassword(): Promise<string> {
    const cookie = await open.cookieFor();
    expect((await open.as(cookie, 'PUT', '/session/password', { password })).statusCode).toBe(200);
    return cookie;
  }

  describe('with a link', () => {
    it('answers the session and a cookie that no script and no other site gets', async () => {
      const response = await open.signIn({ token: await open.newToken() });

      expect(response.statusCode).toBe(201);
      expect(response.headers['cache-control']).toBe('no-store');
      expect(response.headers['set-cookie']).toMatch(
        /^ql_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/,
      );
      expect(response.json()).toEqual({
        id: expect.stringMatching(/^ses_/),
        organisationId: open.organisationId,
        createdAt: '2026-01-01T00:00:00.000Z',
        expiresAt: '2026-01-31T00:00:00.000Z',
        needsPassword: false,
      });
    });

    it('lets the browser in', async () => {
      const cookie = await open.cookieFor();
      const response = await open.as(cookie, 'GET', '/work');
      expect(response.json()).toEqual({ organisationId: open.organisationId });
    });

    it('works once', async () => {
      const token = await open.newToken();
      await open.signIn({ token });
      const again = await open.signIn({ token });

      expect(again.statusCode).toBe(401);
      expect(again.headers['set-cookie']).toBeUndefined();
      expect(again.json()).toMatchObject({
        type: '/problems/sign-in-link-invalid',
        detail: expect.stringContaining('npm run ql -- open'),
      });
    });

    it('works once however many use it at the same moment', async () => {
      const token = await open.newToken();
      const answers = await Promise.all(Array.from({ length: 12 }, () => open.signIn({ token })));
      const statuses = answers.map(({ statusCode }) => statusCode);
      expect(statuses.filter((status) => status === 201)).toHaveLength(1);
      expect(statuses.filter((status) => status === 401)).toHaveLength(11);
    });

    it.each([
      [15 * MINUTE - 1, 201],
      [15 * MINUTE, 401],
    ])('%i ms after it was made answers %i', async (age, status) => {
      const token = await open.newToken();
      open.clock.advance(age);
      expect((await open.signIn({ token })).statusCode).toBe(status);
    });

    it.each(['x', 'a'.repeat(43), "' or 1=1 --", '../../etc/passwd'])(
      'refuses the token %s',
      async (token) => {
        const response = await open.signIn({ token });
        expect(response.statusCode).toBe(401);
        expect(typeOf(response)).toBe('/problems/sign-in-link-invalid');
      },
    );

    it('takes the token of no session', async () => {
      const cookie = await open.cookieFor();
      const response = await open.signIn({ token: cookie.slice('ql_session='.length) });
      expect(response.statusCode).toBe(401);
    });
  });

  it.each([
    [{}],
    [{ token: '' }],
    [{ password: '' }],
    [{ token: 'x', password: 'y' }],
    [{ token: 'x', organisationId: 'org_1' }],
    [{ password: 'x'.repeat(201) }],
    [{ token: 7 }],
    [null],
  ])('refuses the body %j', async (body) => {
    const response = await open.send('POST', '/session', {
      headers: { ...own, 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    });
    expect(response.statusCode).toBe(422);
  });

  describe('a cookie that the client brings', () => {
    const given = `ql_session=${'a'.repeat(43)}`;

    it('is never adopted', async () => {
      const token = await open.newToken();
      const made = cookieOf(
        (await open.signIn({ token }, { ...own, cookie: given })).headers['set-cookie'],
      );

      expect(made).not.toBe(given);
      expect((await open.as(given, 'GET', '/work')).statusCode).toBe(401);
      expect((await open.as(made, 'GET', '/work')).statusCode).toBe(200);
    });

    it('ends when it was a session: the new one has another id and token', async () => {
      const before = await open.cookieFor();
      const { id } = (await open.as(before, 'GET', '/session')).json();
      const response = await open.signIn(
        { token: await open.newToken() },
        { ...own, cookie: before },
      );

      expect(response.json().id).not.toBe(id);
      expect(cookieOf(response.headers['set-cookie'])).not.toBe(before);
      expect((await open.as(before, 'GET', '/work')).statusCode).toBe(401);
    });

    it('stays a session when the sign-in fails', async () => {
      const before = await open.cookieFor();
      await open.signIn({ token: 'x' }, { ...own, cookie: before });
      expect((await open.as(before, 'GET', '/work')).statusCode).toBe(200);
    });
  });

  describe('with a password', () => {
    it('lets in by the right one', async () => {
      await setPassword();
      const cookie = await open.cookieFor({ password });
      expect((await open.as(cookie, 'GET', '/work')).statusCode).toBe(200);
    });

    it('takes the same characters in another composition', async () => {
      const cookie = await open.cookieFor();
      await open.as(cookie, 'PUT', '/session/password', { password: 'Tür und Angel 1' });
      expect((await open.signIn({ password: 'Tu\u0308r und Angel 1' })).statusCode).toBe(201);
    });

    it.each([true, false])('refuses a wrong one in the same words, set: %s', async (isSet) => {
      if (isSet) await setPassword();
      const response = await open.signIn({ password: 'another horse' });

      expect(response.statusCode).toBe(401);
      expect(response.headers['set-cookie']).toBeUndefined();
      expect(response.json()).toMatchObject({ type: '/problems/password-wrong' });
    });
  });

  describe('after five wrong passwords', () => {
    const wrong = (address: string) => open.signIn({ password: 'no' }, own, address);
    const right = (address: string) => open.signIn({ password }, own, address);

    beforeEach(async () => {
      await setPassword();
      for (let count = 0; count < 5; count += 1) {
        expect((await wrong('192.0.2.1')).statusCode).toBe(401);
        open.clock.advance(MINUTE);
      }
    });

    it('refuses even the right one from that address, and says how long', async () => {
      const response = await right('192.0.2.1');

      expect(response.statusCode).toBe(429);
      expect(response.headers['retry-after']).toBe('600');
      expect(response.headers['set-cookie']).toBeUndefined();
      expect(response.json()).toMatchObject({
        type: '/problems/sign-in-limited',
        retryAfterSeconds: 600,
      });
    });

    it('opens again when the first of them is 15 minutes old', async () => {
      open.clock.advance(10 * MINUTE - 1);
      expect((await right('192.0.2.1')).statusCode).toBe(429);
      open.clock.advance(1);
      expect((await right('192.0.2.1')).statusCode).toBe(201);
    });

    it('goes on from other addresses, and with links', async () => {
      expect((await right('192.0.2.2')).statusCode).toBe(201);
      const byLink = await open.signIn({ token: await open.newToken() }, own, '192.0.2.1');
      expect(byLink.statusCode).toBe(201);
    });
  });

  it('lets no more than five of many wrong passwords be tried at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 9 }, () => open.signIn({ password: 'no' }, own, '2001:db8::1')),
    );
    const statuses = answers.map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429]);
    const neighbour = await open.signIn({ password: 'no' }, own, '2001:db8::2:3');
    expect(neighbour.statusCode).toBe(429);
  });

  it.each([
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }, 'cross-site-request'],
    ['a preview', { 'sec-fetch-site': 'same-site' }, 'cross-site-request'],
    ['another origin', { origin: 'http://evil.example' }, 'cross-site-request'],
    ['a foreign name', { host: 'evil.example:4000' }, 'host-not-allowed'],
  ])('is not for %s', async (_case, headers, code) => {
    const token = await open.newToken();
    const sent = { host: '127.0.0.1:4000', ...headers };
    const response = await open.signIn({ token }, sent);

    expect(response.statusCode).toBe(403);
    expect(typeOf(response)).toBe(`/problems/${code}`);
    expect((await open.signIn({ token })).statusCode).toBe(201);
  });

  it.each([
    ['by https', { 'x-forwarded-proto': 'https' }, true],
    ['by http', {}, false],
  ])('%s, marks the cookie so', async (_case, headers, isSecure) => {
    const sent = { host: '127.0.0.1:4000', ...headers };
    const response = await open.signIn({ token: await open.newToken() }, sent);
    expect(String(response.headers['set-cookie']).includes('; Secure')).toBe(isSecure);
  });

  it('leaves no token and no password in log or database', async () => {
    const token = await open.newToken();
    const cookie = await open.cookieFor({ token });
    await open.as(cookie, 'PUT', '/session/password', { password });
    await open.cookieFor({ password });
    await open.signIn({ password: 'mistyped secret' });
    await open.signIn({ token: `${token}x`, password: 'mistyped secret' });
    const tables = ['session', 'sign_in_link', 'owner_password'];
    const rows = await Promise.all(
      tables.map((name) => handle.pool.query(`select * from ${name}`)),
    );
    const kept = JSON.stringify(rows.map((result) => result.rows)) + open.log.join('');

    expect(open.log.length).toBeGreaterThan(5);
    for (const secret of [token, cookie.slice('ql_session='.length), password, 'mistyped secret'])
      expect(kept).not.toContain(secret);
  });

  it('makes links that lead to the page of this server, behind a fragment', async () => {
    const response = await open.send('POST', '/sign-in-links', {
      headers: { authorization: `Bearer ${open.key}` },
    });
    const { url, expiresAt } = response.json();

    expect(response.statusCode).toBe(201);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(url).toMatch(new RegExp(`^${ORIGIN}/sign-in#[\\w-]{43}$`));
    expect(expiresAt).toBe('2026-01-01T00:15:00.000Z');
    expect((await open.signIn({ token: url.split('#')[1] })).statusCode).toBe(201);
  });

  it('lets no session make links', async () => {
    const response = await open.as(await open.cookieFor(), 'POST', '/sign-in-links');
    expect(response.statusCode).toBe(403);
    expect(typeOf(response)).toBe('/problems/api-key-required');
  });
});
