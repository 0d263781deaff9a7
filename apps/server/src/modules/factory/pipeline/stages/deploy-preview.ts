import type { StepHandler } from '#modules/factory/workflows/index.ts';
import { knownStack } from '../domain/known-stack.ts';
import {
  capsuleOutputSchema,
  type PreviewOutput,
  pipelineInputSchema,
} from '../domain/stage-outputs.ts';
import type { PreviewLauncher } from '../ports.ts';

/** Stage 7: the capsule runs in the sandbox behind an expiring URL. */
export function deployPreview(previews: PreviewLauncher): StepHandler {
  return async ({ organisationId, executionId, inputs, signal, progress }) => {
    const { projectId, options } = pipelineInputSchema.parse(inputs.run);
    const { capsuleId } = capsuleOutputSchema.parse(inputs.capsule);
    const { previewId, url, expiresAt } = await previews.launch({
      organisationId,
      projectId,
      runId: executionId,
      capsuleId,
      stack: knownStack(options.stack),
      signal,
      progress,
    });
    progress(`running at ${url}`, { url });
    return { previewId, url, expiresAt: expiresAt.toISOString() } satisfies PreviewOutput;
  };
}
