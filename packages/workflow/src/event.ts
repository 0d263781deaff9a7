import type { Failure } from './state.ts';

type Data = {
  'execution.queued': { input: string | null; definition: string; revision: number };
  'execution.started': Record<never, never>;
  'execution.paused': Record<never, never>;
  'execution.resumed': Record<never, never>;
  'execution.cancelling': Record<never, never>;
  'execution.retried': { stage: string };
  'execution.succeeded': Record<never, never>;
  'execution.failed': { failure: Failure & { stage: string | null } };
  'execution.cancelled': Record<never, never>;
  /** `count` is the number of members of a parallel. */
  'stage.started': { count?: number };
  /** A map knows its list. */
  'stage.expanded': { count: number };
  'stage.progress': { message: string; data?: Record<string, unknown> };
  'stage.succeeded': { output: string | null };
  'stage.retrying': { failure: Failure; retryAt: number };
  'stage.failed': { failure: Failure };
  /** Its process ended, or gave it back, before it had a result. */
  'stage.interrupted': Record<never, never>;
  'stage.cancelled': Record<never, never>;
  'stage.skipped': Record<never, never>;
  'stage.sleeping': { dueAt: number };
  'stage.due': Record<never, never>;
  'stage.decided': { exit: string; output: string | null };
  'stage.waiting': { of: string };
  'stage.approved': { output: string | null };
  'stage.modified': { output: string | null; of: string; replacement: string | null };
  'stage.rejected': { reason: string };
};

export type FactType = keyof Data;

/** A line of the journal before it has a number. `at` is in milliseconds since 1970. */
export type Fact = {
  [Type in FactType]: {
    type: Type;
    node: string | null;
    attempt: number;
    at: number;
    data: Data[Type];
  };
}[FactType];

export type FactOf<Type extends FactType> = Extract<Fact, { type: Type }>;

/** Work that needs the outside world. `evaluate`, `expand`, `collect` are repeated until their fact arrives. */
export type Command =
  | { type: 'run'; node: string; attempt: number }
  | { type: 'evaluate'; node: string }
  | { type: 'expand'; node: string }
  | { type: 'collect'; node: string }
  | { type: 'alarm'; node: string; at: number }
  | { type: 'abort' };

export function executionFact<Type extends FactType>(
  type: Type,
  at: number,
  data: Data[Type],
): FactOf<Type> {
  return stageFact(type, { node: null, attempt: 0, at }, data);
}

export function stageFact<Type extends FactType>(
  type: Type,
  where: { node: string | null; attempt: number; at: number },
  data: Data[Type],
): FactOf<Type> {
  // The union is built from the same table as `Data`, which TypeScript cannot follow through a generic.
  return { type, ...where, data } as unknown as FactOf<Type>;
}
