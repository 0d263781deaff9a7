import { pageOf, signingKeySchema } from '@quantumlayer/contracts';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { idempotencyHeader } from '#platform/http/idempotency.ts';
import { countQuery } from '#platform/http/page-query.ts';
import { problems } from '#platform/http/problem.ts';
import type { CapsuleService } from '../capsule-service.ts';

/** The keys that sign capsules, as far as others may see them. */
export function signingKeyRoutes(capsules: CapsuleService): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/signing-key',
      schema: {
        operationId: 'getSigningKey',
        summary: 'Get the public key of the capsules that are made now',
        tags: ['Capsules'],
        response: { 200: signingKeySchema, ...problems },
      },
      handler: async ({ organisationId }) => await capsules.publicKey(organisationId),
    });

    app.route({
      method: 'GET',
      url: '/signing-keys',
      schema: {
        operationId: 'listSigningKeys',
        summary: 'List the public keys of all capsules, oldest first; a capsule names its own',
        tags: ['Capsules'],
        querystring: countQuery,
        response: { 200: pageOf(signingKeySchema), ...problems },
      },
      handler: async ({ organisationId, query }) => await capsules.listKeys(organisationId, query),
    });

    app.route({
      method: 'POST',
      url: '/signing-key/rotate',
      schema: {
        operationId: 'rotateSigningKey',
        summary: 'Sign with a new key from now on; older capsules stay verifiable with theirs',
        tags: ['Capsules'],
        headers: idempotencyHeader,
        response: { 200: signingKeySchema, ...problems },
      },
      config: { idempotent: true },
      handler: async (request) =>
        await capsules.rotateKey(request.organisationId, callerOf(request)),
    });
  };
}

/** The open part of an API key, by which a person recognises it. */
const KEY_PREFIX = /^Bearer (ql_[0-9A-Za-z]{12})_/;

/** Who asks, in the words of the record of a key. */
function callerOf({ session, headers }: FastifyRequest): string {
  if (session) return 'owner';
  const prefix = KEY_PREFIX.exec(headers.authorization ?? '')?.[1];
  return prefix === undefined ? 'API key' : `API key ${prefix}`;
}
