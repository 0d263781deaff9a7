import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#platform/database.ts';
import { createPostgresRunFigures } from './adapters/postgres-run-figures.ts';
import { runStageMigrations } from './adapters/run-stage-table.ts';
import { runMigrations } from './adapters/run-table.ts';
import type { Projects } from './ports.ts';
import { createStatisticsService, type StatisticsService } from './statistics-service.ts';

export { createProjectActivity } from './adapters/postgres-project-activity.ts';
export { createPostgresRunRepository } from './adapters/postgres-run-repository.ts';
export { createRunSearch } from './adapters/postgres-run-search.ts';
export { createPostgresStageAttempts } from './adapters/postgres-stage-attempts.ts';
export { editRoutes } from './http/edit-routes.ts';
export { runCheckRoutes } from './http/run-check-routes.ts';
export { runControlRoutes } from './http/run-control-routes.ts';
export { runEventRoutes } from './http/run-event-routes.ts';
export { runFileRoutes } from './http/run-file-routes.ts';
export { runRoutes } from './http/run-routes.ts';
export { statisticsRoutes } from './http/statistics-routes.ts';
export { versionRoutes } from './http/version-routes.ts';
export type { DropIndex, Pipeline, Projects } from './ports.ts';
export { createRunProjector } from './run-projector.ts';
export { createRunService, type RunService } from './run-service.ts';
export type { StatisticsService } from './statistics-service.ts';

export const migrations = [...runMigrations, ...runStageMigrations];

type StatisticsDependencies = { database: Database; projects: Projects; clock: Clock };

export function createStatistics(dependencies: StatisticsDependencies): StatisticsService {
  const { database, projects, clock } = dependencies;
  return createStatisticsService({
    figures: createPostgresRunFigures(database),
    projects,
    clock,
  });
}
