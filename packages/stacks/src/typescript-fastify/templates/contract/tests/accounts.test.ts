import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPasswordHasher } from '../src/accounts/password-hash.ts';
import { prove } from '../src/accounts/prove.ts';
import { accounts } from '../src/accounts.ts';
import { createServices } from '../src/services.ts';
import { config, makeCaller, PASSWORD, testDatabase } from './support/world.ts';

/** Of PASSWORD, as it was kept before Argon2id. */
const SCRYPT_HASH = 'scrypt$10$z3wFETJXz_DZLRgckitnfw$JrZJdyczly0IKR815zsUGCZOcLeJMNjKJ_N2_pXAeWU';
const earlier: Record<string, () => Promise<string>> = {
  'at another cost': () => createPasswordHasher(11).hash(PASSWORD),
  'by scrypt, in earlier versions': async () => SCRYPT_HASH,
};

describe('passwords', () => {
  for (const [how, makeHash] of Object.entries(earlier)) {
  it(`that were hashed ${how} still let in, and are hashed anew by it`, async () => {
    const { key, row } = await makeCaller();
    const services = createServices(testDatabase, config);
    const records = services.records(accounts.resource);
    const isIt = [records.keyIs(key)];
    const stored = () => records.reveal(isIt, accounts.password);
    const logins = accounts.logins.slice(0, 1).map((member) => ({ member, value: row[member] }));
    const tryPassword = (password: string) =>
      prove(services, { logins, password, address: undefined });
    const before = await makeHash();
    await records.change(isIt, { [accounts.password]: before });
    await assert.rejects(tryPassword(`${PASSWORD}.`), /wrong/);
    assert.equal(await stored(), before);
    assert.deepEqual((await tryPassword(PASSWORD)).key, key);
    assert.match(String(await stored()), /^\$argon2id\$v=19\$m=1024,/);
    assert.deepEqual((await tryPassword(PASSWORD)).key, key);
  });
  }
});
