export { type BlueprintCheck, type BlueprintProblem, checkBlueprint } from './check-blueprint.ts';
export { type ReadOutcome, readPrompt } from './read-prompt.ts';
export type { Refusal, RefusalCode } from './refusals.ts';
