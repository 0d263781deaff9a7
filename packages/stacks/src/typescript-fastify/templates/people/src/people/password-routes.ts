import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { noContent, problems } from '../http/problem.ts';
import { accountEmail } from './account-schema.ts';
import { signedIn } from './authorise.ts';
import { knownPassword, newPassword } from './password-rules.ts';
import type { People } from './people-services.ts';
import { roles } from './roles.ts';

const tags = ['Signing in'];
const passwordChange = z.strictObject({ current: knownPassword, password: newPassword });
const confirmation = z.strictObject({ token: z.string().min(1).max(100), password: newPassword });

/** For who wants another password, and who forgot it. */
export function passwordRoutes({
  accounts,
  signingIn,
  passwordReset,
}: People): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/auth/password',
      {
        config: { access: roles, auditFailures: true },
        schema: {
          operationId: 'changePassword',
          summary: 'Choose another password; every other session ends',
          tags,
          body: passwordChange,
          response: { 204: noContent('Changed'), ...problems },
        },
      },
      async (request, reply) => {
        const { id, email } = signedIn(request.account);
        const account = await signingIn.prove(request, email, request.body.current);
        await accounts.setPassword(id, request.body.password);
        await signingIn.begin(request, reply, account);
        return reply.code(204).send();
      },
    );

    app.post(
      '/auth/password-reset',
      {
        config: { access: 'everyone' },
        schema: {
          operationId: 'requestPasswordReset',
          summary: 'Send a code to this address, if it has an account',
          tags,
          body: z.strictObject({ email: accountEmail }),
          response: { 202: noContent('Whether or not there is such an account'), ...problems },
        },
      },
      async ({ body }, reply) => {
        passwordReset.request(body.email);
        return reply.code(202).send();
      },
    );

    app.post(
      '/auth/password-reset/confirm',
      {
        config: { access: 'everyone' },
        schema: {
          operationId: 'confirmPasswordReset',
          summary: 'Choose a new password with the code that was sent; every session ends',
          tags,
          body: confirmation,
          response: { 204: noContent('Changed'), ...problems },
        },
      },
      async (request, reply) => {
        const { token, password } = request.body;
        request.auditedRow = await passwordReset.confirm(token, password);
        return reply.code(204).send();
      },
    );
  };
}
