import { type Rule, rules } from './rules.ts';

/** The rule that the database kept from being broken; null when the error is about something else. */
export function findBrokenRule(error: unknown): Rule | null {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  if (typeof cause !== 'object' || cause === null || !('constraint' in cause)) return null;
  return rules.get(String(cause.constraint)) ?? null;
}
