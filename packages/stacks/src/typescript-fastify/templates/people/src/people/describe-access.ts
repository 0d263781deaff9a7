import type { FastifyContextConfig } from 'fastify';
// @if !teams
import { adminRole, roles } from './roles.ts';
// @end
// @if teamsAlone
import { adminRole, roles, rolesAboveTeams } from './roles.ts';
// @end
// @if above
import { adminRole, firstAdminRole, roles, rolesAboveTeams } from './roles.ts';
// @end
// @if teams
import { teamPath } from './team.ts';
// @end

/** What the OpenAPI document says about one operation. */
export function describeAccess({ access, rows }: Partial<FastifyContextConfig>) {
  if (access === undefined || access === 'everyone') return { security: [] };
  return { security: [{ session: [] }], 'x-roles': access, ...(rows && { 'x-rows': rows }) };
}

/** What it says about signing in. */
export const peopleExtension = {
// @if signUp
  signUp: '/api/auth/sign-up',
// @end
// @if !signUp
  signUp: null,
// @end
  signIn: '/api/auth/sign-in',
  signOut: '/api/auth/sign-out',
  session: '/api/auth/session',
  passwordChange: '/api/auth/password',
  passwordReset: '/api/auth/password-reset',
  passwordResetConfirm: '/api/auth/password-reset/confirm',
  accounts: '/api/accounts',
  audit: '/api/audit',
  roles,
// @if !above
  admin: adminRole,
// @end
// @if above
  admin: firstAdminRole,
// @end
// @if teams
  /** What accounts belong to: where it is, what tells it of a row, and who sees all of them. */
  teams: { path: teamPath, member: 'teamId', manager: adminRole, above: rolesAboveTeams },
// @end
};
