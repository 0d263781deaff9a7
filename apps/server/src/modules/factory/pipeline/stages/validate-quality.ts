import type { StepHandler } from '#modules/factory/workflows/index.ts';
import { collectFiles } from '../domain/collect-files.ts';
import { countOf } from '../domain/count-of.ts';
import { knownStack } from '../domain/known-stack.ts';
import { StageFailed } from '../domain/stage-failed.ts';
import {
  codeOutputSchema,
  designOutputSchema,
  filesOutputSchema,
  pipelineInputSchema,
  type QualityOutput,
} from '../domain/stage-outputs.ts';
import type { QualityGate } from '../ports.ts';

/** Stage 5: every check is executed in the sandbox; one that fails ends the run with its reason. */
export function validateQuality(gate: QualityGate): StepHandler {
  return async ({ organisationId, executionId, inputs, signal, progress }) => {
    const { options } = pipelineInputSchema.parse(inputs.run);
    const { blueprint } = designOutputSchema.parse(inputs.design);
    const code = codeOutputSchema.parse(inputs.code);
    const tests = filesOutputSchema.parse(inputs.tests);
    const { evidence, passed, failure, logs, built } = await gate.run({
      organisationId,
      runId: executionId,
      stack: knownStack(options.stack),
      blueprint,
      files: collectFiles([...code, tests]),
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
