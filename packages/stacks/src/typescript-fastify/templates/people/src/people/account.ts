import { getTableColumns } from 'drizzle-orm';
import { accountTable } from './tables.ts';

const { passwordHash: _secret, ...columns } = getTableColumns(accountTable);
/** Everything but the password. */
export const accountColumns = columns;
export type Account = Omit<typeof accountTable.$inferSelect, 'passwordHash'>;
