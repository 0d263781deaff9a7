import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPasswordHasher } from '../src/accounts/password-hash.ts';
import { prove } from '../src/accounts/prove.ts';
import { accounts } from '../src/accounts.ts';
import { createServices } from '../src/services.ts';
import { config, makeCaller, PASSWORD, testDatabase } from './support/world.ts';

describe('passwords', () => {
  it('that were hashed at another cost still let in, and are hashed anew by it', async () => {
    const { key, row } = await makeCaller();
    const services = createServices(testDatabase, config);
    const records = services.records(accounts.resource);
    const isIt = [records.keyIs(key)];
    const stored = () => records.reveal(isIt, accounts.password);
    const logins = accounts.logins.slice(0, 1).map((member) => ({ member, value: row[member] }));
    const tryPassword = (password: string) =>
      prove(services, { logins, password, address: undefined });
    const before = await createPasswordHasher(11).hash(PASSWORD);
    await records.change(isIt, { [accounts.password]: before });
    await assert.rejects(tryPassword(`${PASSWORD}.`), /wrong/);
    assert.equal(await stored(), before);
    assert.deepEqual((await tryPassword(PASSWORD)).key, key);
    assert.match(String(await stored()), /^\$argon2id\$v=19\$m=1024,/);
    assert.deepEqual((await tryPassword(PASSWORD)).key, key);
  });
});
