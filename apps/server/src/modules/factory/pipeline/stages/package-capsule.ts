import type { StepHandler } from '#modules/factory/workflows/index.ts';
import { collectFiles } from '../domain/collect-files.ts';
import { knownStack } from '../domain/known-stack.ts';
import { StageFailed } from '../domain/stage-failed.ts';
import {
  type CapsuleOutput,
  codeOutputSchema,
  designOutputSchema,
  filesOutputSchema,
  pipelineInputSchema,
  qualityOutputSchema,
  readingOutputSchema,
} from '../domain/stage-outputs.ts';
import type { CapsulePackager } from '../ports.ts';

/** Stage 6: code and evidence become one signed archive, which must verify before the stage may succeed. */
export function packageCapsule(capsules: CapsulePackager): StepHandler {
  return async ({ organisationId, executionId, inputs, progress }) => {
    const run = pipelineInputSchema.parse(inputs.run);
    const { evidence, logs, built } = qualityOutputSchema.parse(inputs.quality);
    const code = codeOutputSchema.parse(inputs.code);
    const tests = filesOutputSchema.parse(inputs.tests);
    const output = await capsules.package({
      organisationId,
      projectId: run.projectId,
      runId: executionId,
      prompt: run.prompt,
      ...(run.document === undefined ? {} : { document: run.document.text }),
      stack: knownStack(run.options.stack),
      blueprint: designOutputSchema.parse(inputs.design).blueprint,
      reading: readingOutputSchema.parse(inputs.reading),
      files: collectFiles([...code, tests, { files: built }]),
      evidence,
      logs,
      createdAt: new Date(run.requestedAt),
    });
    if (!output.verification.verified) {
      throw new StageFailed({
        code: 'capsule-not-verified',
        message: 'The capsule that was just packed does not verify.',
        next: 'Check the signing key and the data folder’s disk, then retry the run from this stage.',
        details: { verification: output.verification },
      });
    }
    progress(`signed ${output.digest.slice(0, 19)}`, { digest: output.digest });
    return output satisfies CapsuleOutput;
  };
}
