import { boolean, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { signInWays } from '../domain/session.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const sessionTable = pgTable('session', {
  id: text().primaryKey(),
  organisationId: text('organisation_id').notNull(),
  tokenHash: text('token_hash').notNull().unique(),
  signedInBy: text('signed_in_by', { enum: signInWays }).notNull(),
  needsPassword: boolean('needs_password').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  lastUsedAt: instant('last_used_at').notNull(),
  endedAt: instant('ended_at'),
});

export const signInLinkTable = pgTable('sign_in_link', {
  id: text().primaryKey(),
  organisationId: text('organisation_id').notNull(),
  tokenHash: text('token_hash').notNull().unique(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

export const ownerPasswordTable = pgTable('owner_password', {
  organisationId: text('organisation_id').primaryKey(),
  hash: text().notNull(),
  changedAt: instant('changed_at').notNull(),
});

export const sessionMigrations = [
  {
    id: '0101-owner-sessions',
    sql: `create table session (
      id text primary key,
      organisation_id text not null references organisation (id),
      token_hash text not null unique,
      signed_in_by text not null check (signed_in_by in ('link', 'password')),
      needs_password boolean not null,
      created_at timestamptz(3) not null,
      expires_at timestamptz(3) not null,
      last_used_at timestamptz(3) not null,
      ended_at timestamptz(3)
    );
    create index session_by_organisation on session (organisation_id);
    create index session_by_expiry on session (expires_at);
    create table sign_in_link (
      id text primary key,
      organisation_id text not null references organisation (id),
      token_hash text not null unique,
      created_at timestamptz(3) not null,
      expires_at timestamptz(3) not null,
      used_at timestamptz(3)
    );
    create index sign_in_link_by_expiry on sign_in_link (expires_at);
    create table owner_password (
      organisation_id text primary key references organisation (id),
      hash text not null,
      changed_at timestamptz(3) not null
    );`,
  },
];
