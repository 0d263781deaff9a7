export type RefusalKind =
  | 'malformed'
  | 'invalid'
  | 'unauthenticated'
  | 'wrong-credentials'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'bad-path'
  | 'conflict'
  | 'insufficient'
  | 'no-reference'
  | 'out-of-order'
  | 'outdated'
  | 'unconditional'
  | 'too-large'
  | 'unsupported'
  | 'limited'
  | 'undetermined'
  | 'unavailable';

/** A request that is not served; the document says with which status and in which words. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  /** Seconds after which another try makes sense. */
  readonly retryAfter: number | undefined;
  /** Values that would be taken. */
  readonly suggestions: readonly string[];

  constructor(
    kind: RefusalKind,
    detail: string,
    more: { retryAfter?: number; suggestions?: readonly string[]; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.kind = kind;
    this.retryAfter = more.retryAfter;
    this.suggestions = more.suggestions ?? [];
  }
}
