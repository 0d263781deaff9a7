import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createAesSecretCipher } from './aes-secret-cipher.ts';

describe('the secret cipher', () => {
  const cipher = createAesSecretCipher(randomBytes(32));
  const secret = 'a private key, with ümlauts';

  it('answers what was encrypted, and encrypts differently each time', () => {
    const [one, other] = [cipher.encrypt(secret, 'a'), cipher.encrypt(secret, 'a')];

    expect(cipher.decrypt(one, 'a')).toBe(secret);
    expect(one).not.toBe(other);
    expect(one).not.toContain(Buffer.from(secret).toString('base64url').slice(0, 10));
  });

  it('does not decrypt under another binding or master key', () => {
    const encrypted = cipher.encrypt(secret, 'a');

    expect(() => cipher.decrypt(encrypted, 'b')).toThrow();
    expect(() => createAesSecretCipher(randomBytes(32)).decrypt(encrypted, 'a')).toThrow();
  });

  it('does not decrypt a text with any one byte changed or cut off', () => {
    const encrypted = cipher.encrypt(secret, 'a');
    const sealed = Buffer.from(encrypted.slice(3), 'base64url');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => cipher.decrypt(`v1.${changed.toString('base64url')}`, 'a')).toThrow();
    }
    expect(() =>
      cipher.decrypt(`v1.${sealed.subarray(0, 20).toString('base64url')}`, 'a'),
    ).toThrow();
    expect(() => cipher.decrypt('', 'a')).toThrow();
  });
});
