import type { RunReading, VersionChange } from '@quantumlayer/contracts';
import type { StepHandler } from '#modules/factory/workflows/index.ts';
import { collectFiles } from '../domain/collect-files.ts';
import { knownStack } from '../domain/known-stack.ts';
import { mergedIn } from '../domain/merged-files.ts';
import { StageFailed } from '../domain/stage-failed.ts';
import {
  type CapsuleOutput,
  designOutputSchema,
  type PipelineInput,
  pipelineInputSchema,
  qualityOutputSchema,
  readingOutputSchema,
} from '../domain/stage-outputs.ts';
import { titleOfChange } from '../domain/title-of-change.ts';
import type { CapsulePackager } from '../ports.ts';

/** Stage 6: code and evidence become one signed archive, which must verify before the stage may succeed. */
export function packageCapsule(capsules: CapsulePackager): StepHandler {
  return async ({ organisationId, executionId, inputs, progress }) => {
    const run = pipelineInputSchema.parse(inputs.run);
    const { evidence, logs, built } = qualityOutputSchema.parse(inputs.quality);
    const { files, byHand } = mergedIn(inputs);
    const reading = readingOutputSchema.parse(inputs.reading);
    const output = await capsules.package({
      organisationId,
      projectId: run.projectId,
      runId: executionId,
      prompt: run.prompt,
      ...(run.document === undefined ? {} : { document: run.document.text }),
      stack: knownStack(run.options.stack),
      blueprint: designOutputSchema.parse(inputs.design).blueprint,
      files: collectFiles([{ files }, { files: built }]),
      byHand,
      change: changeOfVersion(run, reading),
      renames: reading.followUp?.renames ?? {},
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

function changeOfVersion({ change, prompt, document }: PipelineInput, reading: RunReading) {
  const kind = change?.kind ?? (document === undefined ? 'prompt' : 'document');
  const said = prompt === '' ? (document?.name ?? 'A document') : prompt;
  const text = titleOfChange(kind, said, reading.followUp?.changes ?? []);
  return { kind, text, base: change?.base ?? null } satisfies VersionChange;
}
