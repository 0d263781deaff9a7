import type { StepHandler } from '#modules/factory/workflows/index.ts';
import { knownStack } from '../domain/known-stack.ts';
import {
  capsuleOutputSchema,
  type PreviewOutput,
  pipelineInputSchema,
} from '../domain/stage-outputs.ts';
import type { PreviewLauncher } from '../ports.ts';

/**
 * Stage 7: the capsule runs in the sandbox behind an expiring URL. The address is asked of the preview: it can be renewed,
 * and what a stage leaves is kept for ever.
 */
export function deployPreview(previews: PreviewLauncher): StepHandler {
  return async ({ organisationId, executionId, inputs, signal, progress }) => {
    const { projectId, options } = pipelineInputSchema.parse(inputs.run);
    const { capsuleId } = capsuleOutputSchema.parse(inputs.capsule);
    const { previewId } = await previews.launch({
      organisationId,
      projectId,
      runId: executionId,
      capsuleId,
      stack: knownStack(options.stack),
      signal,
      progress,
    });
    progress('the app is running');
    return { previewId } satisfies PreviewOutput;
  };
}
