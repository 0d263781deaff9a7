import { readRequest } from '@quantumlayer/blueprint';
import type { StepHandler } from '#modules/factory/workflows/index.ts';
import { countOf } from '../domain/count-of.ts';
import { StageFailed } from '../domain/stage-failed.ts';
import { pipelineInputSchema } from '../domain/stage-outputs.ts';

/** Stage 1: the prompt, the document or both become a blueprint, or the run ends with what the offline compiler can do instead. */
export const parseRequirements: StepHandler = async ({ inputs, progress }) => {
  const { prompt, document, reading } = pipelineInputSchema.parse(inputs.run);
  if (reading !== undefined) {
    progress(`the blueprint of an earlier version: ${reading.blueprint.title}`);
    return reading;
  }
  const outcome = await readRequest({ ...(prompt === '' ? {} : { prompt }), document });
  if (!outcome.ok) {
    const { code, message, next, notUnderstood, position } = outcome.refusal;
    throw new StageFailed({ code, message, next, details: { notUnderstood, ...position } });
  }
  const { blueprint, notUnderstood } = outcome.reading;
  const names = blueprint.entities.map((entity) => entity.name);
  progress(`${countOf(names.length, 'entity', 'entities')}: ${names.slice(0, 8).join(', ')}`, {
    entities: names.length,
    notUnderstood: notUnderstood.length,
  });
  return outcome.reading;
};
