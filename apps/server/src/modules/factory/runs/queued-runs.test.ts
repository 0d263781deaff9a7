import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { createDrops } from '#modules/factory/drops/index.ts';
import { definitionFor, reviseOutput } from '#modules/factory/pipeline/index.ts';
import {
  createBlobOutputStore,
  openEmbeddedRunner,
  type WorkflowRunner,
} from '#modules/factory/workflows/index.ts';
import { createProjects } from '#modules/tenancy/projects/index.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createFolderBlobStore } from '#platform/folder-blob-store.ts';
import { createPostgresRunRepository, createRunService, type RunService } from './index.ts';
import { openTables } from './testing/open-tables.ts';
import { createScriptedStages } from './testing/scripted-stages.ts';

const request = {
  prompt: 'A todo list: a task has a title and a due date',
  options: { stack: 'typescript-fastify', review: false, preview: false },
};

describe('a run that waits for its turn', () => {
  let handle: DatabaseHandle;
  let folder: string;
  let runner: WorkflowRunner;
  let runs: RunService;

  beforeAll(async () => {
    handle = await openTables();
    folder = await mkdtemp(join(tmpdir(), 'queued-'));
    const { database } = handle;
    const blobs = createFolderBlobStore(folder);
    const common = { database, clock: systemClock, newId };
    const projects = createProjects(common);
    runner = await openEmbeddedRunner({
      database: handle,
      handlers: createScriptedStages().handlers,
      outputs: createBlobOutputStore(blobs),
      log: pino({ level: 'silent' }),
      // Nobody drives here, so nothing leaves the queue.
      concurrency: 0,
    });
    runs = createRunService({
      ...common,
      runs: createPostgresRunRepository(database),
      runner,
      projects,
      drops: createDrops({ ...common, blobs, projects }),
      pipeline: { definitionFor, reviseOutput },
    });
  });
  afterAll(async () => {
    await runner.close();
    await handle.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('says so, and how many are before it', async () => {
    const ids = [];
    for (let i = 0; i < 3; i += 1) ids.push((await runs.start('org_1', 'prj_1', request)).id);
    const shown = await Promise.all(ids.map((id) => runs.get('org_1', id)));

    expect(shown.map(({ status }) => status)).toEqual(['queued', 'queued', 'queued']);
    expect(shown.map(({ stages }) => stages[0]?.message)).toEqual([
      'waits for its turn: it is the next one',
      'waits for its turn: 1 run is before it',
      'waits for its turn: 2 runs are before it',
    ]);
    expect(shown.flatMap(({ stages }) => stages.slice(1).map(({ message }) => message))).toEqual(
      expect.not.arrayContaining([expect.any(String)]),
    );
  });
});
