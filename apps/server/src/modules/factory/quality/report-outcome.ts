import type { GateRequest } from './check-context.ts';
import { type CheckOutcome, checkTitles } from './domain/quality-check.ts';

/** Tells whoever watches the run how a check ended. One that was cut off has not ended: what it says then is no verdict. */
export function reportOutcome(
  request: Pick<GateRequest, 'progress' | 'signal'>,
  outcome: CheckOutcome,
): CheckOutcome {
  if (request.signal.aborted) return outcome;
  const { id, status, durationMs, figures } = outcome;
  const seconds = (durationMs / 1000).toFixed(1);
  const title = checkTitles[id];
  const data = { check: id, title, status, durationMs, figures };
  request.progress(`${title}: ${status} in ${seconds} s`, data);
  return outcome;
}
