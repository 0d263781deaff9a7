import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config.ts';
import { newAccount } from './account-schema.ts';
import type { Accounts } from './accounts.ts';
// @if !above
import { adminRole } from './roles.ts';
// @end
// @if above
import { firstAdminRole as adminRole } from './roles.ts';
// @end

/**
 * Makes the first account of the role that manages the others, from ADMIN_EMAIL and ADMIN_PASSWORD. Once there is one,
// @if !teams
 * the two are not looked at again. In production the app does not start without.
// @end
// @if teams
 * the two are not looked at again. It joins the first team. In production the app does not start without.
// @end
 */
export async function ensureAdmin(
  accounts: Accounts,
  config: Pick<Config, 'ADMIN_EMAIL' | 'ADMIN_PASSWORD' | 'NODE_ENV'>,
  log: FastifyBaseLogger,
): Promise<void> {
  if (await accounts.hasAdmin()) return;
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password, NODE_ENV } = config;
  if (email === undefined && password === undefined && NODE_ENV !== 'production') {
    log.warn(`there is no account of the role ${adminRole}; set ADMIN_EMAIL and ADMIN_PASSWORD`);
    return;
  }
  const admin = newAccount.safeParse({ email, password, role: adminRole });
  if (!admin.success) {
    const lines = admin.error.issues.map(
      ({ path, message }) => `  ADMIN_${path.join('.').toUpperCase()}: ${message}`,
    );
    throw new Error(
      `The first account of the role ${adminRole} cannot be made:\n${lines.join('\n')}`,
    );
  }
// @if !teams
  const { id } = await accounts.insert(admin.data);
// @end
// @if teams
  const { id } = await accounts.insert({ ...admin.data, teamId: await accounts.firstTeam() });
// @end
  log.info({ accountId: id }, 'the first account that manages the others was made');
}
