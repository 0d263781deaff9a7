import type { Migration } from '#platform/migrate.ts';

const executionsAndEvents = `
create table workflow_execution (
  id text primary key,
  organisation_id text not null,
  definition jsonb not null,
  definition_name text not null,
  definition_revision integer not null,
  status text not null,
  seq integer not null,
  epoch integer not null,
  failure jsonb,
  drive integer not null,
  dispatch text not null,
  dispatch_at timestamptz not null,
  process text,
  wake_at timestamptz,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
) with (fillfactor = 70);
create index workflow_execution_list on workflow_execution (organisation_id, created_at desc, id desc);
create index workflow_execution_dispatch on workflow_execution (dispatch, dispatch_at) where dispatch <> 'idle';
create index workflow_execution_wake on workflow_execution (wake_at) where wake_at is not null;

create table workflow_event (
  organisation_id text not null,
  execution_id text not null references workflow_execution (id) on delete cascade,
  seq integer not null,
  type text not null,
  node text,
  attempt integer not null,
  at timestamptz not null,
  data jsonb not null,
  primary key (execution_id, seq)
);

create table workflow_process (
  id text primary key,
  seen_at timestamptz not null
);
`;

/** The tables of this module, oldest step first. */
export const workflowMigrations: readonly Migration[] = [
  { id: 'workflow-0001-executions-and-events', sql: executionsAndEvents },
];
