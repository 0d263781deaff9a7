import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '#platform/database.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { migrations } from '../index.ts';
import { cookieOf, type OpenIdentity, openIdentity, own } from '../testing/open-identity.ts';

const password = 'correct horse battery';
const DAY = 86_400_000;

describe('a session of the owner', () => {
  let handle: DatabaseHandle;
  let open: OpenIdentity;
  let cookie: string;

  beforeAll(async () => {
    handle = await openTestDatabase(migrations);
  });
  afterAll(() => handle.close());
  beforeEach(async () => {
    open = await openIdentity(handle);
    cookie = await open.cookieFor();
  });
  afterEach(() => open.close());

  const work = (with_ = cookie) => open.as(with_, 'GET', '/work');
  const typeOf = (response: { json(): { type: string } }) => response.json().type;
  const bearer = () => ({ ...own, authorization: `Bearer ${open.key}` });

  it('says of itself what a page needs', async () => {
    const response = await open.as(cookie, 'GET', '/session');

    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.json()).toEqual({
      id: expect.stringMatching(/^ses_/),
      organisationId: open.organisationId,
      createdAt: '2026-01-01T00:00:00.000Z',
      expiresAt: '2026-01-31T00:00:00.000Z',
      needsPassword: false,
    });
  });

  it.each([
    ['no cookie', {}],
    ['a cookie of nobody', { cookie: `ql_session=${'a'.repeat(43)}` }],
    ['an empty cookie', { cookie: 'ql_session=' }],
    ['a long cookie', { cookie: `ql_session=${'a'.repeat(8_000)}` }],
    ['a cookie that is none', { cookie: 'ql_session=%E0%A4%A' }],
  ])('is nobody with %s', async (_case, headers) => {
    for (const path of ['/session', '/work'])
      expect(await open.send('GET', path, { headers: { ...own, ...headers } })).toMatchObject({
        statusCode: 401,
        headers: { 'www-authenticate': 'Bearer realm="quantumlayer"' },
      });
  });

  it.each(['GET', 'DELETE'] as const)('is not what an API key has: %s', async (method) => {
    const response = await open.send(method, '/session', { headers: { ...bearer(), cookie } });
    expect(response.statusCode).toBe(401);
    expect(typeOf(response)).toBe('/problems/session-required');
    expect((await work()).statusCode).toBe(200);
  });

  it.each(['Bearer ql_x', 'Basic cWw6cWw=', ''])(
    'does not help beside the Authorization header %j',
    async (authorization) => {
      const headers = { ...own, cookie, authorization };
      expect((await open.send('GET', '/work', { headers })).statusCode).toBe(401);
    },
  );

  it('ends on the server when it is signed out, and its cookie is cleared', async () => {
    const response = await open.as(cookie, 'DELETE', '/session');

    expect(response.statusCode).toBe(204);
    expect(response.headers['set-cookie']).toMatch(
      /^ql_session=; Max-Age=0; Path=\/;.* HttpOnly; SameSite=Strict$/,
    );
    expect((await work()).statusCode).toBe(401);
    expect((await open.as(cookie, 'DELETE', '/session')).statusCode).toBe(401);
  });

  it('leaves other sessions alone when it ends', async () => {
    const other = await open.cookieFor();
    await open.as(cookie, 'DELETE', '/session');
    expect((await work(other)).statusCode).toBe(200);
  });

  describe('in time', () => {
    it('lives 30 days without use', async () => {
      open.clock.advance(30 * DAY - 1);
      expect((await work()).statusCode).toBe(200);
    });

    it('expires after that', async () => {
      open.clock.advance(30 * DAY);
      expect((await work()).statusCode).toBe(401);
    });

    it('lives on with use, and the browser is told', async () => {
      for (let use = 0; use < 4; use += 1) {
        open.clock.advance(29 * DAY);
        const response = await work();
        expect(response.statusCode).toBe(200);
        expect(cookieOf(response.headers['set-cookie'])).toBe(cookie);
        expect(response.headers['set-cookie']).toContain('Max-Age=2592000');
      }
    });

    it('is written down once a minute', async () => {
      const lastUse = async () =>
        (await handle.pool.query('select last_used_at from session')).rows[0].last_used_at;
      open.clock.advance(59_999);
      expect((await work()).headers['set-cookie']).toBeUndefined();
      expect(await lastUse()).toEqual(new Date('2026-01-01T00:00:00Z'));
      open.clock.advance(1);
      expect((await work()).headers['set-cookie']).toBeDefined();
      expect(await lastUse()).toEqual(new Date('2026-01-01T00:01:00Z'));
    });
  });

  describe('and pages of others', () => {
    const send = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', headers: Record<string, string>) =>
      open.send(method, '/work', { headers: { host: '127.0.0.1:4000', cookie, ...headers } });

    it.each<['GET' | 'POST' | 'PUT' | 'DELETE', Record<string, string>, number]>([
      ['POST', { 'sec-fetch-site': 'same-origin' }, 200],
      ['POST', { 'sec-fetch-site': 'same-site' }, 403],
      ['POST', { 'sec-fetch-site': 'cross-site' }, 403],
      ['POST', { 'sec-fetch-site': 'none' }, 403],
      ['POST', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 403],
      ['POST', { origin: 'http://127.0.0.1:4000' }, 200],
      ['POST', { origin: 'http://127.0.0.1:5000' }, 403],
      ['POST', { origin: 'https://127.0.0.1:4000' }, 403],
      ['POST', { origin: `http://${'a'.repeat(40)}.localhost:4000` }, 403],
      ['POST', { origin: 'null' }, 403],
      ['POST', {}, 403],
      ['PUT', {}, 403],
      ['DELETE', { 'sec-fetch-site': 'cross-site' }, 403],
      ['GET', {}, 200],
      ['GET', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }, 200],
      ['GET', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }, 200],
      ['GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 200],
      ['GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }, 403],
      ['GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
      ['GET', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }, 403],
      ['GET', { origin: 'http://evil.example' }, 403],
    ])('%s with %j answers %i', async (method, headers, status) => {
      const response = await send(method, headers);
      expect(response.statusCode).toBe(status);
      if (status === 403) expect(typeOf(response)).toBe('/problems/cross-site-request');
    });

    it.each([
      ['127.0.0.1:4000', 200],
      ['localhost:4000', 200],
      ['[::1]:4000', 200],
      ['evil.example:4000', 403],
      ['rebound.evil.example', 403],
      [`${'a'.repeat(40)}.localhost:4000`, 403],
      ['192.168.1.7:4000', 403],
    ])('under the name %s answers %i', async (host, status) => {
      const response = await send('GET', { host, 'sec-fetch-site': 'same-origin' });
      expect(response.statusCode).toBe(status);
      if (status === 403) expect(typeOf(response)).toBe('/problems/host-not-allowed');
    });

    it('are no matter for an API key, which no browser sends by itself', async () => {
      const authorization = `Bearer ${open.key}`;
      const headers = { authorization, host: 'evil.example', 'sec-fetch-site': 'cross-site' };
      expect((await send('POST', headers)).statusCode).toBe(200);
    });
  });

  describe('with PUT /session/password', () => {
    const put = (with_: string, body: object) => open.as(with_, 'PUT', '/session/password', body);

    it('sets it, goes on itself and ends every other', async () => {
      const others = [await open.cookieFor(), await open.cookieFor()];
      const response = await put(cookie, { password });

      expect(response.json()).toMatchObject({ needsPassword: false });
      expect((await work()).statusCode).toBe(200);
      for (const other of others) expect((await work(other)).statusCode).toBe(401);
    });

    it('needs the current one, unless it came from a link', async () => {
      await put(cookie, { password });
      const byPassword = await open.cookieFor({ password });
      const next = { password: 'another good password' };
      const missing = await put(byPassword, next);
      const wrong = await put(byPassword, { ...next, current: 'wrong' });
      const right = await put(byPassword, { ...next, current: password });
      const byLink = await put(await open.cookieFor(), { password: 'forgotten and new' });

      expect(missing.json()).toMatchObject({
        status: 422,
        type: '/problems/current-password-missing',
      });
      expect(wrong.json()).toMatchObject({ status: 401, type: '/problems/password-wrong' });
      expect([right.statusCode, byLink.statusCode]).toEqual([200, 200]);
      expect((await open.signIn({ password: 'forgotten and new' })).statusCode).toBe(201);
      expect((await open.signIn({ password })).statusCode).toBe(401);
    });

    it('counts wrong ones like those of a sign-in', async () => {
      await put(cookie, { password });
      const byPassword = await open.cookieFor({ password });
      const guess = () => put(byPassword, { password, current: 'wrong' });
      for (let count = 0; count < 5; count += 1) expect((await guess()).statusCode).toBe(401);
      const limited = await guess();

      expect(limited.statusCode).toBe(429);
      expect(limited.headers['retry-after']).toBe('900');
      expect((await open.signIn({ password })).statusCode).toBe(429);
    });

    it.each([
      [{ password: 'x'.repeat(11) }, '/password'],
      [{ password: 'x'.repeat(201) }, '/password'],
      [{}, '/password'],
      [{ password, current: '' }, '/current'],
      [{ password, admin: true }, '/'],
    ])('refuses %j', async (body, pointer) => {
      const response = await put(cookie, body);
      expect(response.json()).toMatchObject({ status: 422, errors: [{ pointer }] });
      expect(response.body).not.toContain('xxx');
    });

    it.each([12, 200])('takes %i characters', async (length) => {
      expect((await put(cookie, { password: 'x'.repeat(length) })).statusCode).toBe(200);
    });

    it('is for sessions only', async () => {
      const response = await open.send('PUT', '/session/password', {
        headers: bearer(),
        payload: { password },
      });
      expect(typeOf(response)).toBe('/problems/session-required');
    });
  });
});
