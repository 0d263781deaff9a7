import { and, desc, eq, getTableColumns, lt, lte, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import type { CapsuleRepository } from '../ports.ts';
import { capsuleTable } from './capsule-tables.ts';

export function createPostgresCapsuleRepository(database: Database): CapsuleRepository {
  return {
    ...lookups(database),

    async find(organisationId, id) {
      const [capsule] = await database
        .select()
        .from(capsuleTable)
        .where(and(eq(capsuleTable.organisationId, organisationId), eq(capsuleTable.id, id)));
      return capsule ?? null;
    },

    async list(organisationId, projectId, { before, limit }) {
      return await database
        .select()
        .from(capsuleTable)
        .where(
          and(
            eq(capsuleTable.organisationId, organisationId),
            eq(capsuleTable.projectId, projectId),
            before === null ? undefined : lt(capsuleTable.id, before),
          ),
        )
        .orderBy(desc(capsuleTable.id))
        .limit(limit);
    },

    async listNumbered(organisationId, projectId, { before, limit }) {
      const numbered = database
        .select({
          ...getTableColumns(capsuleTable),
          number: sql<number>`row_number() over (order by ${capsuleTable.id})::int`.as('number'),
        })
        .from(capsuleTable)
        .where(
          and(
            eq(capsuleTable.organisationId, organisationId),
            eq(capsuleTable.projectId, projectId),
          ),
        )
        .as('numbered');
      return await database
        .select()
        .from(numbered)
        .where(before === null ? undefined : lt(numbered.id, before))
        .orderBy(desc(numbered.id))
        .limit(limit);
    },

    async insert(capsule) {
      await database.insert(capsuleTable).values(capsule).onConflictDoNothing();
      const [stored] = await database
        .select()
        .from(capsuleTable)
        .where(
          and(
            eq(capsuleTable.organisationId, capsule.organisationId),
            eq(capsuleTable.runId, capsule.runId),
            eq(capsuleTable.digest, capsule.digest),
          ),
        );
      return stored ?? capsule;
    },
  };
}

function lookups(database: Database): Pick<CapsuleRepository, 'numberOf' | 'findByDigest'> {
  return {
    async numberOf(organisationId, projectId, id) {
      return await database.$count(
        capsuleTable,
        and(
          eq(capsuleTable.organisationId, organisationId),
          eq(capsuleTable.projectId, projectId),
          lte(capsuleTable.id, id),
        ),
      );
    },

    async findByDigest(organisationId, projectId, digest) {
      const [capsule] = await database
        .select()
        .from(capsuleTable)
        .where(
          and(
            eq(capsuleTable.organisationId, organisationId),
            eq(capsuleTable.projectId, projectId),
            eq(capsuleTable.digest, digest),
          ),
        )
        .orderBy(capsuleTable.id)
        .limit(1);
      return capsule ?? null;
    },
  };
}
