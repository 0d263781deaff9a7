import { and, eq, getTableColumns, isNotNull, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { equals } from '../database/filters.ts';
import { onlyRow } from '../database/only-row.ts';
import { type Listing, type Page, planPage, toPage } from '../database/paging.ts';
import { Problem } from '../http/problem.ts';
import type { AccountChanges, AccountQuery, NewAccount } from './account-schema.ts';
import type { PasswordHasher } from './password-hash.ts';
import { adminRole } from './roles.ts';
import { accountTable, passwordResetTable, sessionTable } from './tables.ts';

const { passwordHash: _secret, ...columns } = getTableColumns(accountTable);
/** Everything but the password. */
export const accountColumns = columns;
export type Account = Omit<typeof accountTable.$inferSelect, 'passwordHash'>;

const listing = {
  id: accountTable.id,
  filters: { role: equals(accountTable.role) },
  sorts: {
    email: accountTable.email,
    createdAt: accountTable.createdAt,
    updatedAt: accountTable.updatedAt,
  },
} satisfies Listing;

export type Accounts = ReturnType<typeof createAccounts>;

/** The accounts; their passwords go in and never come out. */
export function createAccounts(database: Database, hasher: PasswordHasher) {
  const isAdmin = and(
    eq(accountTable.role, adminRole),
    accountTable.isActive,
    isNotNull(accountTable.passwordHash),
  );

  return {
    async list(query: AccountQuery): Promise<Page<Account>> {
      const { where, orderBy, limit } = planPage(listing, query);
      const rows = await database
        .select(accountColumns)
        .from(accountTable)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit);
      return toPage(rows, query);
    },

    async find(id: string): Promise<Account | null> {
      const [row] = await database
        .select(accountColumns)
        .from(accountTable)
        .where(eq(accountTable.id, id));
      return row ?? null;
    },

    async findByEmail(email: string): Promise<Account | null> {
      const [row] = await database
        .select(accountColumns)
        .from(accountTable)
        .where(eq(accountTable.email, email));
      return row ?? null;
    },

    /** The account, and whether the password is the one of it; as slow for an address without an account. */
    async check(email: string, password: string) {
      const [row] = await database.select().from(accountTable).where(eq(accountTable.email, email));
      const matches = await hasher.matches(password, row?.passwordHash ?? null);
      if (row === undefined) return { account: null, matches };
      const { passwordHash: _hash, ...account } = row;
      return { account, matches: matches && row.isActive };
    },

    hasAdmin: async () => (await database.$count(accountTable, isAdmin)) > 0,

    async insert({ password, ...values }: NewAccount): Promise<Account> {
      const passwordHash = await hasher.hash(password);
      const rows = await database
        .insert(accountTable)
        .values({ ...values, passwordHash })
        .returning(accountColumns);
      return onlyRow(rows);
    },

    /** Null when there is no such account. A new password or the end of the account ends its sessions. */
    async update(id: string, { password, ...changes }: AccountChanges): Promise<Account | null> {
      const passwordHash =
        password === undefined ? {} : { passwordHash: await hasher.hash(password) };
      return database.transaction(async (transaction) => {
        const staysAdmin = (changes.role ?? adminRole) === adminRole && changes.isActive !== false;
        if (!staysAdmin) await keepAnAdmin(transaction, id);
        const [row] = await transaction
          .update(accountTable)
          .set({ ...changes, ...passwordHash, updatedAt: sql`now()` })
          .where(eq(accountTable.id, id))
          .returning(accountColumns);
        if (password !== undefined || changes.isActive === false) await endAll(transaction, id);
        return row ?? null;
      });
    },

    /** Ends every session of the account and makes every reset code of it void. */
    async setPassword(id: string, password: string): Promise<void> {
      const passwordHash = await hasher.hash(password);
      await database.transaction(async (transaction) => {
        await transaction
          .update(accountTable)
          .set({ passwordHash, updatedAt: sql`now()` })
          .where(eq(accountTable.id, id));
        await endAll(transaction, id);
      });
    },

    /** False when there is no such account. */
    async remove(id: string): Promise<boolean> {
      return database.transaction(async (transaction) => {
        await keepAnAdmin(transaction, id);
        const rows = await transaction
          .delete(accountTable)
          .where(eq(accountTable.id, id))
          .returning({ id: accountTable.id });
        return rows.length > 0;
      });
    },
  };

  /** The rows are locked, so that two administrators cannot remove each other at once. */
  async function keepAnAdmin(transaction: Database, id: string): Promise<void> {
    const admins = await transaction
      .select({ id: accountTable.id })
      .from(accountTable)
      .where(isAdmin)
      .for('update');
    if (admins.length === 1 && admins[0]?.id === id) {
      throw new Problem(409, 'last-admin', `This is the last account of the role ${adminRole}.`);
    }
  }
}

async function endAll(transaction: Database, id: string): Promise<void> {
  await transaction.delete(sessionTable).where(eq(sessionTable.accountId, id));
  await transaction.delete(passwordResetTable).where(eq(passwordResetTable.accountId, id));
}
