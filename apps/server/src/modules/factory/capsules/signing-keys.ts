import { type CapsuleSigner, createCapsuleSigner, createSigningKey } from '@quantumlayer/capsule';
import type { Page, SigningKey } from '@quantumlayer/contracts';
import type { Clock } from '#kernel/clock.ts';
import { bindingOf, type StoredSigningKey } from './domain/capsule.ts';
import { SigningKeyLocked } from './domain/capsule-errors.ts';
import type { SecretCipher, SigningKeyRepository } from './ports.ts';

export type SigningKeys = ReturnType<typeof createSigningKeys>;

const FIRST_START = 'first start';

type Dependencies = { keys: SigningKeyRepository; cipher: SecretCipher; clock: Clock };

/** The keys that sign capsules: made when first needed, encrypted at rest, decrypted only to sign. */
export function createSigningKeys({ keys, cipher, clock }: Dependencies) {
  const signers = new Map<string, CapsuleSigner>();

  function make(organisationId: string, createdBy: string): StoredSigningKey {
    const { keyId, publicKeyPem, privateKeyPem } = createSigningKey();
    const encryptedPrivateKey = cipher.encrypt(privateKeyPem, bindingOf({ organisationId, keyId }));
    const made = { createdAt: clock(), createdBy, retiredAt: null };
    return { keyId, organisationId, publicKeyPem, encryptedPrivateKey, ...made };
  }

  async function ensure(organisationId: string): Promise<StoredSigningKey> {
    const found = await keys.findCurrent(organisationId);
    if (found !== null) return found;
    return await keys.insertFirst(make(organisationId, FIRST_START));
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
      return presentKey(await ensure(organisationId));
    },

    /** Makes a new key that signs from now on. The old one stays, so that what it signed can be verified. */
    async rotate(organisationId: string, createdBy: string): Promise<SigningKey> {
      await ensure(organisationId);
      const key = make(organisationId, createdBy);
      await keys.replaceCurrent(key);
      return presentKey(key);
    },

    /** All keys there ever were, oldest first; the cursor counts. */
    async list(
      organisationId: string,
      { cursor, limit }: { cursor: string; limit: number },
    ): Promise<Page<SigningKey>> {
      await ensure(organisationId);
      const skip = Number(cursor);
      const found = await keys.list(organisationId, { skip, limit: limit + 1 });
      const nextCursor = found.length > limit ? String(skip + limit) : null;
      return { items: found.slice(0, limit).map(presentKey), nextCursor };
    },

    /** The public key with this id, null when the organisation never had it. */
    async findPublicKey(organisationId: string, keyId: string): Promise<string | null> {
      return (await keys.find(organisationId, keyId))?.publicKeyPem ?? null;
    },
  };
}

function presentKey(key: StoredSigningKey): SigningKey {
  const { keyId, publicKeyPem, createdAt, createdBy, retiredAt } = key;
  return {
    ...{ keyId, algorithm: 'ecdsa-p256-sha256', publicKeyPem, createdBy },
    createdAt: createdAt.toISOString(),
    retiredAt: retiredAt?.toISOString() ?? null,
  };
}
