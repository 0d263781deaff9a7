import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { PreviewStatus } from '../domain/preview.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 }).notNull();

export const previewTable = pgTable('preview', {
  id: text().primaryKey(),
  organisationId: text('organisation_id').notNull(),
  projectId: text('project_id').notNull(),
  runId: text('run_id').notNull(),
  capsuleId: text('capsule_id').notNull(),
  stackId: text('stack_id').notNull(),
  label: text().notNull(),
  status: text().$type<PreviewStatus>().notNull(),
  createdAt: instant('created_at'),
  expiresAt: instant('expires_at'),
  reason: text(),
  log: text().notNull(),
});

/** Who runs a preview, and until when that is certain. */
export const previewLeaseTable = pgTable('preview_lease', {
  previewId: text('preview_id').primaryKey(),
  owner: text().notNull(),
  /** Where the owner is reached. */
  origin: text(),
  until: instant('until'),
});

export const migrations = [
  {
    id: '0140-previews',
    sql: `create table preview (
      id text primary key,
      organisation_id text not null references organisation (id),
      project_id text not null references project (id),
      run_id text not null,
      capsule_id text not null references capsule (id),
      stack_id text not null,
      label text not null unique,
      status text not null check (status in ('starting', 'running', 'stopped', 'expired', 'failed')),
      created_at timestamptz(3) not null,
      expires_at timestamptz(3) not null,
      reason text,
      log text not null,
      unique (organisation_id, run_id)
    );
    create index preview_by_project on preview (organisation_id, project_id, id);
    create index preview_active on preview (status) where status in ('starting', 'running');`,
  },
  {
    id: '0141-preview-leases',
    sql: `create table preview_lease (
      preview_id text primary key references preview (id) on delete cascade,
      owner text not null,
      origin text,
      until timestamptz(3) not null
    );`,
  },
];
