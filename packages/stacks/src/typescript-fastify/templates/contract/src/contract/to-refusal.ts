import { Refusal } from './refusal.ts';

/** What is refused because of the request; null for what the server did wrong. */
export function toRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const violation = violationOf(error);
  if (violation !== null) return violation;
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error
      ? Number(error.statusCode)
      : 500;
  if (status === 413) return new Refusal('too-large', 'The body is larger than what is taken.');
  if (status === 415) return new Refusal('unsupported', 'Bodies of this type are not taken.');
  return status >= 400 && status < 500
    ? new Refusal('malformed', 'The request cannot be read.')
    : null;
}

/** What PostgreSQL objects to. */
function violationOf(error: unknown): Refusal | null {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return null;
  const code = String(cause.code);
  if (code === '23505') return new Refusal('conflict', 'There is one like this already.');
  const isKept =
    code === '23001' || ('detail' in cause && /still referenced/.test(String(cause.detail)));
  if (isKept) return new Refusal('conflict', 'Other records refer to this one.');
  if (code === '23503') return new Refusal('no-reference', 'What this refers to does not exist.');
  if (/^(22|23|54)/.test(code)) return new Refusal('invalid', 'A value cannot be stored.');
  return /^(08|57P|ECONN)/.test(code)
    ? new Refusal('unavailable', 'The database cannot be reached.')
    : null;
}
