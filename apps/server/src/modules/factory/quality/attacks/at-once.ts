import type { AppRequest, AppResponse } from '../domain/finding.ts';
import { type AttackField, isTaken } from './attack-field.ts';

/** Sends all of them at the same moment. */
export function together(
  field: AttackField,
  requests: readonly AppRequest[],
): Promise<(AppResponse | null)[]> {
  return Promise.all(requests.map((request) => field.send(request)));
}

/** Which requests of several went through, the last first. */
export function takenOf(
  requests: readonly AppRequest[],
  responses: readonly (AppResponse | null)[],
) {
  return requests
    .map((request, at) => ({ request, response: responses[at] ?? null }))
    .filter(({ response }) => isTaken(response))
    .toReversed();
}

/**
 * Why an attack has seen nothing: there is `nothing` of its kind, or the app refused every request, of which nothing can
 * be learnt. Undefined when it has seen something.
 */
export function whyIdle(
  { tried, refused }: { tried: number; refused: number },
  nothing: string,
): string | undefined {
  if (tried > 0) return undefined;
  return refused > 0
    ? 'Every one of these requests was refused, so that nothing was seen.'
    : nothing;
}
