import type { RunFailure, RunOptions, RunStatus } from '@quantumlayer/contracts';
import { bigint, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const runTable = pgTable(
  'run',
  {
    id: text().primaryKey(),
    organisationId: text('organisation_id').notNull(),
    projectId: text('project_id').notNull(),
    prompt: text().notNull(),
    options: jsonb().$type<RunOptions>().notNull(),
    status: text().$type<RunStatus>().notNull(),
    createdAt: instant('created_at').notNull(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    workedMs: bigint('worked_ms', { mode: 'number' }).notNull(),
    workingSince: instant('working_since'),
    failure: jsonb().$type<RunFailure>(),
    title: text(),
    stageKey: text('stage_key'),
    stageMessage: text('stage_message'),
    testsPassed: integer('tests_passed'),
    testsFailed: integer('tests_failed'),
    capsuleId: text('capsule_id'),
    previewId: text('preview_id'),
  },
  (table) => [
    index('run_by_project').on(table.organisationId, table.projectId, table.id),
    index('run_by_organisation').on(table.organisationId, table.id),
    index('run_by_time').on(table.organisationId, table.createdAt),
    index('run_by_status').on(table.organisationId, table.status, table.id),
  ],
);

export const runMigrations = [
  {
    id: '0210-runs',
    sql: `create table run (
      id text primary key,
      organisation_id text not null,
      project_id text not null,
      prompt text not null,
      options jsonb not null,
      status text not null,
      created_at timestamptz(3) not null,
      started_at timestamptz(3),
      finished_at timestamptz(3),
      failure jsonb
    );
    create index run_by_project on run (organisation_id, project_id, id);`,
  },
  {
    id: '0211-run-highlights',
    sql: `alter table run
      add column title text,
      add column stage_key text,
      add column stage_message text,
      add column tests_passed integer,
      add column tests_failed integer,
      add column capsule_id text,
      add column preview_id text;
    create index run_by_organisation on run (organisation_id, id);`,
  },
  {
    id: '0213-run-times',
    sql: 'create index run_by_time on run (organisation_id, created_at);',
  },
  {
    id: '0214-run-status',
    sql: 'create index run_by_status on run (organisation_id, status, id);',
  },
  {
    id: '0215-run-clock',
    sql: `alter table run
      add column worked_ms bigint not null default 0,
      add column working_since timestamptz(3);
    update run set
      worked_ms = coalesce(round(extract(epoch from finished_at - started_at) * 1000), 0),
      working_since = case status when 'running' then started_at end;`,
  },
];
