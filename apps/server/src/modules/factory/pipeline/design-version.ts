import type { RunReading } from '@quantumlayer/contracts';
import { generateApp } from '@quantumlayer/stacks';
import { describeChanges } from './describe-changes.ts';
import { designBlueprint } from './domain/design-blueprint.ts';
import { knownStack } from './domain/known-stack.ts';
import type { DesignOutput, PipelineInput } from './domain/stage-outputs.ts';
import { planVersion, type VersionSources } from './plan-version.ts';

type Asked = { organisationId: string; run: PipelineInput; reading: RunReading };

/** The design of what was read; where it changes an earlier version, with the three diffs from that. */
export async function designVersion(
  sources: VersionSources,
  { organisationId, run, reading }: Asked,
): Promise<DesignOutput> {
  const stack = knownStack(run.options.stack);
  const { blueprint, followUp } = reading;
  const output = designBlueprint(stack, blueprint);
  const { change, projectId, prompt } = run;
  if (change === undefined) return output;
  const { base, next } = await planVersion(sources, {
    ...{ organisationId, projectId, stack, change, prompt, reading },
    generate: () => generateApp(stack, blueprint),
  });
  return { ...output, changes: describeChanges(base.code, next, followUp?.changes ?? []) };
}
