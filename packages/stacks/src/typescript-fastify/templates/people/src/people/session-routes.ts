import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { noContent, problems } from '../http/problem.ts';
import { accountSchema, credentials } from './account-schema.ts';
import { signedIn } from './authorise.ts';
import type { People } from './people-services.ts';
import { roles } from './roles.ts';

const tags = ['Signing in'];

/** Signing in and out. */
export function sessionRoutes({ signingIn }: People): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/auth/sign-in',
      {
        config: { access: 'everyone', auditFailures: true },
        schema: {
          operationId: 'signIn',
          summary: 'Sign in with an e-mail address and a password',
          tags,
          body: credentials,
          response: { 200: accountSchema, ...problems },
        },
      },
      async (request, reply) => {
        const { email, password } = request.body;
        const account = await signingIn.prove(request, email, password);
        await signingIn.begin(request, reply, account);
        return account;
      },
    );

    app.post(
      '/auth/sign-out',
      {
        config: { access: roles },
        schema: {
          operationId: 'signOut',
          summary: 'End this session',
          tags,
          response: { 204: noContent('Signed out'), ...problems },
        },
      },
      async (request, reply) => {
        await signingIn.end(request, reply);
        return reply.code(204).send();
      },
    );

    app.get(
      '/auth/session',
      {
        config: { access: roles },
        schema: {
          operationId: 'getSession',
          summary: 'Who is signed in',
          tags,
          response: { 200: accountSchema, ...problems },
        },
      },
      async (request) => signedIn(request.account),
    );
  };
}
