import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import type { Database } from '#platform/database.ts';
import { createPostgresProjectRepository } from './adapters/postgres-project-repository.ts';
import { createProjectService, type ProjectService } from './project-service.ts';

export { migrations } from './adapters/project-table.ts';
export { projectRoutes } from './http/project-routes.ts';
export type { ProjectService } from './project-service.ts';

type Dependencies = { database: Database; clock: Clock; newId: NewId };

export function createProjects({ database, clock, newId }: Dependencies): ProjectService {
  return createProjectService({
    projects: createPostgresProjectRepository(database),
    clock,
    newId,
  });
}
