import { describe, expect, it } from 'vitest';
import { attackLibrary, pickAttack, rowsOf } from '../testing/attack-library.ts';
import { attackPeople } from '../testing/attack-people.ts';
import type { Hole } from '../testing/people-app.ts';
import { NOT_STORED, sessionAttacks } from './session-attacks.ts';

const attackWith = (id: string, ...holes: Hole[]) =>
  attackPeople(pickAttack(sessionAttacks, id), { holes });

describe('attacks on sessions', () => {
  it.each(rowsOf(sessionAttacks))('%s finds nothing in a sound app', async (_id, attack) => {
    const { findings, sent, reason } = await attackPeople(attack);

    expect([findings, reason]).toEqual([[], undefined]);
    expect(sent.length).toBeGreaterThan(0);
  });

  it.each(rowsOf(sessionAttacks))('%s says that nobody signs in', async (_id, attack) => {
    const { sent, reason } = await attackLibrary(attack);

    expect([sent, reason]).toEqual([[], 'Nobody signs in to the app.']);
  });

  it('session-forged finds an app that believes what a cookie claims', async () => {
    const { findings } = await attackWith('session-forged', 'account-of-the-claim');
    const [cookie = ''] = findings.map(({ request }) => request.headers?.cookie);

    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      message: 'the session was taken',
      request: { method: 'GET', path: '/session' },
    });
    expect(
      JSON.parse(Buffer.from(cookie.slice('session='.length), 'base64url').toString()),
    ).toEqual({ role: 'keeper', sub: 'admin' });
  });

  it('session-forged finds an app that takes a header for a session', async () => {
    const { findings } = await attackPeople(pickAttack(sessionAttacks, 'session-forged'), {
      weakness: (send) => async (request) =>
        request.headers?.authorization?.startsWith('Basic ')
          ? { status: 200, contentType: 'application/json', headers: {}, body: '{}' }
          : send(request),
    });

    expect(findings).toMatchObject([
      {
        message: 'the header was taken',
        request: {
          path: '/session',
          headers: { cookie: '', authorization: 'Basic YWRtaW46YWRtaW4=' },
        },
      },
    ]);
  });

  it('session-fixation finds an app that keeps the planted session', async () => {
    const { findings, sent } = await attackWith('session-fixation', 'planted-session');

    expect(findings).toMatchObject([
      {
        message: 'the planted session is the one after the sign-in',
        request: {
          path: '/sign-in',
          headers: { cookie: expect.stringMatching(/^session=[\w-]{43}$/) },
        },
      },
    ]);
    expect(sent[1]?.headers).toEqual(sent[0]?.headers);
  });

  it('session-fixation takes a sign-in without a session of its own for a finding', async () => {
    const { findings } = await attackPeople(pickAttack(sessionAttacks, 'session-fixation'), {
      weakness: (send) => async (request) => {
        const isPlanted = request.path === '/sign-in' && request.headers?.cookie !== undefined;
        return isPlanted ? { ...(await send(request)), headers: {} } : send(request);
      },
    });

    expect(findings).toHaveLength(1);
  });

  it.each<[string, Hole]>([
    ['session-after-sign-out', 'session-outlives-sign-out'],
    ['session-after-password-change', 'old-session-after-change'],
  ])('%s finds %s', async (id, hole) => {
    const { findings, sent } = await attackWith(id, hole);

    expect(findings).toMatchObject([
      { message: 'the session is still taken', request: { method: 'GET', path: '/session' } },
    ]);
    expect(findings[0]?.request).toEqual(sent.at(-1));
  });

  it('session-after-password-change says that there is no change', async () => {
    const { sent, reason } = await attackPeople(
      pickAttack(sessionAttacks, 'session-after-password-change'),
      { believed: { passwordChange: null } },
    );

    expect([sent, reason]).toEqual([[], 'Passwords cannot be changed.']);
  });

  it('session-after-password-change says that the app refused the change', async () => {
    const { findings, reason } = await attackWith('session-after-password-change', 'no-change');

    expect([findings, reason]).toEqual([[], 'The password could not be changed.']);
  });

  it('session-cookie names each flag that is missing', async () => {
    const { findings } = await attackWith('session-cookie', 'plain-cookie');

    expect(findings.map(({ message }) => message)).toEqual([
      'the cookie has no HttpOnly',
      'the cookie has no Secure',
      'the cookie has no SameSite=(Strict|Lax)',
    ]);
    expect(new Set(findings.map(({ request }) => request.path))).toEqual(new Set(['/sign-in']));
  });

  it.each([
    ['; httponly; secure; samesite=strict', []],
    ['; HttpOnly; Secure; SameSite=None', ['the cookie has no SameSite=(Strict|Lax)']],
    ['; Secure; SameSite=Lax', ['the cookie has no HttpOnly']],
  ])('session-cookie judges a cookie with %s', async (flags, messages) => {
    const { findings } = await attackPeople(pickAttack(sessionAttacks, 'session-cookie'), {
      weakness: (send) => async (request) => {
        const response = await send(request);
        const cookie = response.headers['set-cookie']?.split(';')[0];
        return cookie === undefined
          ? response
          : { ...response, headers: { 'set-cookie': `${cookie}${flags}` } };
      },
    });

    expect(findings.map(({ message }) => message)).toEqual(messages);
  });

  it('session-guessable finds sessions that are counted', async () => {
    const { findings } = await attackWith('session-guessable', 'counted-sessions');

    expect(findings).toHaveLength(3);
    expect(findings[0]).toMatchObject({
      message: 'the token is not random',
      request: { method: 'POST', path: '/sign-in' },
    });
  });

  it('session-guessable finds an account that always gets the same session', async () => {
    const { findings } = await attackPeople(pickAttack(sessionAttacks, 'session-guessable'), {
      weakness: (send) => async (request) => {
        const response = await send(request);
        const isGiven =
          response.headers['set-cookie'] !== undefined && /reader/.test(request.body ?? '');
        const token = 'abcdefghijklmnopqrstuvwxyz0123456789';
        return isGiven ? { ...response, headers: { 'set-cookie': `session=${token}` } } : response;
      },
    });

    expect(findings).toHaveLength(2);
  });

  it('session-stored finds tokens that are kept as they are', async () => {
    const { findings } = await attackPeople(pickAttack(sessionAttacks, 'session-stored'), {
      stores: (_request, { headers }) => `..${headers['set-cookie'] ?? ''}..`,
    });

    expect(findings).toMatchObject([{ message: 'the token stands in wal' }]);
  });

  it('session-stored says so where the rows cannot be searched', async () => {
    const { findings, reason } = await attackPeople(pickAttack(sessionAttacks, 'session-stored'), {
      keepsRows: false,
    });

    expect([findings, reason]).toEqual([[], NOT_STORED]);
  });

  it('cross-site-request finds records that pages of other sites make', async () => {
    const { findings } = await attackWith('cross-site-request', 'any-site');
    const made = findings.filter(({ request }) => request.path === '/notes');

    expect(new Set(findings.map(({ message }) => message))).toEqual(
      new Set(['the request was carried out']),
    );
    expect(made.map(({ request: { headers } }) => headers)).toMatchObject([
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: 'https://other.app.localhost' },
    ]);
  });

  it('cross-site-request signs the keeper out last, and only once', async () => {
    const { findings, sent } = await attackWith('cross-site-request', 'any-site');

    expect(findings.filter(({ request }) => request.path === '/sign-out')).toHaveLength(1);
    expect(sent.at(-1)?.path).toBe('/sign-out');
  });
});
