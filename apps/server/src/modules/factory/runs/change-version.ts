import type { RestoreVersion, Run, RunChange, RunOptions, StartRun } from '@quantumlayer/contracts';
import type { RunRecord } from './domain/run.ts';
import type { AppVersions, HandEdits, Pipeline } from './ports.ts';
import type { createRunStarter } from './start-run.ts';

type Dependencies = {
  versions: AppVersions;
  pipeline: Pick<Pipeline, 'changeOf' | 'takeEdits'>;
  startRun: ReturnType<typeof createRunStarter>;
  present: (run: RunRecord) => Promise<Run>;
};

const standard: RunOptions = { stack: 'typescript-fastify', review: false, preview: true };

/** Starts the runs that make a next version of an app; nothing that is there is touched. */
export function createVersionChanger(dependencies: Dependencies) {
  const { versions, pipeline, startRun, present } = dependencies;
  /** What is said of a run that nobody wrote words for. */
  async function promptOf(
    organisationId: string,
    projectId: string,
    { prompt = '', blueprint, restored }: Partial<StartRun>,
  ): Promise<string> {
    if (blueprint !== undefined) return 'Changes in the form';
    if (restored === undefined) return prompt;
    const { number } = await versions.look(organisationId, projectId, restored);
    return `Bring back version ${number}`;
  }

  return {
    /** From words, a document, a form or an earlier version; throws what `AppVersions` throws. */
    async start(organisationId: string, projectId: string, request: StartRun): Promise<Run> {
      const { document, options } = request;
      const change = request.base && pipeline.changeOf(request.base.capsuleId, request);
      return await present(
        await startRun(organisationId, projectId, {
          prompt: await promptOf(organisationId, projectId, request),
          ...(document && { document }),
          ...(change && { change }),
          options,
        }),
      );
    },

    /** Makes a version of what people changed by hand; the same checks decide on it. */
    async pushEdits(
      edits: HandEdits,
      { title, preview }: { title: string; preview: boolean },
    ): Promise<Run> {
      const change = await pipeline.takeEdits(edits);
      const { organisationId, projectId } = edits;
      const options = { ...standard, preview };
      return await present(
        await startRun(organisationId, projectId, { prompt: title, change, options }),
      );
    },

    /** An earlier version again, on the newest one that came from it: its code, its blueprint and the way back for the data. */
    async restoreVersion(
      organisationId: string,
      projectId: string,
      id: string,
      { values = {} }: RestoreVersion = {},
    ): Promise<Run> {
      const base = await versions.newestId(organisationId, projectId, id);
      const change: RunChange = { base, kind: 'restore', restored: id, renames: {}, values };
      const prompt = await promptOf(organisationId, projectId, { restored: id });
      return await present(
        await startRun(organisationId, projectId, { prompt, change, options: standard }),
      );
    },
  };
}
