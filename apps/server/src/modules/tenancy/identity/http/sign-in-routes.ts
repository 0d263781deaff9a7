import { sessionSchema, signInSchema } from '@quantumlayer/contracts';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { problems } from '#platform/http/problem.ts';
import { PasswordWrong, SignInLimited } from '../domain/session-errors.ts';
import type { SessionService } from '../session-service.ts';
import type { SignedIn } from '../sign-in.ts';
import { presentSession } from './present-session.ts';
import { refuseOpenlyForeign } from './refuse-foreign.ts';
import { readSessionToken, sendSessionCookie } from './session-cookie.ts';

type Identity = { sessions: SessionService; findOrganisation(): Promise<string> };
type Credentials = { token: string } | { password: string };

/** Open to strangers, so it belongs into a scope without authentication. */
export function signInRoutes({ sessions, findOrganisation }: Identity): FastifyPluginAsyncZod {
  async function signIn({ ip, log }: FastifyRequest, body: Credentials): Promise<SignedIn> {
    if ('token' in body) return await sessions.signInByLink(body.token);
    const organisationId = await findOrganisation();
    try {
      return await sessions.signInByPassword({ organisationId, address: ip, ...body });
    } catch (error) {
      if (error instanceof PasswordWrong) log.warn({ address: ip }, 'password refused');
      throw error;
    }
  }

  return async (app) => {
    app.route({
      method: 'POST',
      url: '/session',
      schema: {
        operationId: 'signIn',
        summary: 'Sign in with the token of a link or with the password; answers a cookie',
        tags: ['Session'],
        security: [],
        body: signInSchema,
        response: { 201: sessionSchema, ...problems },
      },
      onRequest: async (request, reply) => {
        reply.header('cache-control', 'no-store');
        refuseOpenlyForeign(request, sessions.site);
      },
      onError: async (_request, reply, error) => {
        if (error instanceof SignInLimited) reply.header('retry-after', error.retryAfterSeconds);
      },
      handler: async (request, reply) => {
        const former = readSessionToken(request);
        const { session, token } = await signIn(request, request.body);
        if (former !== undefined) await sessions.endByToken(former);
        request.log.info({ sessionId: session.id, by: session.signedInBy }, 'owner signed in');
        sendSessionCookie(reply, sessions.site, token);
        return reply.code(201).send(presentSession(session, sessions));
      },
    });
  };
}
