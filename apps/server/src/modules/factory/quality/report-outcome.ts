import type { GateRequest } from './check-context.ts';
import { type CheckOutcome, checkTitles } from './domain/quality-check.ts';

/** Tells whoever watches the run how a check ended. */
export function reportOutcome(
  request: Pick<GateRequest, 'progress'>,
  outcome: CheckOutcome,
): CheckOutcome {
  const { id, status, durationMs, figures } = outcome;
  const seconds = (durationMs / 1000).toFixed(1);
  const title = checkTitles[id];
  const data = { check: id, title, status, durationMs, figures };
  request.progress(`${title}: ${status} in ${seconds} s`, data);
  return outcome;
}
