import { sql } from 'drizzle-orm';
import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../database/columns.ts';
import { roles } from './roles.ts';

export const accountTable = pgTable('account', {
  id: uuid('id').primaryKey().defaultRandom(),
  email: text('email').notNull(),
  role: text('role', { enum: roles }).notNull(),
  isActive: boolean('is_active').notNull().default(true),
  /** Null: nobody can sign in to it until it is given a password. */
  passwordHash: text('password_hash'),
// @if teams
  /** What it belongs to; never changed. */
  teamId: uuid('team_id').notNull(),
// @end
  createdAt: instant('created_at').notNull().default(sql`now()`),
  updatedAt: instant('updated_at').notNull().default(sql`now()`),
});

/** Of a token only the hash is kept: who reads the database cannot sign in with what is there. */
export const sessionTable = pgTable('session', {
  tokenHash: text('token_hash').primaryKey(),
  accountId: uuid('account_id').notNull(),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  lastUsedAt: instant('last_used_at').notNull().default(sql`now()`),
  expiresAt: instant('expires_at').notNull(),
});

export const passwordResetTable = pgTable('password_reset', {
  tokenHash: text('token_hash').primaryKey(),
  accountId: uuid('account_id').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

/** How often something was tried that must not be tried often; see attempts.ts. */
export const attemptTable = pgTable('attempt', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  lastAt: instant('last_at').notNull(),
  blockedUntil: instant('blocked_until'),
});

export const auditTable = pgTable('audit_entry', {
  id: uuid('id').primaryKey().defaultRandom(),
  at: instant('at').notNull().default(sql`clock_timestamp()`),
  /** Without a foreign key: the entries outlive the account. */
  accountId: uuid('account_id'),
  operation: text('operation').notNull(),
  status: integer('status').notNull(),
  rowId: text('row_id'),
// @if teams
  /** Of who did it, or tried to sign in; null where that is not known. */
  teamId: uuid('team_id'),
// @end
});
