import type { GateRequest } from './check-context.ts';
import { type CheckOutcome, checkTitles } from './domain/quality-check.ts';

/** Tells whoever watches the run how a check ended. */
export function reportOutcome(
  request: Pick<GateRequest, 'progress'>,
  outcome: CheckOutcome,
): CheckOutcome {
  const { id, status, durationMs, figures } = outcome;
  const seconds = (durationMs / 1000).toFixed(1);
  request.progress(`${checkTitles[id]}: ${status} in ${seconds} s`, { check: id, status, figures });
  return outcome;
}
