import type { StepHandler } from '#modules/factory/workflows/index.ts';
import { countOf } from '../domain/count-of.ts';
import { knownStack } from '../domain/known-stack.ts';
import {
  designOutputSchema,
  type FilesOutput,
  pipelineInputSchema,
} from '../domain/stage-outputs.ts';

/** Stage 4: unit and API tests of every entity. */
export const generateTests: StepHandler = async ({ inputs, progress }) => {
  const { options } = pipelineInputSchema.parse(inputs.run);
  const { blueprint } = designOutputSchema.parse(inputs.design);
  const files = knownStack(options.stack).generateTests(blueprint);
  progress(countOf(files.length, 'test file'));
  return { files } satisfies FilesOutput;
};
