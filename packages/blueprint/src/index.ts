export { type BlueprintCheck, type BlueprintProblem, checkBlueprint } from './check-blueprint.ts';
export { diffBlueprints } from './diff/diff-blueprints.ts';
export { DocumentInvalid } from './documents/document-invalid.ts';
export { readDocument } from './documents/read-document.ts';
export { type FollowUpOutcome, readFollowUp } from './follow-up/read-follow-up.ts';
export { type ReadOutcome, readPrompt } from './read-prompt.ts';
export { readRequest } from './read-request.ts';
export type { Refusal, RefusalCode } from './refusals.ts';
