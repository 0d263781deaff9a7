import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
// @if signUpAlone
import { adminRole, firstRole, roles } from '../src/people/roles.ts';
// @end
// @if !signUpAlone
import { adminRole, roles } from '../src/people/roles.ts';
// @end
import { createSessionCookie } from '../src/people/session-cookie.ts';
// @if signUpTeams
import { sampleTeam, teamPath, teamTable } from '../src/people/team.ts';
// @end
// @if signUpAlone
import { app, call, callers, database, expectProblemAt } from './support/api.ts';
import { nobody } from './support/callers.ts';
// @end
// @if signUpTeams
import { app, call, callers, database, expectPage, expectProblemAt, ids } from './support/api.ts';
import { nobody } from './support/callers.ts';
// @end
// @if !signUp
import { app, call, callers, database } from './support/api.ts';
// @end
import {
  addAccount,
  newAddress,
  PASSWORD,
  sessionStatus,
  trySignIn,
} from './support/credentials.ts';

describe('signing in', () => {
// @if signUpAlone
  it('makes an account of the first role for who signs up, and signs in to it', async () => {
    const credentials = { email: 'New@example.com', password: PASSWORD };
    const { status, headers, body } = await call('POST', '/api/auth/sign-up', credentials, nobody);
    assert.equal(status, 201);
    assert.deepEqual([body.email, body.role], ['new@example.com', firstRole]);
    const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    assert.equal(await sessionStatus({ headers: { cookie } }), 200);
    await expectProblemAt('/email', 409, 'POST', '/api/auth/sign-up', credentials, nobody);
  });

  it('lets nobody choose a role or a poor password at sign-up', async () => {
    const url = '/api/auth/sign-up';
    const body = { email: 'other@example.com', password: PASSWORD };
    await expectProblemAt('/role', 422, 'POST', url, { ...body, role: adminRole }, nobody);
    for (const password of ['short', 'Password123']) {
      await expectProblemAt('/password', 422, 'POST', url, { ...body, password }, nobody);
    }
  });

// @end
// @if signUpTeams
  it('makes an account with a team that it manages for who signs up, and signs in to it', async () => {
    const credentials = { email: 'New@example.com', password: PASSWORD, team: sampleTeam(6_000) };
    const { status, headers, body } = await call('POST', '/api/auth/sign-up', credentials, nobody);
    assert.equal(status, 201);
    assert.deepEqual([body.email, body.role], ['new@example.com', adminRole]);
    const as = { headers: { cookie: String(headers['set-cookie']).split(';')[0] ?? '' } };
    assert.equal(await sessionStatus(as), 200);
    const teams = (await expectPage(teamPath, as)).items;
    assert.deepEqual(ids(teams), [body.teamId]);
    const count = await database.$count(teamTable);
    const again = { ...credentials, team: sampleTeam(6_001) };
    await expectProblemAt('/email', 409, 'POST', '/api/auth/sign-up', again, nobody);
    assert.equal(await database.$count(teamTable), count);
  });

  it('lets nobody choose a role, a team that there is or a poor password at sign-up', async () => {
    const url = '/api/auth/sign-up';
    const body = { email: 'other@example.com', password: PASSWORD, team: sampleTeam(6_002) };
    await expectProblemAt('/role', 422, 'POST', url, { ...body, role: adminRole }, nobody);
    const { teamId } = callers.forRole(adminRole);
    await expectProblemAt('/teamId', 422, 'POST', url, { ...body, teamId }, nobody);
    await expectProblemAt('/team', 422, 'POST', url, { ...body, team: undefined }, nobody);
    for (const password of ['short', 'Password123']) {
      await expectProblemAt('/password', 422, 'POST', url, { ...body, password }, nobody);
    }
  });

// @end
  it('keeps the cookie from scripts and other sites, and in production from plain HTTP', async () => {
    const { email } = await addAccount(adminRole);
    const { setCookie } = await trySignIn(email, PASSWORD);
    assert.match(setCookie, /^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/);
    assert.match(
      createSessionCookie(true).write('token'),
      /^__Host-session=token; Path=\/; HttpOnly; SameSite=Strict; Secure; Max-Age=\d+$/,
    );
  });

  it('says who is signed in, whatever the role', async () => {
    for (const role of roles) {
      const { email, id } = await addAccount(role);
      const { as, status } = await trySignIn(email.toUpperCase(), PASSWORD);
      assert.equal(status, 200);
      const { body } = await call('GET', '/api/auth/session', undefined, as);
      assert.deepEqual([body.id, body.email, body.role], [id, email, role]);
    }
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const { email } = await addAccount(adminRole);
    const wrong = await trySignIn(email, 'another long phrase');
    const unknown = await trySignIn('nobody@example.com', 'another long phrase');
    assert.deepEqual([wrong.status, unknown.status], [401, 401]);
    const { instance: _one, ...first } = wrong.body;
    const { instance: _other, ...second } = unknown.body;
    assert.deepEqual(first, second);
  });

  it('ends the session at sign-out, also for who kept the cookie', async () => {
    const { email } = await addAccount(adminRole);
    const { as } = await trySignIn(email, PASSWORD);
    const { status, headers } = await call('POST', '/api/auth/sign-out', undefined, as);
    assert.equal(status, 204);
    assert.match(String(headers['set-cookie']), /^session=;.*Max-Age=0$/);
    assert.equal(await sessionStatus(as), 401);
  });

  it('gives a new token at every sign-in and takes none that it did not give', async () => {
    const { email } = await addAccount(adminRole);
    const { as } = await trySignIn(email, PASSWORD);
    const credentials = { email, password: PASSWORD };
    const { headers } = await call('POST', '/api/auth/sign-in', credentials, as);
    const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    assert.notEqual(cookie, as.headers.cookie);
    assert.equal(await sessionStatus(as), 401);
    assert.equal(await sessionStatus({ headers: { cookie } }), 200);
    const forged = { headers: { cookie: `session=${'A'.repeat(43)}` } };
    assert.equal(await sessionStatus(forged), 401);
  });

  it('ends a session that was idle, that is old, or whose account was switched off', async () => {
    const changes = [
      sql`update session set last_used_at = now() - interval '13 hours'`,
      sql`update session set expires_at = now() - interval '1 second'`,
      sql`update account set is_active = false`,
    ];
    for (const change of changes) {
      const { id, headers } = await callers.add(adminRole);
      assert.equal(await sessionStatus({ headers }), 200);
      const column = change === changes[2] ? sql`id` : sql`account_id`;
      await database.execute(sql`${change} where ${column} = ${id}`);
      assert.equal(await sessionStatus({ headers }), 401);
    }
  });

  it('notes that a session is in use', async () => {
    const { id, headers } = await callers.add(adminRole);
    const ago = sql`update session set last_used_at = now() - interval '2 hours'`;
    await database.execute(sql`${ago} where account_id = ${id}`);
    assert.equal(await sessionStatus({ headers }), 200);
    const isFresh = sql`account_id = ${id} and last_used_at > now() - interval '1 minute'`;
    assert.equal(await database.$count(sql`session`, isFresh), 1);
  });

  it('keeps neither passwords nor tokens in the database', async () => {
    const { email } = await addAccount(adminRole);
    const { as } = await trySignIn(email, PASSWORD);
    const token = as.headers.cookie.replace('session=', '');
    for (const table of ['account', 'session', 'audit_entry', 'attempt']) {
      for (const secret of [PASSWORD, token]) {
        const holds = sql`strpos(row_to_json(t)::text, ${secret}) > 0`;
        assert.equal(await database.$count(sql.raw(`"${table}" t`), holds), 0, table);
      }
    }
  });
});

describe('guessing passwords', () => {
  it('has to wait after five failures, however many tries come at once', async () => {
    const { email } = await addAccount(adminRole);
    const tries = Array.from({ length: 12 }, () => trySignIn(email, 'another long phrase'));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 401).length, 5);
    const { status, headers } = await trySignIn(email, PASSWORD);
    assert.equal(status, 429);
    assert.ok(Number(headers['retry-after']) > 20);
  });

  it('waits twice as long after each further failure, and not at all after a success', async () => {
    const { email } = await addAccount(adminRole);
    const key = `account ${email}`;
    const over = sql`update attempt set blocked_until = now() - interval '1 second' where key = ${key}`;
    for (const _failure of [1, 2, 3, 4, 5]) await trySignIn(email, 'another long phrase');
    await database.execute(over);
    await trySignIn(email, 'another long phrase');
    const { headers } = await trySignIn(email, PASSWORD);
    assert.ok(Number(headers['retry-after']) > 50);
    await database.execute(over);
    assert.equal((await trySignIn(email, PASSWORD)).status, 200);
    assert.equal(await database.$count(sql`attempt`, sql`key = ${key}`), 0);
  });

  it('is slowed down for one address that tries many accounts', async () => {
    const address = newAddress();
    const statuses: number[] = [];
    for (let n = 0; n < 31; n += 1) {
      statuses.push((await trySignIn(`guess-${n}@example.com`, PASSWORD, address)).status);
    }
    assert.deepEqual(new Set(statuses.slice(0, 30)), new Set([401]));
    assert.equal(statuses[30], 429);
    // Behind no proxy nobody says which address it is.
    const forwarded = await app.inject({
      ...{ method: 'POST', url: '/api/auth/sign-in', remoteAddress: address },
      headers: { 'x-forwarded-for': newAddress() },
      payload: { email: 'guess-98@example.com', password: PASSWORD },
    });
    assert.equal(forwarded.statusCode, 429);
    assert.equal((await trySignIn('guess-99@example.com', PASSWORD)).status, 401);
  });
});

describe('requests of other sites', () => {
  const url = '/api/auth/sign-out';

  it('are refused by what browsers say of them', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
    ]) {
      const caller = callers.forRole(adminRole);
      const as = { headers: { ...caller.headers, ...headers } };
      const { status, body } = await call('POST', url, undefined, as);
      assert.deepEqual([status, body.type], [403, 'urn:problem:cross-origin']);
    }
  });

  it('are told from those of the own pages', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'same-origin', origin: 'http://localhost' },
      { origin: 'http://localhost', host: 'localhost' },
    ]) {
      const caller = await callers.add(adminRole);
      const as = { headers: { ...caller.headers, ...headers } };
      assert.equal((await call('POST', url, undefined, as)).status, 204);
    }
  });

  it('cannot be forms', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/api/auth/sign-in',
      headers: { 'content-type': 'text/plain' },
      payload: JSON.stringify({ email: 'a@example.com', password: PASSWORD }),
    });
    assert.equal(response.statusCode, 415);
  });

  it('may not read answers', async () => {
    const { headers } = await call('GET', '/api/auth/session', undefined, {
      headers: { origin: 'https://elsewhere.example' },
    });
    assert.equal(headers['access-control-allow-origin'], undefined);
  });
});
