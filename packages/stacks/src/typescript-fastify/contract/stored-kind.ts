import type { Member, ValueKind } from '@quantumlayer/contracts';

/** A version counts writes; one that the document wants as text is a number in the table all the same. */
export function storedKind({ kind, made }: Member): ValueKind {
  return made === 'version' ? 'integer' : kind;
}
