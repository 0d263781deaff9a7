import type { StepHandler } from '#modules/factory/workflows/index.ts';
import { countOf } from '../domain/count-of.ts';
import { knownStack } from '../domain/known-stack.ts';
import { mergedIn } from '../domain/merged-files.ts';
import { StageFailed } from '../domain/stage-failed.ts';
import {
  designOutputSchema,
  type PipelineInput,
  pipelineInputSchema,
  type QualityOutput,
} from '../domain/stage-outputs.ts';
import type { AppVersions, QualityGate } from '../ports.ts';

/** Stage 5: every check is executed in the sandbox; one that fails ends the run with its reason. */
export function validateQuality(gate: QualityGate, versions: AppVersions): StepHandler {
  return async ({ organisationId, executionId, inputs, signal, progress }) => {
    const run = pipelineInputSchema.parse(inputs.run);
    const { blueprint } = designOutputSchema.parse(inputs.design);
    const { files, migration } = mergedIn(inputs);
    const previous = migration && (await codeBefore(versions, organisationId, run));
    const { evidence, passed, failure, logs, built } = await gate.run({
      organisationId,
      runId: executionId,
      stack: knownStack(run.options.stack),
      blueprint,
      files,
      ...(previous && { previous: { ...migration, files: previous } }),
      signal,
      progress,
    });
    if (!passed) {
      throw new StageFailed({
        code: 'quality-failed',
        message: failure === null ? 'A check failed.' : `${failure.check}: ${failure.reason}`,
        next: 'Read the log of the failed check; change the prompt or report the generator’s defect.',
        details: { evidence, logs },
      });
    }
    const { checks, tests: tested, operations, attacks } = evidence;
    progress(
      `${countOf(checks.length, 'check')} passed: ${countOf(tested.passed, 'test')}, ${countOf(operations.exercised, 'operation')}, ${countOf(attacks?.run ?? 0, 'attack')}`,
    );
    return { evidence, logs, built } satisfies QualityOutput;
  };
}

async function codeBefore(
  versions: AppVersions,
  organisationId: string,
  { projectId, change }: PipelineInput,
) {
  if (change === undefined) return undefined;
  return (await versions.open(organisationId, projectId, change.base)).code;
}
