import { and, asc, eq, gt, ilike, inArray, isNull, or } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { containing } from '#platform/sql-text.ts';
import type { ProjectRepository } from '../ports.ts';
import { projectTable } from './project-table.ts';

export function createPostgresProjectRepository(database: Database): ProjectRepository {
  return {
    async find(organisationId, id) {
      const [project] = await database
        .select()
        .from(projectTable)
        .where(and(eq(projectTable.organisationId, organisationId), eq(projectTable.id, id)));
      return project ?? null;
    },

    async findMany(organisationId, ids) {
      if (ids.length === 0) return [];
      return await database
        .select()
        .from(projectTable)
        .where(
          and(eq(projectTable.organisationId, organisationId), inArray(projectTable.id, [...ids])),
        );
    },

    async list(organisationId, { after, limit, archived, text }) {
      return await database
        .select()
        .from(projectTable)
        .where(
          and(
            eq(projectTable.organisationId, organisationId),
            after === null ? undefined : gt(projectTable.id, after),
            archived ? undefined : isNull(projectTable.archivedAt),
            text === undefined ? undefined : isNamed(text),
          ),
        )
        .orderBy(asc(projectTable.id))
        .limit(limit);
    },

    async insert(project) {
      const made = await database
        .insert(projectTable)
        .values(project)
        .onConflictDoNothing()
        .returning({ id: projectTable.id });
      return made.length === 1;
    },

    async update({ id, organisationId, name, description, archivedAt }) {
      try {
        await database
          .update(projectTable)
          .set({ name, description, archivedAt })
          .where(and(eq(projectTable.organisationId, organisationId), eq(projectTable.id, id)));
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    },
  };
}

function isNamed(text: string) {
  const pattern = containing(text);
  return or(ilike(projectTable.name, pattern), ilike(projectTable.description, pattern));
}

/** SQLSTATE 23505, which drizzle keeps in the cause of its own error. */
function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === '23505') || isUniqueViolation(error.cause);
}
