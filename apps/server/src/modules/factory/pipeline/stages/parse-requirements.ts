import { readRequest } from '@quantumlayer/blueprint';
import type { RunReading } from '@quantumlayer/contracts';
import { PlatformError } from '#kernel/errors.ts';
import type { StepHandler } from '#modules/factory/workflows/index.ts';
import { countOf } from '../domain/count-of.ts';
import { PromptRefused } from '../domain/pipeline-errors.ts';
import { StageFailed } from '../domain/stage-failed.ts';
import { type PipelineInput, pipelineInputSchema } from '../domain/stage-outputs.ts';
import type { AppVersions } from '../ports.ts';
import { readChange } from '../read-change.ts';

/**
 * Stage 1: the prompt, the document or both become a blueprint, or what was asked for becomes changes of an earlier
 * version; else the run ends with what the offline compiler can do instead.
 */
export function parseRequirements(versions: AppVersions): StepHandler {
  return async ({ organisationId, inputs, progress }) => {
    const run = pipelineInputSchema.parse(inputs.run);
    const reading = await read(versions, organisationId, run).catch(refuseForGood);
    const { followUp } = reading;
    if (followUp === undefined) progress(...entitiesOf(reading));
    else progress(countOf(followUp.changes.length, 'change'), { changes: followUp.changes.length });
    return reading;
  };
}

async function read(
  versions: AppVersions,
  organisationId: string,
  { change, ...run }: PipelineInput,
): Promise<RunReading> {
  if (change !== undefined) return await readChange(versions, { ...run, organisationId, change });
  const { prompt, document } = run;
  const outcome = await readRequest({ ...(prompt === '' ? {} : { prompt }), document });
  if (!outcome.ok) throw new PromptRefused(outcome.refusal);
  return outcome.reading;
}

function entitiesOf({ blueprint, notUnderstood }: RunReading) {
  const names = blueprint.entities.map((entity) => entity.name);
  return [
    `${countOf(names.length, 'entity', 'entities')}: ${names.slice(0, 8).join(', ')}`,
    { entities: names.length, notUnderstood: notUnderstood.length },
  ] as const;
}

/** What cannot be read today cannot be read tomorrow. */
function refuseForGood(error: unknown): never {
  if (!PlatformError.is(error) || (error.kind !== 'invalid' && error.kind !== 'not-found'))
    throw error;
  const { code, message } = error;
  const { next, ...details } = error.details();
  const said = typeof next === 'string' ? next : 'Start a new run that asks for something else.';
  throw new StageFailed({ code, message: `${placeOf(details)}${message}`, next: said, details });
}

/** Who looks at a run has only the sentence, which leads to the place in the document. */
function placeOf({ line, column }: Record<string, unknown>): string {
  const isPlaced = typeof line === 'number' && typeof column === 'number';
  return isPlaced ? `Line ${line}, column ${column}: ` : '';
}
