import { checkBlueprint } from '@quantumlayer/blueprint';
import { conflictResolutionsSchema } from '@quantumlayer/contracts';
import {
  BlueprintUnsound,
  editsByHand,
  generatedFrom,
  resolveConflicts,
} from '@quantumlayer/stacks';
import { designVersion } from './design-version.ts';
import {
  BlueprintInvalid,
  ConflictsUnresolved,
  ResolutionsInvalid,
  StageNotModifiable,
} from './domain/pipeline-errors.ts';
import {
  type DesignOutput,
  designOutputSchema,
  type MergeOutput,
  mergeOutputSchema,
  pipelineInputSchema,
  readingOutputSchema,
} from './domain/stage-outputs.ts';
import type { VersionSources } from './plan-version.ts';

export type Revision = {
  organisationId: string;
  /** The checkpoint that is answered. */
  stage: string;
  /** What a person handed in. */
  output: unknown;
  /** What the run was started with. */
  input: unknown;
  /** What a stage of the run left. */
  outputOf: (stage: string) => Promise<unknown>;
};

/**
 * What a person hands in at a checkpoint becomes the output of the stage that it looks at; the rest of that is made
 * again, never taken from outside.
 */
export function createReviser(sources: VersionSources) {
  return async (revision: Revision): Promise<unknown> => {
    const { stage, output, outputOf } = revision;
    if (stage === 'review') return await reviseDesign(sources, revision);
    if (stage === 'conflicts')
      return resolve(mergeOutputSchema.parse(await outputOf('merge')), output);
    throw new StageNotModifiable(stage);
  };
}

async function reviseDesign(sources: VersionSources, revision: Revision): Promise<DesignOutput> {
  const { organisationId, output, outputOf } = revision;
  const given = typeof output === 'object' && output !== null ? output : {};
  const outcome = checkBlueprint('blueprint' in given ? given.blueprint : undefined);
  if (!outcome.ok) throw new BlueprintInvalid(outcome.problems);
  const answers = designOutputSchema.shape.answers.safeParse(
    'answers' in given ? given.answers : undefined,
  );
  if (!answers.success) {
    throw new BlueprintInvalid([{ path: 'answers', message: 'are questions and answers' }]);
  }
  const run = pipelineInputSchema.parse(revision.input);
  const reading = {
    ...readingOutputSchema.parse(await outputOf('parse')),
    blueprint: outcome.blueprint,
  };
  try {
    const design = await designVersion(sources, { organisationId, run, reading });
    return { ...design, ...(answers.data !== undefined && { answers: answers.data }) };
  } catch (error) {
    if (!(error instanceof BlueprintUnsound)) throw error;
    throw new BlueprintInvalid([{ path: error.path, message: error.message }]);
  }
}

/** Conflicts are not approved away. */
export async function refuseApproval(stage: string, outputOf: Revision['outputOf']): Promise<void> {
  if (stage !== 'conflicts') return;
  const { conflicts } = mergeOutputSchema.parse(await outputOf('merge'));
  const { open } = resolveConflicts(conflicts, []);
  if (open.length > 0) throw new ConflictsUnresolved(open);
}

function resolve(merge: MergeOutput, output: unknown): MergeOutput {
  const given = conflictResolutionsSchema.safeParse(output);
  if (!given.success)
    throw new ResolutionsInvalid(given.error.issues.map(({ message }) => message));
  const { files: made, open, unknown } = resolveConflicts(merge.conflicts, given.data.resolutions);
  if (unknown.length > 0)
    throw new ResolutionsInvalid(unknown.map((path) => `${path} has no such conflicts`));
  if (open.length > 0) throw new ConflictsUnresolved(open);
  const generated = generatedFrom(merge.files, merge.byHand);
  const byPath = new Map([...merge.files, ...made].map((file) => [file.path, file]));
  const files = [...byPath.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const byHand = editsByHand(generated, files);
  const kept = [...new Set([...merge.kept, ...made.map(({ path }) => path)])].toSorted();
  return { ...merge, files, byHand, kept, conflicts: [], state: 'merged' };
}
