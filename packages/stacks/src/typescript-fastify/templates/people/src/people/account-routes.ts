import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
// @if !above
import { noContent, notFound, problems } from '../http/problem.ts';
// @end
// @if above
import { noContent, notFound, Problem, problems } from '../http/problem.ts';
// @end
import { idParams, pageOf } from '../http/query.ts';
// @if above
import type { Account } from './account.ts';
// @end
import { accountChanges, accountQuery, accountSchema, newAccount } from './account-schema.ts';
// @if teams
import { signedIn } from './authorise.ts';
// @end
import type { People } from './people-services.ts';
// @if !teams
import { adminRole } from './roles.ts';
// @end
// @if teamsAlone
import { adminRole, managersAboveTeams } from './roles.ts';
import { teamRowsOf } from './rows.ts';
// @end
// @if above
import { adminRole, managersAboveTeams, type Role, rolesAboveTeams } from './roles.ts';
import { expectRow, teamRowsOf } from './rows.ts';
// @end

const tags = ['Accounts'];
// @if !teams
const config = { access: [adminRole] } as const;

/** The accounts of everybody, for the role that manages them. */
// @end
// @if teams
const config = { access: [adminRole, ...managersAboveTeams], rows: 'team' } as const;

/** The accounts of one's team, for the role that manages them; those of all teams for who stands above. */
// @end
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
// @if !teams
      async ({ query }) => accounts.list(query),
// @end
// @if teams
      async ({ query, account }) => accounts.list(query, teamRowsOf(account, managersAboveTeams)),
// @end
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
// @if !teams
      async ({ body }, reply) => {
        const created = await accounts.insert(body);
// @end
// @if teams
      async ({ body, account }, reply) => {
// @end
// @if teamsAlone
        const created = await accounts.insert({ ...body, teamId: signedIn(account).teamId });
// @end
// @if above
        await expectTeam(account, body.teamId);
        expectRole(account, body.role);
        const teamId = body.teamId ?? signedIn(account).teamId;
        const created = await accounts.insert({ ...body, teamId });
// @end
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
// @if !teams
      async ({ params }) => {
        const found = await accounts.find(params.id);
// @end
// @if teams
      async ({ params, account }) => {
        const found = await accounts.find(params.id, teamRowsOf(account, managersAboveTeams));
// @end
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
// @if !teams
      async ({ params, body }) => {
        const updated = await accounts.update(params.id, body);
// @end
// @if teams
      async ({ params, body, account }) => {
// @end
// @if above
        expectRole(account, body.role);
// @end
// @if teams
        const whose = teamRowsOf(account, managersAboveTeams);
        const updated = await accounts.update(params.id, body, whose);
// @end
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
// @if !teams
      async ({ params }, reply) => {
        if (!(await accounts.remove(params.id))) throw notFound('account', params.id);
// @end
// @if teams
      async ({ params, account }, reply) => {
        const removed = await accounts.remove(params.id, teamRowsOf(account, managersAboveTeams));
        if (!removed) throw notFound('account', params.id);
// @end
        return reply.code(204).send();
      },
    );
  };
}
// @if above

/** Only who stands above the teams names another one; for others there is none. */
function expectTeam(account: Account | null, teamId: string | undefined): Promise<void> {
  const { role, teamId: own } = signedIn(account);
  const isFree = managersAboveTeams.includes(role) || teamId === own;
  return expectRow('teamId', teamId, async (id) => (isFree ? id : null));
}

/** Who manages the accounts of a team makes nobody stand above the teams. */
function expectRole(account: Account | null, role: Role | undefined): void {
  if (role === undefined || !rolesAboveTeams.includes(role)) return;
  if (managersAboveTeams.includes(signedIn(account).role)) return;
  throw new Problem(422, 'role-above', `The role ${role} stands above the teams.`, [
    { pointer: '/role', detail: 'stands above the teams' },
  ]);
}
// @end
