import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import type { BlobStore } from '#platform/blob-store.ts';
import type { Database } from '#platform/database.ts';
import { createPostgresDropRepository } from './adapters/postgres-drop-repository.ts';
import { createDropService, type DropService } from './drop-service.ts';
import type { Projects, RunSearch } from './ports.ts';

export { migrations } from './adapters/drop-table.ts';
export { diffFiles } from './diff-files.ts';
export type { DropService, RecordDrop } from './drop-service.ts';
export { dropPinRoutes } from './http/drop-pin-routes.ts';
export { dropRoutes } from './http/drop-routes.ts';
export type { RunSearch } from './ports.ts';

type Dependencies = {
  database: Database;
  blobs: BlobStore;
  projects: Projects;
  clock: Clock;
  newId: NewId;
  /** Finds no run when absent. */
  runs?: RunSearch;
};

const noRuns: RunSearch = { idsByPrompt: async () => [] };

export function createDrops(dependencies: Dependencies): DropService {
  const { database, blobs, projects, clock, newId, runs = noRuns } = dependencies;
  const drops = createPostgresDropRepository(database);
  return createDropService({ drops, runs, blobs, projects, clock, newId });
}
