import type { VersionChange } from '@quantumlayer/contracts';
import { integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const capsuleTable = pgTable('capsule', {
  id: text().primaryKey(),
  organisationId: text('organisation_id').notNull(),
  projectId: text('project_id').notNull(),
  runId: text('run_id').notNull(),
  name: text().notNull(),
  digest: text().notNull(),
  codeDigest: text('code_digest').notNull(),
  keyId: text('key_id').notNull(),
  size: integer().notNull(),
  createdAt: instant('created_at').notNull(),
  change: jsonb().$type<VersionChange>(),
});

export const signingKeyTable = pgTable('signing_key', {
  keyId: text('key_id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  publicKeyPem: text('public_key_pem').notNull(),
  encryptedPrivateKey: text('encrypted_private_key').notNull(),
  createdAt: instant('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  retiredAt: instant('retired_at'),
});

export const migrations = [
  {
    id: '0130-capsules',
    sql: `create table signing_key (
      key_id text primary key,
      organisation_id text not null unique references organisation (id),
      public_key_pem text not null,
      encrypted_private_key text not null,
      created_at timestamptz(3) not null
    );
    create table capsule (
      id text primary key,
      organisation_id text not null references organisation (id),
      project_id text not null references project (id),
      run_id text not null,
      name text not null,
      digest text not null,
      code_digest text not null,
      key_id text not null references signing_key (key_id),
      size integer not null,
      created_at timestamptz(3) not null,
      unique (organisation_id, run_id, digest)
    );
    create index capsule_by_project on capsule (organisation_id, project_id, id);`,
  },
  {
    id: '0131-signing-key-rotation',
    sql: `alter table signing_key
      drop constraint signing_key_organisation_id_key,
      add column created_by text not null default 'first start',
      add column retired_at timestamptz(3);
    create unique index signing_key_active on signing_key (organisation_id) where retired_at is null;`,
  },
  {
    id: '0132-version-changes',
    sql: 'alter table capsule add column change jsonb;',
  },
];
