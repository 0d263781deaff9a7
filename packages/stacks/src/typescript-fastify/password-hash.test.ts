import crypto from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createPasswordHasher } from './templates/people/src/people/password-hash.ts';

/** Of "password" with the salt "somesalt", from the tests of the reference implementation of Argon2. */
const REFERENCE =
  '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';

describe('the hasher of generated apps', () => {
  const { argon2Sync } = crypto;
  afterEach(() => {
    crypto.argon2Sync = argon2Sync;
  });

  it('takes hashes of the reference implementation', async () => {
    const hasher = createPasswordHasher(10);

    expect(await hasher.matches('password', REFERENCE)).toBe(true);
    expect(await hasher.matches('Password', REFERENCE)).toBe(false);
  });

  it.each([
    [10, false],
    [11, true],
  ])('made at a cost of 10, seen from %i: outdated is %j', async (cost, isOutdated) => {
    const hash = await createPasswordHasher(10).hash('a long enough phrase');

    expect(createPasswordHasher(cost).isOutdated(hash)).toBe(isOutdated);
  });

  it('says what it needs where Node has no Argon2', () => {
    Reflect.deleteProperty(crypto, 'argon2Sync');

    expect(() => createPasswordHasher(10)).toThrow(/needs Node 24\.7 with OpenSSL 3\.2/);
  });

  it('says so as well where OpenSSL is too old for what Node has', () => {
    crypto.argon2Sync = () => {
      throw new Error('Argon2 algorithm not supported');
    };

    expect(() => createPasswordHasher(10)).toThrow(/needs Node 24\.7 with OpenSSL 3\.2/);
  });
});
