import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { createDrops } from '#modules/factory/drops/index.ts';
import {
  changeOf,
  createEditTaker,
  createReviser,
  definitionFor,
  refuseApproval,
} from '#modules/factory/pipeline/index.ts';
import { createBlobOutputStore, openEmbeddedRunner } from '#modules/factory/workflows/index.ts';
import { createProjects } from '#modules/tenancy/projects/index.ts';
import { createFolderBlobStore } from '#platform/folder-blob-store.ts';
import {
  createPostgresRunRepository,
  createPostgresStageAttempts,
  createRunProjector,
  createRunService,
} from '../index.ts';
import { openTables } from './open-tables.ts';
import type { ScriptedStages } from './scripted-stages.ts';

export type OpenRuns = Awaited<ReturnType<typeof openRuns>>;

type Parts = Partial<Parameters<typeof createRunService>[0]>;

/** The runs of `org_1` on a database and a runner of their own, with the given stages. */
export async function openRuns(
  { handlers, sources, lookup, script }: ScriptedStages,
  { concurrency }: { concurrency?: number } = {},
) {
  const handle = await openTables();
  const folder = await mkdtemp(join(tmpdir(), 'runs-'));
  const { database } = handle;
  const blobs = createFolderBlobStore(folder);
  script.blobs = blobs.get;
  const common = { database, clock: systemClock, newId };
  const projects = createProjects(common);
  const drops = createDrops({ ...common, blobs, projects });
  const repository = createPostgresRunRepository(database);
  const attempts = createPostgresStageAttempts(database);
  const outputs = createBlobOutputStore(blobs);
  const runner = await openEmbeddedRunner({
    database: handle,
    handlers,
    outputs,
    projectors: [createRunProjector(repository, attempts, drops, outputs)],
    log: pino({ level: 'silent' }),
    pollMs: 50,
    ...(concurrency !== undefined && { concurrency }),
  });
  const reviseOutput = createReviser(sources);
  const takeEdits = createEditTaker({ versions: sources.versions, put: blobs.put });
  const pipeline = { definitionFor, changeOf, takeEdits, reviseOutput, refuseApproval };
  const createService = (more: Parts = {}) =>
    createRunService({
      ...{
        ...common,
        runs: repository,
        runner,
        projects,
        drops,
        attempts,
        blobs,
        versions: lookup,
        pipeline,
      },
      ...more,
    });
  const runs = createService();

  return {
    ...{ handle, blobs, drops, runner, runs, pipeline, createService },

    /** Waits for the end of a run. */
    async finish(id: string) {
      const limit = AbortSignal.timeout(20_000);
      for await (const _event of runs.events('org_1', id, 0, limit)) void _event;
      return await runs.get('org_1', id);
    },

    async close(): Promise<void> {
      await runner.close();
      await handle.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
