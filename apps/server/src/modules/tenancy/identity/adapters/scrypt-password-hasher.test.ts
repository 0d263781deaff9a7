import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createScryptPasswordHasher } from './scrypt-password-hasher.ts';

const hasher = createScryptPasswordHasher(randomBytes, { N: 2 ** 10, r: 8, p: 1 });
const password = 'correct horse battery';

describe('scrypt password hasher', () => {
  it('knows the password again and no other', async () => {
    const hash = await hasher.hash(password);
    expect(await hasher.verify(password, hash)).toBe(true);
    expect(await hasher.verify(`${password}!`, hash)).toBe(false);
    expect(await hasher.verify('', hash)).toBe(false);
  });

  it('salts: the same password twice has two hashes, neither with the password in it', async () => {
    const [first, second] = [await hasher.hash(password), await hasher.hash(password)];
    expect(first).not.toBe(second);
    expect(first).toMatch(/^scrypt\$1024\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  });

  it('verifies what was hashed at another cost', async () => {
    const dearer = createScryptPasswordHasher(randomBytes, { N: 2 ** 12, r: 8, p: 2 });
    expect(await hasher.verify(password, await dearer.hash(password))).toBe(true);
  });

  it('costs by default what OWASP asks for', async () => {
    const usual = createScryptPasswordHasher(randomBytes);
    expect(await usual.hash(password)).toMatch(/^scrypt\$32768\$8\$3\$/);
  });

  it('works as long for no hash as for a wrong one', async () => {
    const slow = createScryptPasswordHasher(randomBytes, { N: 2 ** 14, r: 8, p: 1 });
    const hash = await slow.hash(password);
    /** Microseconds of a processor: what else the machine does is not in it. */
    const workFor = async (stored: string | null) => {
      const before = process.cpuUsage();
      for (let count = 0; count < 5; count += 1) {
        expect(await slow.verify('wrong', stored)).toBe(false);
      }
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    expect(await workFor(null)).toBeGreaterThan((await workFor(hash)) / 3);
  });

  it.each([
    '',
    'scrypt$',
    'plain',
    'scrypt$1024$8$1$AAAAAAAAAAAAAAAAAAAAAA$',
    'scrypt$1024$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAA',
  ])('lets nobody in by the damaged hash %j', async (hash) => {
    expect(await hasher.verify('', hash)).toBe(false);
    expect(await hasher.verify(password, hash)).toBe(false);
  });

  it('goes on after one that failed', async () => {
    const broken = createScryptPasswordHasher(randomBytes, { N: 3, r: 8, p: 1 });
    await expect(broken.hash(password)).rejects.toThrow();
    expect(await broken.verify(password, await hasher.hash(password))).toBe(true);
  });
});
