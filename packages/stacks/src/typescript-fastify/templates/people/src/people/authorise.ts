import type { FastifyInstance } from 'fastify';
import { Problem } from '../http/problem.ts';
import type { Account } from './account.ts';
import type { Role } from './roles.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { Sessions } from './sessions.ts';

/** Who may use a route: some roles, or anybody, signed in or not. */
export type Access = 'everyone' | readonly Role[];

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in. */
    account: Account | null;
    sessionToken: string | null;
  }
  interface FastifyContextConfig {
    access?: Access;
// @if !teams
    /** For the document: who does not see all rows reaches the own ones only. */
    rows?: 'own';
// @end
// @if teams
    /** For the document: who does not see all rows reaches the own ones only, or those of the team. */
    rows?: 'own' | 'team';
// @end
  }
}

/** One rule for every route below: nobody passes whom its `access` does not name. */
export function registerAuthorisation(
  app: FastifyInstance,
  sessions: Sessions,
  cookie: SessionCookie,
): void {
  app.decorateRequest('account', null);
  app.decorateRequest('sessionToken', null);

  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.access === undefined)
      throw new Error(`${method} ${url} does not say who may use it.`);
  });

  app.addHook('onRequest', async (request) => {
    const token = cookie.read(request.headers.cookie);
    request.account = token === null ? null : await sessions.findAccount(token);
    request.sessionToken = request.account === null ? null : token;
    expectAllowed(request.account, request.routeOptions.config.access ?? []);
  });
}

/** The account of the session, for routes that need one. */
export function signedIn(account: Account | null): Account {
  if (account === null) throw new Problem(401, 'sign-in-needed', 'Sign in to do this.');
  return account;
}

/** Refuses whom `access` does not name. */
// @if hiding
export function expectAllowed(account: Account | null, access: Access): void {
// @end
// @if !hiding
function expectAllowed(account: Account | null, access: Access): void {
// @end
  if (access === 'everyone') return;
  const { role } = signedIn(account);
  if (!access.includes(role)) {
    throw new Problem(403, 'not-allowed', `The role ${role} may not do this.`);
  }
}

// @if web
/** The same as a question. */
export function isAllowed(account: Account | null, access: Access): boolean {
  return access === 'everyone' || (account !== null && access.includes(account.role));
}

// @end
/** Who may do both. */
export function both(one: Access, other: Access): Access {
  if (one === 'everyone') return other;
  return other === 'everyone' ? one : one.filter((role) => other.includes(role));
}

/** Who may do what with the rows of one entity. */
export type EntityAccess = {
  create: Access;
  read: Access;
  update: Access;
  delete: Access;
// @if !teams
  /** Where rows have an owner: who reaches those of everybody. Others reach their own. */
  seesAll?: readonly Role[];
// @end
// @if teams
  /** Who reaches the rows of everybody: own ones in the team, rows of a team in all of them. */
  seesAll?: readonly Role[];
// @end
// @if readsAll
  /** Those, and who reads the rows of everybody but changes no more than others do. */
  readsAll?: readonly Role[];
// @end
};
