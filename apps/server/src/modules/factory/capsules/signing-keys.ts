import { type CapsuleSigner, createCapsuleSigner, createSigningKey } from '@quantumlayer/capsule';
import type { SigningKey } from '@quantumlayer/contracts';
import type { Clock } from '#kernel/clock.ts';
import { bindingOf, type StoredSigningKey } from './domain/capsule.ts';
import { SigningKeyLocked } from './domain/capsule-errors.ts';
import type { SecretCipher, SigningKeyRepository } from './ports.ts';

export type SigningKeys = ReturnType<typeof createSigningKeys>;

type Dependencies = { keys: SigningKeyRepository; cipher: SecretCipher; clock: Clock };

/** The keys that sign capsules: made when first needed, encrypted at rest, decrypted only to sign. */
export function createSigningKeys({ keys, cipher, clock }: Dependencies) {
  const signers = new Map<string, CapsuleSigner>();

  async function ensure(organisationId: string): Promise<StoredSigningKey> {
    const found = await keys.findCurrent(organisationId);
    if (found !== null) return found;
    const { keyId, publicKeyPem, privateKeyPem } = createSigningKey();
    const encryptedPrivateKey = cipher.encrypt(privateKeyPem, bindingOf({ organisationId, keyId }));
    const key = { keyId, organisationId, publicKeyPem, encryptedPrivateKey, createdAt: clock() };
    return await keys.insertFirst(key);
  }

  function unlock(key: StoredSigningKey): CapsuleSigner {
    try {
      return createCapsuleSigner(cipher.decrypt(key.encryptedPrivateKey, bindingOf(key)));
    } catch (error) {
      throw new SigningKeyLocked(error);
    }
  }

  /** Signs with the organisation's current key; throws `SigningKeyLocked`. */
  async function signerOf(organisationId: string): Promise<CapsuleSigner> {
    const key = await ensure(organisationId);
    const signer = signers.get(key.keyId) ?? unlock(key);
    signers.set(key.keyId, signer);
    return signer;
  }

  return {
    signerOf,

    async publicKey(organisationId: string): Promise<SigningKey> {
      const { keyId, publicKeyPem } = await ensure(organisationId);
      return { keyId, algorithm: 'ecdsa-p256-sha256', publicKeyPem };
    },

    /** The public key with this id, null when the organisation never had it. */
    async findPublicKey(organisationId: string, keyId: string): Promise<string | null> {
      return (await keys.find(organisationId, keyId))?.publicKeyPem ?? null;
    },
  };
}
