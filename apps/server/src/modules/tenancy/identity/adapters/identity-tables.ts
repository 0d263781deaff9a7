import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { sessionMigrations } from './session-tables.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const organisationTable = pgTable('organisation', {
  id: text().primaryKey(),
  slug: text().notNull().unique(),
  createdAt: instant('created_at').notNull(),
});

export const apiKeyTable = pgTable('api_key', {
  id: text().primaryKey(),
  organisationId: text('organisation_id').notNull(),
  name: text().notNull(),
  prefix: text().notNull().unique(),
  hash: text().notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at'),
  lastUsedAt: instant('last_used_at'),
  revokedAt: instant('revoked_at'),
});

export const migrations = [
  {
    id: '0100-identity',
    sql: `create table organisation (
      id text primary key,
      slug text not null unique,
      created_at timestamptz(3) not null
    );
    create table api_key (
      id text primary key,
      organisation_id text not null references organisation (id),
      name text not null,
      prefix text not null unique,
      hash text not null,
      created_at timestamptz(3) not null,
      expires_at timestamptz(3),
      last_used_at timestamptz(3),
      revoked_at timestamptz(3)
    );
    create index api_key_by_organisation on api_key (organisation_id, id);`,
  },
  ...sessionMigrations,
];
