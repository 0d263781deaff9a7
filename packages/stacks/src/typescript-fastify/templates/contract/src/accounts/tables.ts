import { sql } from 'drizzle-orm';
import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { mode: 'string', withTimezone: true });

/** Of a token only the hash is kept: who reads the database cannot sign in with what is there. */
export const sessionTable = pgTable('session', {
  tokenHash: text('token_hash').primaryKey(),
  accountKey: text('account_key').notNull(),
  createdAt: instant('created_at').notNull().default(sql`now()`),
  expiresAt: instant('expires_at').notNull(),
});

/** How often a password was wrong. */
export const attemptTable = pgTable('attempt', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  lastAt: instant('last_at').notNull(),
  blockedUntil: instant('blocked_until'),
});
