import type { RunFailure } from '@quantumlayer/contracts';
import { and, count, desc, eq, getTableColumns, gte, ilike, inArray, lt, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { containing } from '#platform/sql-text.ts';
import type { RunRepository } from '../ports.ts';
import { runTable } from './run-table.ts';

/** What a list shows. The details of a failure hold the whole evidence of a run. */
const listed = {
  ...getTableColumns(runTable),
  failure: sql<RunFailure | null>`${runTable.failure} - 'details'`,
};

const failureCode = sql`${runTable.failure} ->> 'code'`;

export function createPostgresRunRepository(database: Database): RunRepository {
  async function findIn(from: Database, organisationId: string, id: string) {
    const [run] = await from
      .select()
      .from(runTable)
      .where(and(eq(runTable.organisationId, organisationId), eq(runTable.id, id)));
    return run ?? null;
  }

  return {
    findIn,
    find: (organisationId, id) => findIn(database, organisationId, id),

    async list(organisationId, query) {
      const { projectId, statuses, text, failure, since, until, before, limit } = query;
      return await database
        .select(listed)
        .from(runTable)
        .where(
          and(
            eq(runTable.organisationId, organisationId),
            projectId === undefined ? undefined : eq(runTable.projectId, projectId),
            statuses.length === 0 ? undefined : inArray(runTable.status, [...statuses]),
            text === undefined ? undefined : ilike(runTable.prompt, containing(text)),
            failure === undefined ? undefined : eq(failureCode, failure),
            since === undefined ? undefined : gte(runTable.createdAt, since),
            until === undefined ? undefined : lt(runTable.createdAt, until),
            before === null ? undefined : lt(runTable.id, before),
          ),
        )
        .orderBy(desc(runTable.id))
        .limit(limit);
    },

    async hasActive() {
      const [active] = await database
        .select({ id: runTable.id })
        .from(runTable)
        .where(inArray(runTable.status, ['queued', 'running']))
        .limit(1);
      return active !== undefined;
    },

    async countQueuedBefore(id) {
      const [before] = await database
        .select({ runs: count() })
        .from(runTable)
        .where(and(eq(runTable.status, 'queued'), lt(runTable.id, id)));
      return before?.runs ?? 0;
    },

    async insert(tx, run) {
      await tx.insert(runTable).values(run);
    },

    async save(tx, run) {
      const { id, organisationId, projectId, prompt, options, createdAt, ...moved } = run;
      await tx
        .update(runTable)
        .set(moved)
        .where(and(eq(runTable.organisationId, organisationId), eq(runTable.id, id)));
    },

    async saveProgress(tx, { id, organisationId, stageKey, stageMessage }) {
      await tx
        .update(runTable)
        .set({ stageKey, stageMessage })
        .where(and(eq(runTable.organisationId, organisationId), eq(runTable.id, id)));
    },

    transaction: (work) => database.transaction(work),
  };
}
