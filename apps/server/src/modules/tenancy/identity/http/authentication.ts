import type { FastifyInstance } from 'fastify';
import { Unauthenticated } from '../domain/identity-errors.ts';
import type { IdentityService } from '../identity-service.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose data this request is about; set by the authentication hook. */
    organisationId: string;
  }
}

/**
 * From here on every route of this scope and of the scopes below needs an API key. Register it before the routes; what
 * is to be open belongs into another scope.
 */
export function requireApiKey(scope: FastifyInstance, identity: IdentityService): void {
  scope.decorateRequest('organisationId', '');
  scope.addHook('onRequest', async (request, reply) => {
    try {
      const caller = await identity.authenticate(request.headers.authorization);
      request.organisationId = caller.organisationId;
    } catch (error) {
      if (error instanceof Unauthenticated) {
        reply.header('www-authenticate', 'Bearer realm="quantumlayer"');
      }
      throw error;
    }
  });
}
