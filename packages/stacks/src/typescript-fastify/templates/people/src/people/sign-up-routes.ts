import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems } from '../http/problem.ts';
import { accountEmail, accountSchema } from './account-schema.ts';
import { newPassword } from './password-rules.ts';
import type { People } from './people-services.ts';
// @if signUpAlone
import { firstRole } from './roles.ts';
// @end
// @if signUpTeams
import { adminRole } from './roles.ts';
// @end
import { attemptOf } from './signing-in.ts';
// @if signUpTeams
import { newTeam } from './team.ts';
// @end

// @if signUpAlone
/** What somebody sends who signs up: never the role. */
const newCredentials = z.strictObject({ email: accountEmail, password: newPassword });

/** Anybody can make an account. */
// @end
// @if signUpTeams
/** What somebody sends who signs up: a new team, and never the role. */
const newCredentials = z.strictObject({
  email: accountEmail,
  password: newPassword,
  team: newTeam,
});

/** Anybody can make an account with a team of its own, which it manages. */
// @end
export function signUpRoutes({ accounts, attempts, signingIn }: People): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/auth/sign-up',
      {
        config: { access: 'everyone' },
        schema: {
          operationId: 'signUp',
// @if signUpAlone
          summary: 'Make an account and sign in to it',
// @end
// @if signUpTeams
          summary: 'Make an account with a new team and sign in to it',
// @end
          tags: ['Signing in'],
          body: newCredentials,
          response: { 201: accountSchema, ...problems },
        },
      },
      async (request, reply) => {
        await attempts.begin(...attemptOf(request, 'signUp'));
// @if signUpAlone
        const account = await accounts.insert({ ...request.body, role: firstRole });
// @end
// @if signUpTeams
        const { team, ...credentials } = request.body;
        const account = await accounts.insertWithTeam(team, { ...credentials, role: adminRole });
// @end
        await signingIn.begin(request, reply, account);
        return reply.code(201).send(account);
      },
    );
  };
}
