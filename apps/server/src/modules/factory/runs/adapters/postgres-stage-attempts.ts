import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import type { StageAttempts } from '../ports.ts';
import { runStageTable } from './run-stage-table.ts';

export function createPostgresStageAttempts(database: Database): StageAttempts {
  return {
    async begin(tx, attempt) {
      await tx.insert(runStageTable).values(attempt).onConflictDoNothing();
    },

    async end(tx, { organisationId, runId, stage, attempt, ...ended }) {
      await tx
        .update(runStageTable)
        .set(ended)
        .where(
          and(
            eq(runStageTable.organisationId, organisationId),
            eq(runStageTable.runId, runId),
            eq(runStageTable.stage, stage),
            eq(runStageTable.attempt, attempt),
            isNull(runStageTable.finishedAt),
          ),
        );
    },

    async list(organisationId, runId, { skip, limit }) {
      return await database
        .select()
        .from(runStageTable)
        .where(
          and(eq(runStageTable.organisationId, organisationId), eq(runStageTable.runId, runId)),
        )
        .orderBy(asc(runStageTable.startedAt), asc(runStageTable.stage), asc(runStageTable.attempt))
        .offset(skip)
        .limit(limit);
    },

    async findChecks(organisationId, runId, attempt) {
      const [found] = await database
        .select({ checks: runStageTable.checks })
        .from(runStageTable)
        .where(
          and(
            eq(runStageTable.organisationId, organisationId),
            eq(runStageTable.runId, runId),
            eq(runStageTable.stage, 'quality'),
            eq(runStageTable.attempt, attempt),
          ),
        );
      return found?.checks ?? null;
    },
  };
}
