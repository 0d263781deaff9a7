import { runStageMigrations } from './adapters/run-stage-table.ts';
import { runMigrations } from './adapters/run-table.ts';

export { createPostgresRunRepository } from './adapters/postgres-run-repository.ts';
export { createPostgresStageAttempts } from './adapters/postgres-stage-attempts.ts';
export { runCheckRoutes } from './http/run-check-routes.ts';
export { runControlRoutes } from './http/run-control-routes.ts';
export { runEventRoutes } from './http/run-event-routes.ts';
export { runFileRoutes } from './http/run-file-routes.ts';
export { runRoutes } from './http/run-routes.ts';
export type { DropIndex, Pipeline, Projects } from './ports.ts';
export { createRunProjector } from './run-projector.ts';
export { createRunService, type RunService } from './run-service.ts';

export const migrations = [...runMigrations, ...runStageMigrations];
