import type { Document, RunChange, StartRun } from '@quantumlayer/contracts';
import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import type { WorkflowRunner } from '#modules/factory/workflows/index.ts';
import { queueRun, type RunRecord } from './domain/run.ts';
import type { AppVersions, Pipeline, Projects, RunRepository } from './ports.ts';

type Dependencies = {
  runs: RunRepository;
  runner: WorkflowRunner;
  pipeline: Pipeline;
  projects: Projects;
  versions: AppVersions;
  clock: Clock;
  newId: NewId;
};

type NewRun = Pick<StartRun, 'options' | 'document'> & {
  /** What a list shows of the run. */
  prompt: string;
  change?: RunChange;
};

/** The run's row and the start of its execution are one transaction: neither exists without the other. */
export function createRunStarter(dependencies: Dependencies) {
  const { runs, runner, pipeline, projects, versions, clock, newId } = dependencies;

  /** The stack of an app and whether people have changed its code; throws where the project has no such version. */
  async function planOf(organisationId: string, projectId: string, change: RunChange) {
    const { stackId, isEdited } = await versions.look(organisationId, projectId, change.base);
    return { stack: stackId, plan: { kind: change.kind, isEdited } };
  }

  return async (
    organisationId: string,
    projectId: string,
    { prompt, document, options: wanted, change }: NewRun,
  ): Promise<RunRecord> => {
    await projects.requireActive(organisationId, projectId);
    const { plan, ...own } = change
      ? await planOf(organisationId, projectId, change)
      : { plan: undefined };
    const options = { ...wanted, ...own };
    const definition = pipeline.definitionFor(options, plan);
    const now = clock();
    const id = newId('run');
    const shown = prompt === '' ? labelOf(document) : prompt;
    const run = queueRun({ id, organisationId, projectId, prompt: shown, options, now });
    const input = {
      ...{ projectId, prompt, options },
      requestedAt: now.toISOString(),
      ...(document && { document }),
      ...(change && { change }),
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
