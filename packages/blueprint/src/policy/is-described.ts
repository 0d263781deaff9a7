import type { Blueprint } from '@quantumlayer/contracts';
import { findEntity } from './things.ts';

/** A thing that is kept and has values of its own, beyond an assumed name. */
export function isDescribed(sketch: Blueprint, noun: readonly string[]): boolean {
  const entity = findEntity(sketch, noun);
  return entity !== null && (entity.fields.length > 1 || entity.fields[0]?.name !== 'name');
}
