import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config.ts';
import { newAccount } from './account-schema.ts';
import type { Accounts } from './accounts.ts';
import { adminRole } from './roles.ts';

/**
 * Makes the first account of the role that manages the others, from ADMIN_EMAIL and ADMIN_PASSWORD. Once there is one,
 * the two are not looked at again. In production the app does not start without.
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
  const { id } = await accounts.insert(admin.data);
  log.info({ accountId: id }, 'the first account that manages the others was made');
}
