import { eq } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import type { OrganisationRepository } from '../ports.ts';
import { organisationTable } from './identity-tables.ts';

const DEFAULT_SLUG = 'default';

export function createPostgresOrganisationRepository(database: Database): OrganisationRepository {
  return {
    async ensureDefault(id, now) {
      await database
        .insert(organisationTable)
        .values({ id, slug: DEFAULT_SLUG, createdAt: now })
        .onConflictDoNothing();
      const [found] = await database
        .select({ id: organisationTable.id })
        .from(organisationTable)
        .where(eq(organisationTable.slug, DEFAULT_SLUG));
      return found?.id ?? id;
    },
  };
}
