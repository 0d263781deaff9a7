import { sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import type { Account } from './account.ts';

/** A transaction in the name of an account: of what it changes, the database writes down that this account did it. */
export function actingAs<Result>(
  database: Database,
  account: Account | null,
  work: (transaction: Database) => Promise<Result>,
): Promise<Result> {
  return database.transaction(async (transaction) => {
    await transaction.execute(sql`select set_config('app.account', ${account?.id ?? ''}, true)`);
    return work(transaction);
  });
}
