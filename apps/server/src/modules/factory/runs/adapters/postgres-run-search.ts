import { and, desc, eq, ilike } from 'drizzle-orm';
import type { RunSearch } from '#modules/factory/drops/index.ts';
import type { Database } from '#platform/database.ts';
import { containing } from '#platform/sql-text.ts';
import { runTable } from './run-table.ts';

/** Runs by the words of their prompts, for those who keep what runs made. */
export function createRunSearch(database: Database): RunSearch {
  return {
    async idsByPrompt(organisationId, text, limit) {
      const found = await database
        .select({ id: runTable.id })
        .from(runTable)
        .where(
          and(
            eq(runTable.organisationId, organisationId),
            ilike(runTable.prompt, containing(text)),
          ),
        )
        .orderBy(desc(runTable.id))
        .limit(limit);
      return found.map(({ id }) => id);
    },
  };
}
