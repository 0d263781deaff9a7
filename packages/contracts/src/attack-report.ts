/** A request of an attack; path and body are shortened to what a person wants to read. */
export type AttackRequest = {
  readonly method: string;
  readonly path: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** What the app made of it. */
export type AttackResponse = {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** One request and its answer; null when no answer came. */
export type AttackExchange = {
  readonly request: AttackRequest;
  readonly response: AttackResponse | null;
};

export type AttackResult = {
  /** kebab-case, stable. */
  readonly id: string;
  readonly title: string;
  /** Number in the Common Weakness Enumeration. */
  readonly cwe: number;
  readonly status: 'withstood' | 'failed' | 'not-applicable' | 'not-run';
  readonly requests: number;
  readonly durationMs: number;
  /** Why it was not applied or not run; null otherwise. */
  readonly reason: string | null;
  /** The first that was sent and what the app made of it; null when nothing was. */
  readonly example: AttackExchange | null;
  /** What got through, five at the most. */
  readonly findings: readonly (AttackExchange & { readonly message: string })[];
};

/** What the whole suite found out: the output of the check `attacks`, as JSON. */
export type AttackReport = {
  readonly attacks: readonly AttackResult[];
  /** Attacks that were carried out. */
  readonly run: number;
  /** Attacks that got through. */
  readonly failed: number;
  readonly requests: number;
};
