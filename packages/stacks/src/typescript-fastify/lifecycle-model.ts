import type { Allowed } from '@quantumlayer/contracts';

/** The states of an entity, whose field only its transitions change. */
export type LifecycleModel = {
  /** Member of the API, and its column. */
  member: string;
  column: string;
  initial: string;
  transitions: TransitionModel[];
  history: { table: string; indexName: string; segment: string; operation: string };
};

export type TransitionModel = {
  name: string;
  segment: string;
  operationId: string;
  from: string[];
  to: string;
  /** Null in an app without people. */
  allowed: Allowed | null;
};
