import { z } from 'zod';
import { timestamp } from './run.ts';

export const apiKeySchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    /** The first part of the secret, by which a person recognises it. */
    prefix: z.string(),
    createdAt: timestamp,
    expiresAt: timestamp.nullable(),
    /** To the minute. */
    lastUsedAt: timestamp.nullable(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof apiKeySchema>;

export const createApiKeySchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  expiresAt: z.iso.datetime({ offset: true }).nullable().default(null),
});
export type CreateApiKey = z.infer<typeof createApiKeySchema>;

/** A new key with its secret, which is shown this once. */
export const createdApiKeySchema = apiKeySchema
  .extend({ secret: z.string() })
  .meta({ id: 'CreatedApiKey' });
export type CreatedApiKey = z.infer<typeof createdApiKeySchema>;
