import type { RunOptions, WorkflowDefinition } from '@quantumlayer/contracts';
import { findStack, stacks } from '@quantumlayer/stacks';
import type { StepHandlers } from '#modules/factory/workflows/index.ts';
import { StackUnknown } from './domain/pipeline-errors.ts';
import { type ChangePlan, standardPipeline } from './domain/standard-pipeline.ts';
import type { VersionSources } from './plan-version.ts';
import type { CapsulePackager, PreviewLauncher, QualityGate } from './ports.ts';
import { deployPreview } from './stages/deploy-preview.ts';
import { designArchitecture } from './stages/design-architecture.ts';
import { generateTests } from './stages/generate-tests.ts';
import { generateUnit } from './stages/generate-unit.ts';
import { mergeVersion } from './stages/merge-version.ts';
import { packageCapsule } from './stages/package-capsule.ts';
import { parseRequirements } from './stages/parse-requirements.ts';
import { refuseUnsound } from './stages/refuse-unsound.ts';
import { validateQuality } from './stages/validate-quality.ts';

type Dependencies = VersionSources & {
  gate: QualityGate;
  capsules: CapsulePackager;
  previews: PreviewLauncher;
};

/** What each stage of the standard pipeline does, by the name that the definition calls it. */
export function createStageHandlers(dependencies: Dependencies): StepHandlers {
  const { gate, capsules, previews, versions } = dependencies;
  return {
    parse: parseRequirements(versions),
    design: refuseUnsound(designArchitecture(dependencies)),
    code: refuseUnsound(generateUnit),
    tests: refuseUnsound(generateTests),
    merge: refuseUnsound(mergeVersion(dependencies)),
    quality: validateQuality(gate, versions),
    capsule: packageCapsule(capsules),
    preview: deployPreview(previews),
  };
}

/** The graph of a run with these options; throws `StackUnknown` before anything is written. */
export function definitionFor(options: RunOptions, change?: ChangePlan): WorkflowDefinition {
  if (findStack(options.stack) === null) {
    throw new StackUnknown(
      options.stack,
      stacks.map((stack) => stack.id),
    );
  }
  return standardPipeline(options, change);
}
