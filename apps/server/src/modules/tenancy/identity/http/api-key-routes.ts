import {
  type ApiKey,
  apiKeySchema,
  createApiKeySchema,
  createdApiKeySchema,
} from '@quantumlayer/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems } from '#platform/http/problem.ts';
import type { ApiKey as ApiKeyRecord } from '../domain/api-key.ts';
import type { IdentityService } from '../identity-service.ts';

const keyParams = z.strictObject({ keyId: z.string().min(1).max(64) });
const keyList = z.strictObject({ items: z.array(apiKeySchema) });

/** Creating a key takes no idempotency key: its answer holds the secret, which is kept nowhere. */
export function apiKeyRoutes(identity: IdentityService): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/api-keys',
      schema: {
        operationId: 'listApiKeys',
        summary: 'List the API keys that were not revoked, oldest first',
        tags: ['API keys'],
        response: { 200: keyList, ...problems },
      },
      handler: async ({ organisationId }) => ({
        items: (await identity.listKeys(organisationId)).map(presentKey),
      }),
    });

    app.route({
      method: 'POST',
      url: '/api-keys',
      schema: {
        operationId: 'createApiKey',
        summary: 'Create an API key; its secret is shown this once',
        tags: ['API keys'],
        body: createApiKeySchema,
        response: { 201: createdApiKeySchema, ...problems },
      },
      handler: async ({ organisationId, body: { name, expiresAt } }, reply) => {
        const expiry = expiresAt === null ? null : new Date(expiresAt);
        const { key, secret } = await identity.createKey(organisationId, {
          name,
          expiresAt: expiry,
        });
        const created = { ...presentKey(key), secret };
        return reply.code(201).header('cache-control', 'no-store').send(created);
      },
    });

    app.route({
      method: 'DELETE',
      url: '/api-keys/:keyId',
      schema: {
        operationId: 'revokeApiKey',
        summary: 'Revoke an API key; it is refused from the next request on',
        tags: ['API keys'],
        params: keyParams,
        response: { 204: z.null().describe('Revoked'), ...problems },
      },
      handler: async ({ organisationId, params }, reply) => {
        await identity.revokeKey(organisationId, params.keyId);
        return reply.code(204).send(null);
      },
    });
  };
}

function presentKey({ id, name, prefix, createdAt, expiresAt, lastUsedAt }: ApiKeyRecord): ApiKey {
  return {
    id,
    name,
    prefix,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
