/** A rule of an entity, with everything that the generators say about it. */
export type RuleModel = {
  /** Null where a foreign key keeps it. */
  kept: KeptRule | null;
  /** One of `x-rules` in the OpenAPI document, with members of the API; null where no request can break it. */
  document: Record<string, unknown> | null;
  /** For people, without the full stop. */
  sentence: string;
  /** Where it is kept, and why there. */
  decision: string;
  reason: string;
};

/** A constraint of the database, or a trigger that acts as one. */
export type KeptRule = {
  /** What is reported as broken; also what the trigger and its function are called. */
  constraint: string;
  /** SQL, after all tables and references. */
  statements: string[];
  /** What the API answers when it is broken. */
  problem: { status: 409 | 422; code: string; detail: string };
  /** The members that the answer points at. */
  members: string[];
};

/** A name that is used once, near the wanted one. */
export type RuleName = (wanted: string) => string;
