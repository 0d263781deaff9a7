import {
  documentSchema,
  type Page,
  type Run,
  type RunEvent,
  type RunRequest,
  type RunStatus,
  type RunSummary,
  runChangeSchema,
} from '@quantumlayer/contracts';
import { z } from 'zod';
import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import type { WorkflowRunner } from '#modules/factory/workflows/index.ts';
import type { BlobStore } from '#platform/blob-store.ts';
import { type PageQuery, toPage } from '#platform/http/page-query.ts';
import { createVersionChanger } from './change-version.ts';
import type { RunRecord } from './domain/run.ts';
import { RunNotFound } from './domain/run-errors.ts';
import type {
  AppVersions,
  DropIndex,
  Pipeline,
  Projects,
  RunRepository,
  StageAttempts,
} from './ports.ts';
import { presentEvent } from './present-event.ts';
import { createRunPresenter, presentSummary } from './present-run.ts';
import { createRunChecks } from './run-checks.ts';
import { createRunControls } from './run-controls.ts';
import { createRunFiles } from './run-files.ts';
import { createRunStarter } from './start-run.ts';

export type RunService = ReturnType<typeof createRunService>;

type Dependencies = {
  runs: RunRepository;
  runner: WorkflowRunner;
  pipeline: Pipeline;
  projects: Projects;
  drops: DropIndex;
  attempts: StageAttempts;
  versions: AppVersions;
  blobs: Pick<BlobStore, 'get'>;
  clock: Clock;
  newId: NewId;
};

export type RunFilter = PageQuery & {
  projectId?: string | undefined;
  /** Any of these; all when empty. */
  status: readonly RunStatus[];
  /** Part of the prompt, whatever its case. */
  q?: string | undefined;
  /** Code of the failure. */
  failure?: string | undefined;
  /** Instants between which the run was asked for, the second one excluded. */
  since?: string | undefined;
  until?: string | undefined;
};

const asked = z.looseObject({
  prompt: z.string(),
  document: documentSchema.optional(),
  change: runChangeSchema.optional(),
});

export function createRunService(dependencies: Dependencies) {
  const { runs, runner, pipeline, projects, drops, attempts, blobs, versions } = dependencies;
  const present = createRunPresenter(runner, drops, runs, projects);
  const startRun = createRunStarter(dependencies);

  async function getRecord(organisationId: string, id: string): Promise<RunRecord> {
    const run = await runs.find(organisationId, id);
    if (run === null) throw new RunNotFound(id);
    return run;
  }

  async function get(organisationId: string, id: string): Promise<Run> {
    return await present(await getRecord(organisationId, id));
  }

  return {
    ...createRunControls({ runner, pipeline, getRecord, get }),
    ...createVersionChanger({ versions, pipeline, startRun, present }),
    ...createRunFiles({ drops, requireRun: getRecord }),
    ...createRunChecks({ attempts, blobs, get, requireRun: getRecord }),
    get,

    /** Throws `RunNotFound`. */
    async request(organisationId: string, id: string): Promise<RunRequest> {
      await getRecord(organisationId, id);
      const { prompt, document, change } = asked.parse(await runner.input(organisationId, id));
      return {
        prompt: prompt === '' ? null : prompt,
        document: document ?? null,
        change: change === undefined ? null : { base: change.base, kind: change.kind },
      };
    },

    /** Newest first, of one project or of all; `cursor` is the id of the last run of the page before. */
    async list(organisationId: string, filter: RunFilter): Promise<Page<RunSummary>> {
      const { projectId, status, q, failure, since, until, cursor, limit } = filter;
      if (projectId !== undefined) await projects.get(organisationId, projectId);
      const found = await runs.list(organisationId, {
        projectId,
        statuses: status,
        text: q,
        failure,
        since: since === undefined ? undefined : new Date(since),
        until: until === undefined ? undefined : new Date(until),
        before: cursor,
        limit: limit + 1,
      });
      const { items, nextCursor } = toPage(found, limit);
      const projectIds = [...new Set(items.map((run) => run.projectId))];
      const names = await projects.namesOf(organisationId, projectIds);
      return { items: items.map((run) => presentSummary(run, names)), nextCursor };
    },

    /** Whether a run goes on by itself, now or when a timer is due. One that waits for a person does not count. */
    hasActive: async () => (await runs.hasActive()) || (await runner.hasWork()),

    /** Throws `RunNotFound`. */
    async requireRun(organisationId: string, id: string): Promise<void> {
      await getRecord(organisationId, id);
    },

    /** The journal after `afterId`, then live; ends when the run has ended. */
    async *events(
      organisationId: string,
      id: string,
      afterId: number,
      signal: AbortSignal,
    ): AsyncIterable<RunEvent> {
      for await (const event of runner.events(organisationId, id, afterId, { signal })) {
        yield presentEvent(event);
      }
    },
  };
}
