import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '#platform/database.ts';
import type { RunFigures, StatisticsScope } from '../ports.ts';
import { readRows, runStatusColumn, spreadColumns } from './figure-rows.ts';

const DAY = sql`to_char(run.created_at at time zone 'UTC', 'YYYY-MM-DD')`;
const spreadOf = (ms: ReturnType<typeof sql>) => sql`
  count(*)::int as count,
  percentile_cont(0.5) within group (order by ${ms}) as "medianMs",
  percentile_cont(0.9) within group (order by ${ms}) as "p90Ms"`;
const STAGE_MS = sql`(extract(epoch from run_stage.finished_at - run_stage.started_at) * 1000)::float8`;

/** The checks that run a program in the sandbox; the others read files in our own process. */
const SANDBOXED = sql`('typecheck', 'lint', 'build', 'start', 'operations', 'attacks', 'tests')`;

export function createPostgresRunFigures(database: Database): RunFigures {
  return {
    days: (scope) =>
      readRows(
        database,
        dayRow,
        sql`
        select ${DAY} as day, status, count(*)::int as count,
          coalesce(sum(tests_passed), 0)::int as "testsPassed",
          coalesce(sum(tests_failed), 0)::int as "testsFailed"
        from run where ${asked(scope)} group by 1, 2 order by 1`,
      ),

    async timeToCapsule(scope) {
      const [spread] = await readRows(database, z.object(spreadColumns), workedUntilCapsule(scope));
      return spread ?? { count: 0, medianMs: null, p90Ms: null };
    },

    unfinished: ({ organisationId, projectId }, limit) =>
      readRows(
        database,
        unfinishedRow,
        sql`
        select status, count(*)::int as count,
          (array_agg(id order by id desc))[1:${sql.raw(String(limit))}] as "runIds"
        from run
        where ${ofProject(organisationId, projectId)} and status in ('queued', 'running', 'waiting', 'paused')
        group by status`,
      ),

    stages: (scope) =>
      readRows(
        database,
        stageRow,
        sql`
        select run_stage.stage, ${spreadOf(STAGE_MS)},
          (array_agg(run.id order by ${STAGE_MS} desc))[1] as "slowestRunId"
        from run_stage join run on run.id = run_stage.run_id
        where ${asked(scope)} and run_stage.kind = 'work' and run_stage.status = 'succeeded'
        group by run_stage.stage order by "medianMs" desc, run_stage.stage`,
      ),

    failures: (scope) =>
      readRows(
        database,
        failureRow,
        sql`
        select failure ->> 'code' as code, count(*)::int as count, max(id) as "latestRunId"
        from run where ${asked(scope)} and status = 'failed' and failure is not null
        group by 1 order by count desc, code limit 100`,
      ),

    async sandbox(scope) {
      const [sum] = await readRows(
        database,
        sandboxRow,
        sql`
        select coalesce(sum((item ->> 'durationMs')::float8), 0) / 60000 as minutes,
          count(distinct (run_stage.run_id, run_stage.attempt))::int as attempts
        from run_stage join run on run.id = run_stage.run_id
        cross join lateral jsonb_array_elements(run_stage.checks) item
        where ${asked(scope)} and item ->> 'id' in ${SANDBOXED} and item ->> 'status' <> 'skipped'`,
      );
      return sum ?? { minutes: 0, attempts: 0 };
    },
  };
}

/** What was worked on each run until its last capsule was there. */
function workedUntilCapsule(scope: StatisticsScope) {
  return sql`
    select ${spreadOf(sql`worked.ms`)} from (
      select sum(${STAGE_MS}) as ms from run
      join (
        select run_id, max(finished_at) as finished_at from run_stage
        where organisation_id = ${scope.organisationId} and stage = 'capsule' and status = 'succeeded'
        group by run_id
      ) capsule on capsule.run_id = run.id
      join run_stage on run_stage.run_id = run.id and run_stage.kind = 'work'
        and run_stage.finished_at <= capsule.finished_at
      where ${asked(scope)} group by run.id
    ) worked`;
}

function asked({ organisationId, projectId, since, until }: StatisticsScope) {
  return sql`${ofProject(organisationId, projectId)}
    and run.created_at >= ${since.toISOString()}::timestamptz
    and run.created_at < ${until.toISOString()}::timestamptz`;
}

function ofProject(organisationId: string, projectId: string | undefined) {
  const project = projectId === undefined ? sql`` : sql` and run.project_id = ${projectId}`;
  return sql`run.organisation_id = ${organisationId}${project}`;
}

const dayRow = z.object({
  day: z.string(),
  status: runStatusColumn,
  count: z.int(),
  testsPassed: z.int(),
  testsFailed: z.int(),
});
const unfinishedRow = z.object({
  status: runStatusColumn,
  count: z.int(),
  runIds: z.array(z.string()),
});
const stageRow = z.object({ stage: z.string(), slowestRunId: z.string(), ...spreadColumns });
const failureRow = z.object({ code: z.string(), count: z.int(), latestRunId: z.string() });
const sandboxRow = z.object({ minutes: z.number(), attempts: z.int() });
