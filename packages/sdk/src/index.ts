export { ApiProblem, ServerUnreachable } from './api-problem.ts';
export {
  type ChangeRequest,
  type CheckId,
  type Client,
  type ClientOptions,
  type Credentials,
  createClient,
  type FollowUpRequest,
  type HandEdits,
  type NewPassword,
  type ReadRequest,
  type RestoreVersion,
  type RunRequest,
  type RunSignal,
} from './client.ts';
export type { components } from './generated/api.ts';
export { type RunEvent, streamRunEvents } from './run-events.ts';
