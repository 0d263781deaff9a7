import type { Blueprint } from '@quantumlayer/contracts';
import type { Stack } from '@quantumlayer/stacks';
import type { DesignOutput } from './stage-outputs.ts';

/** The design stage's output for a blueprint on a stack; pure, so a changed blueprint is designed again the same way. */
export function designBlueprint(stack: Stack, blueprint: Blueprint): DesignOutput {
  return {
    blueprint,
    design: stack.design(blueprint),
    units: stack.codeUnits(blueprint).map(({ id, title }) => ({ id, title })),
  };
}
