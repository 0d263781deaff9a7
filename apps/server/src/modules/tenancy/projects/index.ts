import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import type { Database } from '#platform/database.ts';
import { createPostgresProjectRepository } from './adapters/postgres-project-repository.ts';
import type { ProjectActivity } from './ports.ts';
import { createProjectService, type ProjectService } from './project-service.ts';

export { migrations } from './adapters/project-table.ts';
export { projectRoutes } from './http/project-routes.ts';
export type { ProjectActivity } from './ports.ts';
export type { ProjectService } from './project-service.ts';

type Dependencies = {
  database: Database;
  clock: Clock;
  newId: NewId;
  /** Nothing is known to happen when absent. */
  activity?: ProjectActivity;
};

const nothing: ProjectActivity = { of: async () => new Map() };

export function createProjects(dependencies: Dependencies): ProjectService {
  const { database, clock, newId, activity = nothing } = dependencies;
  return createProjectService({
    projects: createPostgresProjectRepository(database),
    activity,
    clock,
    newId,
  });
}
