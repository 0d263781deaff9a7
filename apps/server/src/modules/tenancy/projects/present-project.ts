import type { Project } from '@quantumlayer/contracts';
import type { ProjectRecord } from './domain/project.ts';
import type { ProjectActivity } from './ports.ts';

/** Projects as the API shows them; what happened in all of them is one question. */
export function createProjectPresenter(activity: ProjectActivity) {
  return async (organisationId: string, records: readonly ProjectRecord[]): Promise<Project[]> => {
    const ids = records.map(({ id }) => id);
    const runs = await activity.of(organisationId, ids);
    return records.map(({ id, name, description, createdAt, archivedAt }) => ({
      id,
      name,
      description,
      createdAt: createdAt.toISOString(),
      archivedAt: archivedAt?.toISOString() ?? null,
      runs: runs.get(id) ?? { count: 0, last: null },
    }));
  };
}
