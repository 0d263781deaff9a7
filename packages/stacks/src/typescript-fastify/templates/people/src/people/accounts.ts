// @if !teams
import { and, eq, isNotNull, sql } from 'drizzle-orm';
// @end
// @if teamsAlone
import { and, asc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
// @end
// @if above
import { and, asc, eq, isNotNull, notInArray, type SQL, sql } from 'drizzle-orm';
// @end
// @if signUpTeams
import type { z } from 'zod';
// @end
import type { Database } from '../database/database.ts';
import { equals } from '../database/filters.ts';
import { onlyRow } from '../database/only-row.ts';
import { type Listing, type Page, planPage, toPage } from '../database/paging.ts';
// @if signUpTeams
import { atPlace } from '../http/at-place.ts';
// @end
// @if !teams
import { Problem } from '../http/problem.ts';
// @end
import { type Account, accountColumns } from './account.ts';
import type { AccountChanges, AccountQuery, NewAccount } from './account-schema.ts';
// @if teams
import { keepAnAdmin } from './keep-admin.ts';
// @end
import type { PasswordHasher } from './password-hash.ts';
// @if !teams
import { adminRole } from './roles.ts';
import { accountTable, passwordResetTable, sessionTable } from './tables.ts';
// @end
// @if teamsAlone
import { adminRole as firstAdminRole } from './roles.ts';
// @end
// @if above
import { firstAdminRole, rolesAboveTeams } from './roles.ts';
// @end
// @if teams
import { type Rows, within } from './rows.ts';
import { accountTable, passwordResetTable, sessionTable } from './tables.ts';
// @end
// @if signUpTeams
import { type newTeam, sampleTeam, teamTable } from './team.ts';
// @end
// @if closedTeams
import { sampleTeam, teamTable } from './team.ts';
// @end

// @if teams
/** A number that no other example has; see seed.ts. */
const FIRST_TEAM = 40;

// @end
const listing = {
  id: accountTable.id,
  filters: { role: equals(accountTable.role) },
  sorts: {
    email: accountTable.email,
    createdAt: accountTable.createdAt,
    updatedAt: accountTable.updatedAt,
  },
} satisfies Listing;

// @if teams
/** The values of a new account, with the team that it joins. */
type NewMember = Omit<NewAccount, 'teamId'> & { teamId: string };

// @end
// @if teamsAlone
/** The accounts that somebody manages: those of the own team. */
function managed(whose: Rows): SQL | undefined {
  return within(accountTable.teamId, whose);
}

// @end
// @if above
/** The accounts that somebody manages: those of the own team that do not stand above it, or all. */
function managed(whose: Rows): SQL | undefined {
  if (whose === 'all') return undefined;
  const { teamId, role } = accountTable;
  return and(within(teamId, whose), notInArray(role, [...rolesAboveTeams]));
}

// @end
export type Accounts = ReturnType<typeof createAccounts>;

/** The accounts; their passwords go in and never come out. */
export function createAccounts(database: Database, hasher: PasswordHasher) {
// @if !teams
  const isAdmin = and(
    eq(accountTable.role, adminRole),
// @end
// @if teams
  const isAdmin = and(
    eq(accountTable.role, firstAdminRole),
// @end
    accountTable.isActive,
    isNotNull(accountTable.passwordHash),
  );

  return {
// @if !teams
    async list(query: AccountQuery): Promise<Page<Account>> {
// @end
// @if teams
    async list(query: AccountQuery, whose: Rows): Promise<Page<Account>> {
// @end
      const { where, orderBy, limit } = planPage(listing, query);
      const rows = await database
        .select(accountColumns)
        .from(accountTable)
// @if !teams
        .where(where)
// @end
// @if teams
        .where(and(managed(whose), where))
// @end
        .orderBy(...orderBy)
        .limit(limit);
      return toPage(rows, query);
    },

// @if !teams
    async find(id: string): Promise<Account | null> {
// @end
// @if teams
    async find(id: string, whose: Rows): Promise<Account | null> {
// @end
      const [row] = await database
        .select(accountColumns)
        .from(accountTable)
// @if !teams
        .where(eq(accountTable.id, id));
// @end
// @if teams
        .where(and(eq(accountTable.id, id), managed(whose)));
// @end
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
      const { passwordHash, ...account } = row;
      if (!matches || !row.isActive || passwordHash === null) return { account, matches: false };
      if (hasher.isOutdated(passwordHash)) await renewHash(row.id, passwordHash, password);
      return { account, matches };
    },

    hasAdmin: async () => (await database.$count(accountTable, isAdmin)) > 0,

// @if !teams
    async insert({ password, ...values }: NewAccount): Promise<Account> {
// @end
// @if teams
    async insert({ password, ...values }: NewMember): Promise<Account> {
// @end
      const passwordHash = await hasher.hash(password);
      const rows = await database
        .insert(accountTable)
        .values({ ...values, passwordHash })
        .returning(accountColumns);
      return onlyRow(rows);
    },

// @if teams
    /** The oldest team; where there is none yet an example, which its members rename. */
    async firstTeam(): Promise<string> {
      const { id, createdAt } = teamTable;
      const [oldest] = await database
        .select({ id })
        .from(teamTable)
        .orderBy(asc(createdAt))
        .limit(1);
      if (oldest !== undefined) return oldest.id;
      const values = sampleTeam(FIRST_TEAM);
      const made = await database.insert(teamTable).values(values).returning({ id });
      return onlyRow(made).id;
    },

// @end
// @if signUpTeams
    /** Makes an account together with its team, or neither. */
    async insertWithTeam(
      team: z.output<typeof newTeam>,
      { password, ...values }: Omit<NewMember, 'teamId'>,
    ): Promise<Account> {
      const passwordHash = await hasher.hash(password);
      return database.transaction(async (transaction) => {
        const made: { id: string }[] = [];
        await atPlace('/team', async () => {
          const { id } = teamTable;
          made.push(...(await transaction.insert(teamTable).values(team).returning({ id })));
        });
        const member = { ...values, passwordHash, teamId: onlyRow(made).id };
        const rows = await transaction
          .insert(accountTable)
          .values(member)
          .returning(accountColumns);
        return onlyRow(rows);
      });
    },

// @end
    /** Null when there is no such account. A new password or the end of the account ends its sessions. */
// @if !teams
    async update(id: string, { password, ...changes }: AccountChanges): Promise<Account | null> {
// @end
// @if teams
    async update(
      id: string,
      { password, ...changes }: AccountChanges,
      whose: Rows,
    ): Promise<Account | null> {
// @end
      const passwordHash =
        password === undefined ? {} : { passwordHash: await hasher.hash(password) };
      return database.transaction(async (transaction) => {
// @if !teams
        const staysAdmin = (changes.role ?? adminRole) === adminRole && changes.isActive !== false;
        if (!staysAdmin) await keepAnAdmin(transaction, id);
// @end
// @if teams
        await keepAnAdmin(transaction, id, whose, changes);
// @end
        const [row] = await transaction
          .update(accountTable)
          .set({ ...changes, ...passwordHash, updatedAt: sql`now()` })
// @if !teams
          .where(eq(accountTable.id, id))
          .returning(accountColumns);
        if (password !== undefined || changes.isActive === false) await endAll(transaction, id);
        return row ?? null;
// @end
// @if teams
          .where(and(eq(accountTable.id, id), managed(whose)))
          .returning(accountColumns);
        if (row === undefined) return null;
        if (password !== undefined || changes.isActive === false) await endAll(transaction, id);
        return row;
// @end
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
// @if !teams
    async remove(id: string): Promise<boolean> {
      return database.transaction(async (transaction) => {
        await keepAnAdmin(transaction, id);
        const rows = await transaction
          .delete(accountTable)
          .where(eq(accountTable.id, id))
// @end
// @if teams
    async remove(id: string, whose: Rows): Promise<boolean> {
      return database.transaction(async (transaction) => {
        await keepAnAdmin(transaction, id, whose, null);
        const rows = await transaction
          .delete(accountTable)
          .where(and(eq(accountTable.id, id), managed(whose)))
// @end
          .returning({ id: accountTable.id });
        return rows.length > 0;
      });
    },
  };

  /** Only when somebody knows the password it can be hashed as it is today; a change at the same moment wins. */
  async function renewHash(id: string, known: string, password: string): Promise<void> {
    const passwordHash = await hasher.hash(password);
    const isKnown = eq(accountTable.passwordHash, known);
    await database
      .update(accountTable)
      .set({ passwordHash })
      .where(and(eq(accountTable.id, id), isKnown));
  }
// @if !teams

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
// @end
}

async function endAll(transaction: Database, id: string): Promise<void> {
  await transaction.delete(sessionTable).where(eq(sessionTable.accountId, id));
  await transaction.delete(passwordResetTable).where(eq(passwordResetTable.accountId, id));
}
