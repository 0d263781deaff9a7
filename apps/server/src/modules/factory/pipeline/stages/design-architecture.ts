import type { StepHandler } from '#modules/factory/workflows/index.ts';
import { countOf } from '../domain/count-of.ts';
import { designBlueprint } from '../domain/design-blueprint.ts';
import { knownStack } from '../domain/known-stack.ts';
import { pipelineInputSchema, readingOutputSchema } from '../domain/stage-outputs.ts';

/** Stage 2: stack, modules, tables, endpoints and decisions for the blueprint. */
export const designArchitecture: StepHandler = async ({ inputs, progress }) => {
  const { options } = pipelineInputSchema.parse(inputs.run);
  const { blueprint } = readingOutputSchema.parse(inputs.reading);
  const output = designBlueprint(knownStack(options.stack), blueprint);
  const { tables, endpoints } = output.design;
  progress(`${countOf(tables.length, 'table')}, ${countOf(endpoints.length, 'endpoint')}`);
  return output;
};
