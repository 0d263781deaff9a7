import type { Check, StageAttempt } from '@quantumlayer/contracts';
import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const runStageTable = pgTable(
  'run_stage',
  {
    organisationId: text('organisation_id').notNull(),
    runId: text('run_id').notNull(),
    stage: text().notNull(),
    attempt: integer().notNull(),
    kind: text().$type<StageAttempt['kind']>().notNull(),
    status: text().$type<StageAttempt['status']>().notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    failure: text(),
    checks: jsonb().$type<Check[]>(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.stage, table.attempt] })],
);

/** Attempts of runs that are there already are read out of the journal, which has always held them. */
export const runStageMigrations = [
  {
    id: '0212-run-stages',
    sql: `create table run_stage (
      organisation_id text not null,
      run_id text not null references run (id) on delete cascade,
      stage text not null,
      attempt integer not null,
      kind text not null,
      status text not null,
      started_at timestamptz(3) not null,
      finished_at timestamptz(3),
      failure text,
      checks jsonb,
      primary key (run_id, stage, attempt)
    );
    create index run_stage_by_start on run_stage (organisation_id, started_at);
    insert into run_stage
      select began.organisation_id, began.execution_id, began.node, began.attempt,
        case began.type when 'stage.waiting' then 'checkpoint' else 'work' end,
        case
          when ended.type in ('stage.succeeded', 'stage.decided', 'stage.approved', 'stage.modified') then 'succeeded'
          when ended.type in ('stage.failed', 'stage.retrying', 'stage.rejected') then 'failed'
          when ended.type = 'stage.cancelled' then 'cancelled'
          when ended.type = 'stage.interrupted' then 'interrupted'
          when began.type = 'stage.waiting' then 'waiting'
          else 'running'
        end,
        began.at, ended.at, ended.data #>> '{failure,code}', ended.data #> '{failure,details,evidence,checks}'
      from workflow_event began
      join run on run.id = began.execution_id
      left join lateral (
        select type, at, data from workflow_event
        where execution_id = began.execution_id and seq > began.seq and node = began.node
          and type in ('stage.succeeded', 'stage.decided', 'stage.approved', 'stage.modified', 'stage.failed',
            'stage.retrying', 'stage.rejected', 'stage.cancelled', 'stage.interrupted')
        order by seq limit 1
      ) ended on true
      where began.type in ('stage.started', 'stage.waiting') and position('/' in began.node) = 0
      on conflict do nothing;`,
  },
];
