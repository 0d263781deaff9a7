import { and, count, eq, inArray, max } from 'drizzle-orm';
import type { ProjectActivity } from '#modules/tenancy/projects/index.ts';
import type { Database } from '#platform/database.ts';
import { runTable } from './run-table.ts';

/** How many runs projects have seen, and their last ones: one question for any number of projects. */
export function createProjectActivity(database: Database): ProjectActivity {
  return {
    async of(organisationId, projectIds) {
      if (projectIds.length === 0) return new Map();
      const counted = database
        .select({ count: count().as('count'), lastId: max(runTable.id).as('last_id') })
        .from(runTable)
        .where(
          and(
            eq(runTable.organisationId, organisationId),
            inArray(runTable.projectId, [...projectIds]),
          ),
        )
        .groupBy(runTable.projectId)
        .as('counted');
      const { id, projectId, status, createdAt, finishedAt } = runTable;
      const rows = await database
        .select({ count: counted.count, id, projectId, status, createdAt, finishedAt })
        .from(counted)
        .innerJoin(runTable, eq(runTable.id, counted.lastId));
      return new Map(
        rows.map((row) => [
          row.projectId,
          {
            count: row.count,
            last: {
              id: row.id,
              status: row.status,
              createdAt: row.createdAt.toISOString(),
              finishedAt: row.finishedAt?.toISOString() ?? null,
            },
          },
        ]),
      );
    },
  };
}
