import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const dropTable = pgTable('drop', {
  id: text().primaryKey(),
  organisationId: text('organisation_id').notNull(),
  projectId: text('project_id').notNull(),
  runId: text('run_id').notNull(),
  stage: text().notNull(),
  key: text().notNull(),
  version: integer().notNull(),
  mediaType: text('media_type').notNull(),
  digest: text().notNull(),
  size: integer().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull(),
});

export const dropPinTable = pgTable('drop_pin', {
  dropId: text('drop_id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  name: text().notNull(),
  note: text().notNull(),
  pinnedAt: timestamp('pinned_at', { withTimezone: true, precision: 3 }).notNull(),
});

export const migrations = [
  {
    id: '0120-drops',
    sql: `create table "drop" (
      id text primary key,
      organisation_id text not null references organisation (id),
      project_id text not null references project (id),
      run_id text not null,
      stage text not null,
      key text not null,
      version integer not null,
      media_type text not null,
      digest text not null,
      size integer not null,
      created_at timestamptz(3) not null,
      unique (organisation_id, project_id, stage, version),
      unique (organisation_id, run_id, stage, key)
    );
    create index drop_by_project on "drop" (organisation_id, project_id, id);`,
  },
  {
    id: '0121-drop-pins',
    sql: `create table drop_pin (
      drop_id text primary key references "drop" (id) on delete cascade,
      organisation_id text not null references organisation (id),
      name text not null,
      note text not null,
      pinned_at timestamptz(3) not null
    );
    create index drop_by_organisation on "drop" (organisation_id, id);`,
  },
];
