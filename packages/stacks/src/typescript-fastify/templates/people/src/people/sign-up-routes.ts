import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems } from '../http/problem.ts';
import { accountEmail, accountSchema } from './account-schema.ts';
import { newPassword } from './password-rules.ts';
import type { People } from './people.ts';
import { firstRole } from './roles.ts';
import { attemptOf } from './signing-in.ts';

/** What somebody sends who signs up: never the role. */
const newCredentials = z.strictObject({ email: accountEmail, password: newPassword });

/** Anybody can make an account. */
export function signUpRoutes({ accounts, attempts, signingIn }: People): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/auth/sign-up',
      {
        config: { access: 'everyone' },
        schema: {
          operationId: 'signUp',
          summary: 'Make an account and sign in to it',
          tags: ['Signing in'],
          body: newCredentials,
          response: { 201: accountSchema, ...problems },
        },
      },
      async (request, reply) => {
        await attempts.begin(...attemptOf(request, 'signUp'));
        const account = await accounts.insert({ ...request.body, role: firstRole });
        await signingIn.begin(request, reply, account);
        return reply.code(201).send(account);
      },
    );
  };
}
