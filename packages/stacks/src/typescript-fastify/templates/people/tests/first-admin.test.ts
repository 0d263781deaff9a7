import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { readConfig } from '../src/config.ts';
import { type Accounts, createAccounts } from '../src/people/accounts.ts';
import { ensureAdmin } from '../src/people/first-admin.ts';
import { createPasswordHasher } from '../src/people/password-hash.ts';
// @if !above
import { adminRole } from '../src/people/roles.ts';
// @end
// @if above
import { firstAdminRole as adminRole } from '../src/people/roles.ts';
// @end
import { app, database } from './support/api.ts';

const production = readConfig({ NODE_ENV: 'production' });
const given = { ADMIN_EMAIL: 'first@example.com', ADMIN_PASSWORD: 'a long enough phrase' };

/** Runs in a transaction in which nobody can sign in, and takes back what was done. */
async function withoutAdmin(check: (accounts: Accounts) => Promise<void>): Promise<void> {
  const undo = new Error('undo');
  const run = database.transaction(async (transaction) => {
    await transaction.execute(sql`update account set password_hash = null`);
    await check(createAccounts(transaction, createPasswordHasher(10)));
    throw undo;
  });
  await assert.rejects(run, undo);
}

describe('the first account that manages the others', () => {
  it('is made from the environment, once', () =>
    withoutAdmin(async (accounts) => {
      await ensureAdmin(accounts, { ...production, ...given }, app.log);
      const made = await accounts.check(given.ADMIN_EMAIL, given.ADMIN_PASSWORD);
      assert.deepEqual([made.matches, made.account?.role], [true, adminRole]);
      const later = { ...production, ...given, ADMIN_EMAIL: 'second@example.com' };
      await ensureAdmin(accounts, later, app.log);
      assert.equal(await accounts.findByEmail('second@example.com'), null);
    }));

  it('is missed in production only', () =>
    withoutAdmin(async (accounts) => {
      await assert.rejects(ensureAdmin(accounts, production, app.log), /ADMIN_EMAIL/);
      await ensureAdmin(accounts, readConfig({}), app.log);
      assert.equal(await accounts.hasAdmin(), false);
    }));

  it('has no weak password', () =>
    withoutAdmin(async (accounts) => {
      for (const ADMIN_PASSWORD of ['short', 'password123']) {
        const config = { ...production, ...given, ADMIN_PASSWORD };
        await assert.rejects(ensureAdmin(accounts, config, app.log), /ADMIN_PASSWORD/);
      }
    }));
});
