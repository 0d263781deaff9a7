import type { Database } from '../database/database.ts';
import { seedId } from '../samples/seed-id.ts';
import { type Role, roles } from './roles.ts';
import { accountTable } from './tables.ts';

/**
 * An account of each role, so that example rows have owners. They have no password: nobody signs in to them before one
 * who manages accounts gives them one.
 */
export async function seedAccounts(database: Database): Promise<void> {
  const accounts = roles.map((role) => ({
    id: seedOwner(role),
    email: `${role.toLowerCase()}@seed.example`,
    role,
  }));
  await database.insert(accountTable).values(accounts).onConflictDoNothing();
}

/** The id of the example account of a role. */
export function seedOwner(role: Role): string {
  return seedId('account', roles.indexOf(role));
}
