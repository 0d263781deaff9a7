import type { Page, Run, RunEvent, RunSignal, RunSummary, StartRun } from '@quantumlayer/contracts';
import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import type { WorkflowRunner } from '#modules/factory/workflows/index.ts';
import { type PageQuery, toPage } from '#platform/http/page-query.ts';
import { queueRun, type RunRecord } from './domain/run.ts';
import { RunNotFound } from './domain/run-errors.ts';
import type { DropIndex, Pipeline, Projects, RunRepository } from './ports.ts';
import { presentEvent } from './present-event.ts';
import { createRunPresenter, presentSummary } from './present-run.ts';

export type RunService = ReturnType<typeof createRunService>;

type Dependencies = {
  runs: RunRepository;
  runner: WorkflowRunner;
  pipeline: Pipeline;
  projects: Projects;
  drops: DropIndex;
  clock: Clock;
  newId: NewId;
};

export function createRunService(dependencies: Dependencies) {
  const { runs, runner, pipeline, projects, drops, clock, newId } = dependencies;
  const present = createRunPresenter(runner, drops);

  async function record(organisationId: string, id: string): Promise<RunRecord> {
    const run = await runs.find(organisationId, id);
    if (run === null) throw new RunNotFound(id);
    return run;
  }

  async function get(organisationId: string, id: string): Promise<Run> {
    return await present(await record(organisationId, id));
  }

  return {
    get,

    /** Newest first; `cursor` is the id of the last run of the page before. */
    async list(
      organisationId: string,
      projectId: string,
      { cursor, limit }: PageQuery,
    ): Promise<Page<RunSummary>> {
      const found = await runs.list(organisationId, projectId, {
        before: cursor,
        limit: limit + 1,
      });
      return toPage(found.map(presentSummary), limit);
    },

    hasActive: () => runs.hasActive(),

    /** Throws `RunNotFound`. */
    async requireRun(organisationId: string, id: string): Promise<void> {
      await record(organisationId, id);
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

    /** The run's row and the start of its execution are one transaction: neither exists without the other. */
    async start(organisationId: string, projectId: string, request: StartRun): Promise<Run> {
      await projects.requireActive(organisationId, projectId);
      const definition = pipeline.definitionFor(request.options);
      const now = clock();
      const run = queueRun({ id: newId('run'), organisationId, projectId, ...request, now });
      await runs.transaction(async (tx) => {
        await runs.insert(tx, run);
        await runner.start({
          organisationId,
          executionId: run.id,
          definition,
          input: {
            projectId,
            prompt: request.prompt,
            options: request.options,
            requestedAt: now.toISOString(),
          },
          tx,
        });
      });
      return await get(organisationId, run.id);
    },

    async cancel(organisationId: string, id: string): Promise<Run> {
      await record(organisationId, id);
      await runner.cancel(organisationId, id);
      return await get(organisationId, id);
    },

    async retry(organisationId: string, id: string, stage: string): Promise<Run> {
      await record(organisationId, id);
      await runner.retry(organisationId, id, stage);
      return await get(organisationId, id);
    },

    /** A changed output is checked and completed by the pipeline before the workflow sees it. */
    async signal(organisationId: string, id: string, signal: RunSignal): Promise<Run> {
      const run = await record(organisationId, id);
      const checked =
        signal.type === 'modify'
          ? { ...signal, output: pipeline.reviseOutput(signal.stage, signal.output, run.options) }
          : signal;
      await runner.signal(organisationId, id, checked);
      return await get(organisationId, id);
    },
  };
}
