export type RefusalKind =
  | 'malformed'
  | 'invalid'
  | 'unauthenticated'
  | 'closed'
  | 'wrong-credentials'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'expired'
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
  | 'inapplicable'
  | 'unavailable';

/** How rules of the document refuse; `inapplicable` is what could be right and is not as things are. */
export type RuleRefusal =
  | 'conflict'
  | 'forbidden'
  | 'invalid'
  | 'inapplicable'
  | 'gone'
  | 'not-found';

/** A request that is not served; the document says with which status and in which words. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  /** Seconds after which another try makes sense. */
  readonly retryAfter: number | undefined;
  /** Values that would be taken. */
  readonly suggestions: readonly string[];
  /** What is said instead where a closed record cannot be told from one that is not there. */
  readonly hidden: string | undefined;

  constructor(
    kind: RefusalKind,
    detail: string,
    more: {
      retryAfter?: number;
      suggestions?: readonly string[];
      hidden?: string;
      cause?: unknown;
    } = {},
  ) {
    super(detail, { cause: more.cause });
    this.kind = kind;
    this.retryAfter = more.retryAfter;
    this.hidden = more.hidden;
    this.suggestions = more.suggestions ?? [];
  }
}
