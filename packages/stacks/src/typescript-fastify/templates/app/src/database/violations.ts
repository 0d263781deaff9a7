import { constraintFields } from './constraints.ts';

export type Violation =
  | { kind: 'unique' | 'reference'; field: string | undefined }
  | { kind: 'value' }
// @if waits
  | { kind: 'conflict' }
// @end
  | { kind: 'unavailable' };

/** What PostgreSQL objects to, or null when the error is not about the data. */
export function findViolation(error: unknown): Violation | null {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return null;
  const code = String(cause.code);
  const constraint = 'constraint' in cause ? String(cause.constraint) : '';
  if (code === '23505') return { kind: 'unique', field: constraintFields.get(constraint) };
  // PostgreSQL 18 tells a restricted delete (23001) from an unknown reference (23503).
  if (code === '23503' || code === '23001') {
    return { kind: 'reference', field: constraintFields.get(constraint) };
  }
// @if waits
  // A deadlock, or writes that cannot be put in an order.
  if (code === '40P01' || code === '40001') return { kind: 'conflict' };
// @end
  // 22: data exception, 23: any other constraint, 54: a limit of the server such as an index row.
  if (/^(22|23|54)/.test(code)) return { kind: 'value' };
  return /^(08|57P|ECONN)/.test(code) ? { kind: 'unavailable' } : null;
}
