import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { noContent, notFound, problems } from '../http/problem.ts';
import { idParams, pageOf } from '../http/query.ts';
import { accountChanges, accountQuery, accountSchema, newAccount } from './account-schema.ts';
import type { People } from './people.ts';
import { adminRole } from './roles.ts';

const tags = ['Accounts'];
const config = { access: [adminRole] } as const;

/** The accounts of everybody, for the role that manages them. */
export function accountRoutes({ accounts }: People): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/accounts',
      {
        config,
        schema: {
          operationId: 'listAccounts',
          summary: 'List accounts',
          tags,
          querystring: accountQuery,
          response: { 200: pageOf(accountSchema), ...problems },
        },
      },
      async ({ query }) => accounts.list(query),
    );

    app.post(
      '/accounts',
      {
        config,
        schema: {
          operationId: 'createAccount',
          summary: 'Create an account',
          tags,
          body: newAccount,
          response: { 201: accountSchema, ...problems },
        },
      },
      async ({ body }, reply) => {
        const created = await accounts.insert(body);
        return reply.code(201).header('location', `/api/accounts/${created.id}`).send(created);
      },
    );

    app.get(
      '/accounts/:id',
      {
        config,
        schema: {
          operationId: 'getAccount',
          summary: 'Get an account',
          tags,
          params: idParams,
          response: { 200: accountSchema, ...problems },
        },
      },
      async ({ params }) => {
        const found = await accounts.find(params.id);
        if (found === null) throw notFound('account', params.id);
        return found;
      },
    );

    app.patch(
      '/accounts/:id',
      {
        config,
        schema: {
          operationId: 'updateAccount',
          summary: 'Change the role, the password or another member of an account',
          tags,
          params: idParams,
          body: accountChanges,
          response: { 200: accountSchema, ...problems },
        },
      },
      async ({ params, body }) => {
        const updated = await accounts.update(params.id, body);
        if (updated === null) throw notFound('account', params.id);
        return updated;
      },
    );

    app.delete(
      '/accounts/:id',
      {
        config,
        schema: {
          operationId: 'deleteAccount',
          summary: 'Delete an account that owns no rows',
          tags,
          params: idParams,
          response: { 204: noContent('Deleted'), ...problems },
        },
      },
      async ({ params }, reply) => {
        if (!(await accounts.remove(params.id))) throw notFound('account', params.id);
        return reply.code(204).send();
      },
    );
  };
}
