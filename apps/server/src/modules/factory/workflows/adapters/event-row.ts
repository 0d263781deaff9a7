import type { Fact } from '@quantumlayer/workflow';
import type { ExecutionEvent } from '../ports.ts';
import type { eventTable } from './workflow-tables.ts';

export type EventRow = typeof eventTable.$inferSelect;

type Owner = { organisationId: string; executionId: string };

export function toEvent(
  { organisationId, executionId }: Owner,
  seq: number,
  fact: Fact,
): ExecutionEvent {
  return {
    organisationId,
    executionId,
    seq,
    type: fact.type,
    node: fact.node,
    attempt: fact.attempt,
    at: new Date(fact.at),
    data: fact.data,
  };
}

/** The journal holds what `toEvent` wrote and nothing else, so a row is a fact again. */
export function toFact(row: Omit<EventRow, 'organisationId' | 'executionId'>): Fact {
  const { type, node, attempt, at, data } = row;
  // A row has the members of some fact; which one its type says, and TypeScript cannot follow that through a table.
  return { type, node, attempt, at: at.getTime(), data } as unknown as Fact;
}
