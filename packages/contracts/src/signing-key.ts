import { z } from 'zod';
import { timestamp } from './run.ts';

/** The public half of a key that signs, or has signed, capsules. */
export const signingKeySchema = z
  .strictObject({
    /** Hexadecimal SHA-256 of the key in SPKI DER form. */
    keyId: z.string(),
    algorithm: z.literal('ecdsa-p256-sha256'),
    publicKeyPem: z.string(),
    createdAt: timestamp,
    /** Who asked for it: a key by its prefix, the owner, or the first start. */
    createdBy: z.string(),
    /** When another took its place; what it signed stays verifiable. Null for the one that signs now. */
    retiredAt: timestamp.nullable(),
  })
  .meta({ id: 'SigningKey' });
export type SigningKey = z.infer<typeof signingKeySchema>;
