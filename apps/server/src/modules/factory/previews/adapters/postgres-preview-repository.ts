import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import type { PreviewRepository } from '../ports.ts';
import { previewTable } from './preview-table.ts';

export function createPostgresPreviewRepository(database: Database): PreviewRepository {
  const { id: idColumn, organisationId: organisation, runId, label, status } = previewTable;
  const first = async (...conditions: Parameters<typeof and>) => {
    const [preview] = await database
      .select()
      .from(previewTable)
      .where(and(...conditions));
    return preview ?? null;
  };

  return {
    find: (organisationId, id) => first(eq(organisation, organisationId), eq(idColumn, id)),

    async list(organisationId, projectId, { before, limit }) {
      return await database
        .select()
        .from(previewTable)
        .where(
          and(
            eq(organisation, organisationId),
            eq(previewTable.projectId, projectId),
            before === null ? undefined : lt(idColumn, before),
          ),
        )
        .orderBy(desc(idColumn))
        .limit(limit);
    },

    async insert(preview) {
      await database
        .insert(previewTable)
        .values({ ...preview })
        .onConflictDoNothing();
      const stored = await first(
        eq(organisation, preview.organisationId),
        eq(runId, preview.runId),
      );
      return stored ?? preview;
    },

    async update(id, change) {
      await database.update(previewTable).set(change).where(eq(idColumn, id));
    },

    async move(id, from, change) {
      const changed = await database
        .update(previewTable)
        .set(change)
        .where(and(eq(idColumn, id), inArray(status, [...from])))
        .returning({ id: idColumn });
      return changed.length === 1;
    },

    findByLabel: (wanted) => first(eq(label, wanted)),

    async listActive() {
      return await database
        .select()
        .from(previewTable)
        .where(inArray(status, ['starting', 'running']))
        .orderBy(idColumn);
    },
  };
}
