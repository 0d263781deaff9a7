import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import { SigningKeyInvalid } from './capsule-errors.ts';
import { hexDigestOf } from './digest.ts';

/** `keyId` is the hexadecimal SHA-256 of the public key in SPKI DER form. */
export type SigningKey = { keyId: string; publicKeyPem: string; privateKeyPem: string };

/** Signs capsules; answers an ASN.1 DER signature over SHA-256 of the data. */
export type CapsuleSigner = {
  keyId: string;
  publicKeyPem: string;
  sign(data: Uint8Array): Buffer;
};

/** A new ECDSA P-256 key pair: SPKI and PKCS #8 PEM. */
export function createSigningKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    keyId: keyIdOfKey(publicKey),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/**
 * Signatures are deterministic (RFC 6979) and in low-S form: packing the same run again gives the same bytes, and
 * nobody can turn a signature into a second valid one.
 */
export function createCapsuleSigner(privateKeyPem: string): CapsuleSigner {
  const privateKey = readKey(() => createPrivateKey(privateKeyPem));
  const publicKey = createPublicKey(privateKey);
  const { d } = privateKey.export({ format: 'jwk' });
  const secret = Buffer.from(d ?? '', 'base64url');
  return {
    keyId: keyIdOfKey(publicKey),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (data) => Buffer.from(p256.sign(data, secret, { format: 'der', lowS: true })),
  };
}

/** Reads a PEM public key; throws `SigningKeyInvalid` for anything but ECDSA P-256. */
export function readPublicKey(publicKeyPem: string): KeyObject {
  return readKey(() => createPublicKey(publicKeyPem));
}

/** The id of a PEM public key. */
export function keyIdOf(publicKeyPem: string): string {
  return keyIdOfKey(readPublicKey(publicKeyPem));
}

export function isLowS(derSignature: Uint8Array): boolean {
  return !p256.Signature.fromBytes(derSignature, 'der').hasHighS();
}

function keyIdOfKey(publicKey: KeyObject): string {
  return hexDigestOf(publicKey.export({ type: 'spki', format: 'der' }));
}

function readKey(read: () => KeyObject): KeyObject {
  let key: KeyObject;
  try {
    key = read();
  } catch (error) {
    throw new SigningKeyInvalid('The key cannot be read; a PEM block is expected.', {
      cause: error,
    });
  }
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
    throw new SigningKeyInvalid('The key is not an ECDSA P-256 key.');
  }
  return key;
}
