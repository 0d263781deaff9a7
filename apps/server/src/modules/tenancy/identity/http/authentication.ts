import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Unauthenticated } from '../domain/identity-errors.ts';
import type { Session } from '../domain/session.ts';
import { PasswordRequired } from '../domain/session-errors.ts';
import type { IdentityService } from '../identity-service.ts';
import type { SessionService } from '../session-service.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { readSessionToken, sendSessionCookie } from './session-cookie.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose data this request is about; set by the authentication hook. */
    organisationId: string;
    /** The session it came with; null when it came with an API key. */
    session: Session | null;
  }
  interface FastifyContextConfig {
    /** A session that must set a password first may do this. */
    beforePassword?: boolean;
  }
}

type Identity = Pick<IdentityService, 'authenticate'> & { sessions: SessionService };

/**
 * From here on every route of this scope and of the scopes below needs an API key or, when no `Authorization` header is
 * there, the cookie of a session. Register it before the routes; what is to be open belongs into another scope.
 */
export function requireCaller(scope: FastifyInstance, identity: Identity): void {
  scope.decorateRequest('organisationId', '');
  scope.decorateRequest('session', null);
  scope.addHook('onRequest', async (request, reply) => {
    try {
      await identify(identity, request, reply);
    } catch (error) {
      if (error instanceof Unauthenticated) {
        reply.header('www-authenticate', 'Bearer realm="quantumlayer"');
      }
      throw error;
    }
  });
}

async function identify(
  { authenticate, sessions }: Identity,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { authorization } = request.headers;
  const token = readSessionToken(request);
  if (authorization !== undefined || token === undefined) {
    request.organisationId = (await authenticate(authorization)).organisationId;
    return;
  }
  refuseForeign(request, sessions.site);
  const { session, isProlonged } = await sessions.useSession(token);
  if (isProlonged) sendSessionCookie(reply, sessions.site, token);
  const isAllowed = request.routeOptions.config.beforePassword === true;
  if (sessions.needsPassword(session) && !isAllowed) throw new PasswordRequired();
  request.organisationId = session.organisationId;
  request.session = session;
}
