import type { Document, Reading, StartRun } from '@quantumlayer/contracts';
import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import type { WorkflowRunner } from '#modules/factory/workflows/index.ts';
import { queueRun, type RunRecord } from './domain/run.ts';
import type { Pipeline, Projects, RunRepository } from './ports.ts';

type Dependencies = {
  runs: RunRepository;
  runner: WorkflowRunner;
  pipeline: Pipeline;
  projects: Projects;
  clock: Clock;
  newId: NewId;
};

/** The run's row and the start of its execution are one transaction: neither exists without the other. */
export function createRunStarter(dependencies: Dependencies) {
  const { runs, runner, pipeline, projects, clock, newId } = dependencies;

  return async (
    organisationId: string,
    projectId: string,
    { prompt = '', document, options }: StartRun,
    reading?: Reading,
  ): Promise<RunRecord> => {
    await projects.requireActive(organisationId, projectId);
    const definition = pipeline.definitionFor(options);
    const now = clock();
    const shown = prompt === '' ? labelOf(document) : prompt;
    const id = newId('run');
    const run = queueRun({ id, organisationId, projectId, prompt: shown, options, now });
    const requestedAt = now.toISOString();
    const input = {
      projectId,
      prompt,
      options,
      requestedAt,
      ...(document && { document }),
      ...(reading && { reading }),
    };
    await runs.transaction(async (tx) => {
      await runs.insert(tx, run);
      await runner.start({ organisationId, executionId: run.id, definition, input, tx });
    });
    return run;
  };
}

/** What a list shows of a run that nothing was said for but a document. */
function labelOf(document: Document | undefined): string {
  return document?.name ?? 'A document';
}
