import type { RunChange } from '@quantumlayer/contracts';
import { type AppMigration, editsByHand } from '@quantumlayer/stacks';
import type { StepHandler } from '#modules/factory/workflows/index.ts';
import { collectFiles } from '../domain/collect-files.ts';
import { countOf } from '../domain/count-of.ts';
import { knownStack } from '../domain/known-stack.ts';
import { StageFailed } from '../domain/stage-failed.ts';
import {
  codeOutputSchema,
  designOutputSchema,
  filesOutputSchema,
  type MergeOutput,
  pipelineInputSchema,
  readingOutputSchema,
} from '../domain/stage-outputs.ts';
import { planVersion, type VersionSources } from '../plan-version.ts';

/** What is generated now meets what people changed by hand; where they differ at the same place, a person decides. */
export function mergeVersion(sources: VersionSources): StepHandler {
  return async ({ organisationId, inputs, progress }) => {
    const { projectId, change, prompt, options } = pipelineInputSchema.parse(inputs.run);
    if (change === undefined) throw new TypeError('a run without a base merges nothing');
    const { blueprint } = designOutputSchema.parse(inputs.design);
    const { next } = await planVersion(sources, {
      ...{ organisationId, projectId, change, prompt },
      stack: knownStack(options.stack),
      reading: { ...readingOutputSchema.parse(inputs.reading), blueprint },
      generate: () => generatedIn(inputs),
    });
    const { migration, files, conflicts, kept, generated } = next;
    if (migration.unfilled.length > 0) refuseUnfilled(migration.unfilled, change);
    progress(
      `${countOf(files.length, 'file')}, ${kept.length} with hand edits, ${countOf(conflicts.length, 'conflict')}`,
      { conflicts: conflicts.length, kept: kept.length },
    );
    return {
      files,
      byHand: editsByHand(generated, files),
      conflicts,
      kept,
      state: conflicts.length > 0 ? 'conflicts' : 'merged',
      migration: withoutFiles(migration),
    } satisfies MergeOutput;
  };
}

function generatedIn(inputs: Record<string, unknown>) {
  const code = codeOutputSchema.parse(inputs.code);
  return collectFiles([...code, filesOutputSchema.parse(inputs.tests)]);
}

function refuseUnfilled(paths: readonly string[], { kind, restored }: RunChange): never {
  const [first] = paths;
  throw new StageFailed({
    code: 'migration-unfilled',
    message: `${paths.join(', ')}: required from now on, without a value for the rows that are there.`,
    next:
      kind === 'restore'
        ? `Restore the version again and say which value they get: among the versions of the project, or with "npm run ql -- capsules restore ${restored} --value ${first}=…".`
        : 'Say which value they get, or leave it optional, and start the change again.',
    details: { unfilled: paths },
  });
}

function withoutFiles({ files: _files, ...migration }: AppMigration): MergeOutput['migration'] {
  return migration;
}
