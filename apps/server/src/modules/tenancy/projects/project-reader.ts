import type { Page } from '@quantumlayer/contracts';
import { toPage } from '#platform/http/page-query.ts';
import type { ProjectRecord } from './domain/project.ts';
import { ProjectArchived, ProjectNotFound } from './domain/project-errors.ts';
import type { ProjectRepository } from './ports.ts';

type ListQuery = {
  cursor: string | null;
  limit: number;
  archived: boolean;
  q?: string | undefined;
};

/** What others ask of projects; nothing here changes one. */
export function createProjectReader(projects: ProjectRepository) {
  async function get(organisationId: string, id: string): Promise<ProjectRecord> {
    const project = await projects.find(organisationId, id);
    if (project === null) throw new ProjectNotFound(id);
    return project;
  }

  return {
    get,

    /** Throws `ProjectNotFound` or `ProjectArchived`. */
    async requireActive(organisationId: string, id: string): Promise<void> {
      if ((await get(organisationId, id)).archivedAt !== null) throw new ProjectArchived(id);
    },

    /** The names of those that exist, in one question. */
    async namesOf(
      organisationId: string,
      ids: readonly string[],
    ): Promise<ReadonlyMap<string, string>> {
      const found = await projects.findMany(organisationId, ids);
      return new Map(found.map(({ id, name }) => [id, name]));
    },

    /** Oldest first. */
    async list(
      organisationId: string,
      { cursor, limit, archived, q }: ListQuery,
    ): Promise<Page<ProjectRecord>> {
      const page = { after: cursor, limit: limit + 1, archived, text: q };
      return toPage(await projects.list(organisationId, page), limit);
    },
  };
}
