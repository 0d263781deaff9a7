const MARK = Symbol.for('quantumlayer.error');

/** What went wrong, in the domain's words. The HTTP edge alone knows which status each kind becomes. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'limited'
  | 'unavailable';

/** Base of every error we expect. Anything else that is thrown is a defect and becomes a plain 500. */
export abstract class PlatformError extends Error {
  /** Stable, documented, kebab-case; clients branch on it, so it never changes once released. */
  abstract readonly code: string;
  abstract readonly kind: ErrorKind;
  readonly [MARK] = true;

  /** Extra members of the problem document; safe to show to the caller. */
  details(): Record<string, unknown> {
    return {};
  }

  /** True for our errors even when two copies of this file are loaded. */
  static is(value: unknown): value is PlatformError {
    return typeof value === 'object' && value !== null && MARK in value;
  }
}
