import type { ShowChanges, ShownChanges } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '@quantumlayer/stacks';
import { designVersion } from './design-version.ts';
import { changeOf } from './domain/change-of.ts';
import { BlueprintInvalid } from './domain/pipeline-errors.ts';
import { pipelineInputSchema } from './domain/stage-outputs.ts';
import type { VersionSources } from './plan-version.ts';
import { readChange } from './read-change.ts';

export type ChangePreview = ReturnType<typeof createChangePreview>;

/** Shows what a change would do to a version, in blueprint, schema and code; starts and keeps nothing. */
export function createChangePreview(sources: VersionSources) {
  return async (
    organisationId: string,
    projectId: string,
    request: ShowChanges,
  ): Promise<ShownChanges> => {
    const { prompt = '', document, restored = '' } = request;
    const base =
      request.base?.capsuleId ??
      (await sources.versions.newestId(organisationId, projectId, restored));
    const change = changeOf(base, request);
    const asked = { organisationId, projectId, prompt, document, change };
    const reading = await readChange(sources.versions, asked);
    const { stackId } = await sources.versions.open(organisationId, projectId, change.base);
    const run = pipelineInputSchema.parse({
      ...{ projectId, prompt, change },
      options: { stack: stackId },
      requestedAt: new Date(0).toISOString(),
    });
    try {
      const { changes } = await designVersion(sources, { organisationId, run, reading });
      if (changes === undefined) throw new TypeError('a change has no diffs');
      return { base: change.base, reading, changes };
    } catch (error) {
      if (!(error instanceof BlueprintUnsound)) throw error;
      throw new BlueprintInvalid([{ path: error.path, message: error.message }]);
    }
  };
}
