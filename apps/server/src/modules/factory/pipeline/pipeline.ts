import { checkBlueprint } from '@quantumlayer/blueprint';
import type { RunOptions, WorkflowDefinition } from '@quantumlayer/contracts';
import { BlueprintUnsound, findStack, stacks } from '@quantumlayer/stacks';
import type { StepHandlers } from '#modules/factory/workflows/index.ts';
import { designBlueprint } from './domain/design-blueprint.ts';
import { knownStack } from './domain/known-stack.ts';
import { BlueprintInvalid, StackUnknown, StageNotModifiable } from './domain/pipeline-errors.ts';
import { designOutputSchema } from './domain/stage-outputs.ts';
import { standardPipeline } from './domain/standard-pipeline.ts';
import type { CapsulePackager, PreviewLauncher, QualityGate } from './ports.ts';
import { deployPreview } from './stages/deploy-preview.ts';
import { designArchitecture } from './stages/design-architecture.ts';
import { generateTests } from './stages/generate-tests.ts';
import { generateUnit } from './stages/generate-unit.ts';
import { packageCapsule } from './stages/package-capsule.ts';
import { parseRequirements } from './stages/parse-requirements.ts';
import { refuseUnsound } from './stages/refuse-unsound.ts';
import { validateQuality } from './stages/validate-quality.ts';

type Dependencies = { gate: QualityGate; capsules: CapsulePackager; previews: PreviewLauncher };

/** What each stage of the standard pipeline does, by the name that the definition calls it. */
export function createStageHandlers({ gate, capsules, previews }: Dependencies): StepHandlers {
  return {
    parse: parseRequirements,
    design: refuseUnsound(designArchitecture),
    code: refuseUnsound(generateUnit),
    tests: refuseUnsound(generateTests),
    quality: validateQuality(gate),
    capsule: packageCapsule(capsules),
    preview: deployPreview(previews),
  };
}

/** The graph of a run with these options; throws `StackUnknown` before anything is written. */
export function definitionFor(options: RunOptions): WorkflowDefinition {
  if (findStack(options.stack) === null) {
    throw new StackUnknown(
      options.stack,
      stacks.map((stack) => stack.id),
    );
  }
  return standardPipeline(options);
}

/** A reviewer hands in a blueprint; the design that belongs to it is made again, never taken from outside. */
export function reviseOutput(stage: string, output: unknown, options: RunOptions): unknown {
  if (stage !== 'review') throw new StageNotModifiable(stage);
  const given = typeof output === 'object' && output !== null ? output : {};
  const outcome = checkBlueprint('blueprint' in given ? given.blueprint : undefined);
  if (!outcome.ok) throw new BlueprintInvalid(outcome.problems);
  const answers = designOutputSchema.shape.answers.safeParse(
    'answers' in given ? given.answers : undefined,
  );
  if (!answers.success) {
    throw new BlueprintInvalid([{ path: 'answers', message: 'are questions and answers' }]);
  }
  try {
    const design = designBlueprint(knownStack(options.stack), outcome.blueprint);
    return { ...design, ...(answers.data !== undefined && { answers: answers.data }) };
  } catch (error) {
    if (!(error instanceof BlueprintUnsound)) throw error;
    throw new BlueprintInvalid([{ path: error.path, message: error.message }]);
  }
}
