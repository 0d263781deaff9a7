import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { SecretCipher } from '../ports.ts';

const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM; the key is derived from the master key by HKDF-SHA256. Text: `v1.<base64url of nonce, tag, data>`. */
export function createAesSecretCipher(masterKey: Uint8Array): SecretCipher {
  const key = Buffer.from(hkdfSync('sha256', masterKey, '', 'quantumlayer/secret-cipher/v1', 32));

  return {
    encrypt(plaintext, binding) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(binding));
      const data = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
      const sealed = Buffer.concat([nonce, cipher.getAuthTag(), data]);
      return `${VERSION}.${sealed.toString('base64url')}`;
    },

    decrypt(encrypted, binding) {
      const [version, body] = encrypted.split('.');
      if (version !== VERSION || body === undefined) throw new Error('Not a text of this cipher.');
      const sealed = Buffer.from(body, 'base64url');
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(binding))
        .setAuthTag(tag);
      const data = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([data, decipher.final()]).toString('utf8');
    },
  };
}
