import { Refusal, type RuleRefusal } from '../contract/refusal.ts';
import type { Resource, Row } from '../records/resource.ts';
import type { Parents } from './sources.ts';

/** A state of a row in which the operation is refused. */
export type Guard = {
  /** A row that the path names before; the row itself where it is not given. */
  of?: Resource;
  member: string;
  value: unknown;
  /** Every other state is refused. */
  not?: true;
  // @if guardedEmpty
  /** Of rows that belong to it, or of how many there are: there are none. */
  empty?: true;
  // @end
  refusal: RuleRefusal;
  says: string;
};

/** Refuses what the state of a parent does not allow. */
export function expectParents(guards: readonly Guard[], parents: Parents): void {
  for (const guard of guards) {
    const row = guard.of === undefined ? undefined : parents.get(guard.of);
    if (row !== undefined) expectState(guard, row);
  }
}

/** Refuses what the state of the row itself does not allow. */
export function expectRow(guards: readonly Guard[], row: Row): void {
  for (const guard of guards) if (guard.of === undefined) expectState(guard, row);
}

// @if guardedEmpty
function expectState({ member, value, not, empty, refusal, says }: Guard, row: Row): void {
  const held = row[member];
  if (empty && (Array.isArray(held) ? held.length === 0 : !held)) throw new Refusal(refusal, says);
  if (empty) return;
  // @end
  // @if !guardedEmpty
function expectState({ member, value, not, refusal, says }: Guard, row: Row): void {
  // @end
  if ((row[member] === value) !== (not === true)) throw new Refusal(refusal, says);
}
