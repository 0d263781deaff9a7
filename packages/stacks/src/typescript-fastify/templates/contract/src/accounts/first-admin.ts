import { accounts } from '../accounts.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import { equals } from '../records/conditions.ts';
import { newValues } from '../records/values.ts';
import { createServices } from '../services.ts';
import { hashPassword } from './hash-password.ts';

/** The account that ADMIN_EMAIL and ADMIN_PASSWORD name, unless there is an administrator. */
export async function makeFirstAdmin(database: Database, config: Config): Promise<void> {
  const { ADMIN_EMAIL: name, ADMIN_PASSWORD: password } = config;
  if (name === undefined || password === undefined) return;
  const services = createServices(database, config);
  const records = services.records(accounts.resource);
  if ((await records.find([equals(accounts.resource, accounts.role, accounts.admin)])) !== null) return;
  const logins = Object.fromEntries(accounts.logins.map((member) => [member, name]));
  const values = {
    ...logins,
    [accounts.password]: await hashPassword(services, password),
    [accounts.role]: accounts.admin,
  };
  await records.insert(newValues(accounts.resource, values, null));
}
