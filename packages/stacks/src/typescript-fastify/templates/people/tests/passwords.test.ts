import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { readConfig } from '../src/config.ts';
import { createPasswordHasher } from '../src/people/password-hash.ts';
import { adminRole } from '../src/people/roles.ts';
import { accountTable } from '../src/people/tables.ts';
import { call, database, expectProblem, expectProblemAt, mails } from './support/api.ts';
import { nobody } from './support/callers.ts';
import { addAccount, PASSWORD, sessionStatus, trySignIn } from './support/credentials.ts';

const NEXT = 'a quite different phrase';
/** Of PASSWORD, as it was kept before Argon2id. */
const SCRYPT_HASH = 'scrypt$10$bj5EPKvm8Log_SFW9eLNag$I7yCBE-GPrTUcoiao_8-H-fGSBfzcXmumGTYap9VI_w';

describe('passwords', () => {
  it('are hashed with a salt of their own and what they were hashed with', async () => {
    const hasher = createPasswordHasher(10);
    const [one, other] = [await hasher.hash(PASSWORD), await hasher.hash(PASSWORD)];
    assert.notEqual(one, other);
    assert.match(one, /^\$argon2id\$v=19\$m=1024,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    assert.ok(await hasher.matches(PASSWORD, one));
    assert.ok(await createPasswordHasher(11).matches(PASSWORD, one));
    assert.equal(await hasher.matches(NEXT, one), false);
    assert.equal(await hasher.matches(PASSWORD, null), false);
    await assert.rejects(hasher.matches(PASSWORD, 'md5$0$aa$bb'), /not known/);
  });

  it('cost no less in production than is recommended', () => {
    const production = { NODE_ENV: 'production' };
    assert.equal(readConfig(production).PASSWORD_COST, 15);
    assert.throws(() => readConfig({ ...production, PASSWORD_COST: '14' }), /PASSWORD_COST/);
  });

  const earlier: Record<string, () => Promise<string>> = {
    'at another cost': () => createPasswordHasher(11).hash(PASSWORD),
    'by scrypt, in earlier versions': async () => SCRYPT_HASH,
  };
  for (const [how, makeHash] of Object.entries(earlier)) {
    it(`that were hashed ${how} still let in, and are hashed anew by it`, async () => {
      const { email } = await addAccount(adminRole);
      const before = await makeHash();
      const isIt = eq(accountTable.email, email);
      await database.update(accountTable).set({ passwordHash: before }).where(isIt);
      const stored = async () => (await database.select().from(accountTable).where(isIt))[0];
      assert.equal((await trySignIn(email, NEXT)).status, 401);
      assert.equal((await stored())?.passwordHash, before);
      assert.equal((await trySignIn(email, PASSWORD)).status, 200);
      assert.match((await stored())?.passwordHash ?? '', /^\$argon2id\$v=19\$m=1024,/);
      const { status, as } = await trySignIn(email, PASSWORD);
      assert.deepEqual([status, await sessionStatus(as)], [200, 200]);
    });
  }

  it('can be changed by who knows the old one, which ends every other session', async () => {
    const { email } = await addAccount(adminRole);
    const [here, elsewhere] = [await trySignIn(email, PASSWORD), await trySignIn(email, PASSWORD)];
    const url = '/api/auth/password';
    const wrong = { current: NEXT, password: NEXT };
    await expectProblem(401, 'POST', url, wrong, here.as);
    const change = { current: PASSWORD, password: NEXT };
    const { status, headers } = await call('POST', url, change, here.as);
    assert.equal(status, 204);
    assert.equal(await sessionStatus(elsewhere.as), 401);
    assert.equal(await sessionStatus(here.as), 401);
    const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    assert.equal(await sessionStatus({ headers: { cookie } }), 200);
    assert.equal((await trySignIn(email, PASSWORD)).status, 401);
    assert.equal((await trySignIn(email, NEXT)).status, 200);
  });
});

describe('a forgotten password', () => {
  const ask = (email: string) => call('POST', '/api/auth/password-reset', { email }, nobody);
  const confirm = (token: string) =>
    call('POST', '/api/auth/password-reset/confirm', { token, password: NEXT }, nobody);

  it('is replaced once with the code that was sent, which ends every session', async () => {
    const { email } = await addAccount(adminRole);
    const { as } = await trySignIn(email, PASSWORD);
    const token = await tokenFor(email);
    assert.equal((await confirm(token)).status, 204);
    assert.equal(await sessionStatus(as), 401);
    assert.equal((await trySignIn(email, NEXT)).status, 200);
    assert.equal((await confirm(token)).status, 422);
  });

  it('is asked for with the same answer whether or not there is such an account', async () => {
    const before = mails.length;
    const unknown = await ask('nobody@example.com');
    const { email } = await addAccount(adminRole);
    const known = await ask(email);
    assert.deepEqual([unknown.status, unknown.body], [202, null]);
    assert.deepEqual([known.status, known.body], [202, null]);
    await arrivalOf(email);
    assert.deepEqual(
      mails.slice(before).map(({ to }) => to),
      [email],
    );
  });

  it('cannot be replaced with a code that is made up or too old', async () => {
    const { email } = await addAccount(adminRole);
    const token = await tokenFor(email);
    await database.execute(sql`update password_reset set expires_at = now() - interval '1 second'`);
    const url = '/api/auth/password-reset/confirm';
    for (const code of [token, 'A'.repeat(43)]) {
      await expectProblemAt('/token', 422, 'POST', url, { token: code, password: NEXT }, nobody);
    }
  });

  it('does not fill a mailbox', async () => {
    const { email } = await addAccount(adminRole);
    for (const _try of [1, 2, 3, 4, 5]) assert.equal((await ask(email)).status, 202);
    await setTimeout(200);
    assert.equal(mails.filter(({ to }) => to === email).length, 3);
  });

  async function tokenFor(email: string): Promise<string> {
    await ask(email);
    return (await arrivalOf(email)).text.match(/^[\w-]{43}$/m)?.[0] ?? '';
  }
});

async function arrivalOf(email: string) {
  for (let n = 0; n < 200; n += 1) {
    const mail = mails.find(({ to }) => to === email);
    if (mail !== undefined) return mail;
    await setTimeout(10);
  }
  throw new Error(`No message came to ${email}.`);
}
