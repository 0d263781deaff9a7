import { BlueprintUnsound } from '@quantumlayer/stacks';
import type { StepHandler } from '#modules/factory/workflows/index.ts';
import { StageFailed } from '../domain/stage-failed.ts';

/** Ends the run with a reason for a person where the stack refuses the blueprint; trying again would end the same. */
export function refuseUnsound(handler: StepHandler): StepHandler {
  return async (context) => {
    try {
      return await handler(context);
    } catch (error) {
      if (!(error instanceof BlueprintUnsound)) throw error;
      throw new StageFailed({
        code: 'blueprint-unsound',
        message: `This blueprint cannot be built: ${error.message}.`,
        next: 'Say it differently in the prompt and start a new run, or start one with --review and change the blueprint there.',
        details: { path: error.path },
      });
    }
  };
}
