import type { Run, RunSignal } from '@quantumlayer/contracts';
import type { WorkflowRunner } from '#modules/factory/workflows/index.ts';
import type { RunRecord } from './domain/run.ts';
import type { Pipeline } from './ports.ts';

type Dependencies = {
  runner: WorkflowRunner;
  pipeline: Pipeline;
  /** Throws `RunNotFound`. */
  getRecord: (organisationId: string, id: string) => Promise<RunRecord>;
  get: (organisationId: string, id: string) => Promise<Run>;
};

/** What a person does to a run that exists; each call answers with the run as it stands behind it. */
export function createRunControls({ runner, pipeline, getRecord, get }: Dependencies) {
  async function revise(
    organisationId: string,
    id: string,
    { stage, output }: Extract<RunSignal, { type: 'modify' }>,
  ): Promise<unknown> {
    return await pipeline.reviseOutput({
      ...{ organisationId, stage, output },
      input: await runner.input(organisationId, id),
      outputOf: (of) => runner.output(organisationId, id, of),
    });
  }

  return {
    async cancel(organisationId: string, id: string): Promise<Run> {
      await getRecord(organisationId, id);
      await runner.cancel(organisationId, id);
      return await get(organisationId, id);
    },

    /** Runs `stage` of an ended run, and everything behind it, again. */
    async retry(organisationId: string, id: string, stage: string): Promise<Run> {
      await getRecord(organisationId, id);
      await runner.retry(organisationId, id, stage);
      return await get(organisationId, id);
    },

    /** A changed output is checked and completed by the pipeline before the workflow sees it. */
    async signal(organisationId: string, id: string, signal: RunSignal): Promise<Run> {
      await getRecord(organisationId, id);
      const outputOf = (stage: string) => runner.output(organisationId, id, stage);
      if (signal.type === 'approve') await pipeline.refuseApproval(signal.stage, outputOf);
      const checked =
        signal.type === 'modify'
          ? { ...signal, output: await revise(organisationId, id, signal) }
          : signal;
      await runner.signal(organisationId, id, checked);
      return await get(organisationId, id);
    },
  };
}
