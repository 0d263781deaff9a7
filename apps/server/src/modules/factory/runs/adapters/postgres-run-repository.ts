import { and, count, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import type { RunRepository } from '../ports.ts';
import { runTable } from './run-table.ts';

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

    async list(organisationId, projectId, { before, limit }) {
      return await database
        .select()
        .from(runTable)
        .where(
          and(
            eq(runTable.organisationId, organisationId),
            eq(runTable.projectId, projectId),
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

    async save(tx, { id, organisationId, status, startedAt, finishedAt, failure }) {
      await tx
        .update(runTable)
        .set({ status, startedAt, finishedAt, failure })
        .where(and(eq(runTable.organisationId, organisationId), eq(runTable.id, id)));
    },

    transaction: (work) => database.transaction(work),
  };
}
