import { z } from 'zod';

/** The public half of the key that signs capsules. */
export const signingKeySchema = z
  .strictObject({
    /** Hexadecimal SHA-256 of the key in SPKI DER form. */
    keyId: z.string(),
    algorithm: z.literal('ecdsa-p256-sha256'),
    publicKeyPem: z.string(),
  })
  .meta({ id: 'SigningKey' });
export type SigningKey = z.infer<typeof signingKeySchema>;
