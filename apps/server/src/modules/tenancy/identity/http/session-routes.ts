import { sessionSchema, setPasswordSchema, signInLinkSchema } from '@quantumlayer/contracts';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems } from '#platform/http/problem.ts';
import type { Session } from '../domain/session.ts';
import { ApiKeyRequired, SessionRequired, SignInLimited } from '../domain/session-errors.ts';
import type { SessionService } from '../session-service.ts';
import { presentSession } from './present-session.ts';
import { clearSessionCookie } from './session-cookie.ts';

type Options = { sessions: SessionService };

/** What a session says of itself and what is done with it, and the links that begin one. */
export function sessionRoutes(options: Options): FastifyPluginAsyncZod {
  return async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    await app.register(ownSessionRoutes(options));
    await app.register(passwordRoutes(options));
    await app.register(signInLinkRoutes(options));
  };
}

const tags = ['Session'];
const bySession = [{ session: [] }];
const config = { beforePassword: true };

function ownSessionRoutes({ sessions }: Options): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/session',
      config,
      schema: {
        operationId: 'getSession',
        summary: 'Get the session of this browser',
        tags,
        security: bySession,
        response: { 200: sessionSchema, ...problems },
      },
      handler: async (request) => presentSession(sessionOf(request), sessions),
    });

    app.route({
      method: 'DELETE',
      url: '/session',
      config,
      schema: {
        operationId: 'signOut',
        summary: 'End the session of this browser and clear its cookie',
        tags,
        security: bySession,
        response: { 204: z.null().describe('Ended'), ...problems },
      },
      handler: async (request, reply) => {
        await sessions.endSession(sessionOf(request));
        clearSessionCookie(reply, sessions.site);
        return reply.code(204).send(null);
      },
    });
  };
}

function passwordRoutes({ sessions }: Options): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'PUT',
      url: '/session/password',
      config,
      schema: {
        operationId: 'setPassword',
        summary: 'Set the password of the owner; ends every other session',
        description:
          '`current` is needed when one is set and the session did not come from a link.',
        tags,
        security: bySession,
        body: setPasswordSchema,
        response: { 200: sessionSchema, ...problems },
      },
      onError: async (_request, reply, error) => {
        if (error instanceof SignInLimited) reply.header('retry-after', error.retryAfterSeconds);
      },
      handler: async (request) => {
        const { password, current } = request.body;
        const change = { password, current, address: request.ip };
        const session = await sessions.setPassword(sessionOf(request), change);
        request.log.info({ sessionId: session.id }, 'password set');
        return presentSession(session, sessions);
      },
    });
  };
}

function signInLinkRoutes({ sessions }: Options): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'POST',
      url: '/sign-in-links',
      schema: {
        operationId: 'createSignInLink',
        summary: 'Make a link that signs the owner in once, within 15 minutes',
        tags,
        security: [{ apiKey: [] }],
        response: { 201: signInLinkSchema, ...problems },
      },
      handler: async ({ organisationId, session }, reply) => {
        if (session !== null) throw new ApiKeyRequired();
        const { url, expiresAt } = await sessions.createLink(organisationId);
        return reply.code(201).send({ url, expiresAt: expiresAt.toISOString() });
      },
    });
  };
}

function sessionOf({ session }: FastifyRequest): Session {
  if (session === null) throw new SessionRequired();
  return session;
}
