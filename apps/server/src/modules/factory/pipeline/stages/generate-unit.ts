import type { StepHandler } from '#modules/factory/workflows/index.ts';
import { countOf } from '../domain/count-of.ts';
import { knownStack } from '../domain/known-stack.ts';
import {
  designOutputSchema,
  type FilesOutput,
  pipelineInputSchema,
  unitSchema,
} from '../domain/stage-outputs.ts';

/** Stage 3, once per unit and in parallel: the files of one independent module. */
export const generateUnit: StepHandler = async ({ inputs, progress }) => {
  const { options } = pipelineInputSchema.parse(inputs.run);
  const { blueprint } = designOutputSchema.parse(inputs.design);
  const unit = unitSchema.parse(inputs.item);
  const files = knownStack(options.stack).generateUnit(blueprint, unit.id);
  progress(`${unit.title}: ${countOf(files.length, 'file')}`);
  return { files } satisfies FilesOutput;
};
