/**
 * A prompt and what a person expects of it. `expect` holds one entity a line:
 * `Name: field type flag flag, ... | relation-kind Target flag, ...`. Alternatives of names are written `a|b`; flags of a
 * field are `unique`, `optional`, `default` and `assumed`; a flag of a relation is `optional`. One direction of each relation suffices.
 *
 * `rules`, where people and rules are measured, holds one fact a line (see `score-rules.ts`): `roles clerk manager | closed`,
 * `Order: own, seesAll manager, delete manager` (only what the prompt says of rights), `Order: unique customer+number`,
 * `Order: cascade customer`, `Order: no delete while status=paid`, `Customer: no delete with orders`,
 * `Loan: at most 3 per member where returned=false`, `Booking: no overlap from..to per room`, `Booking: order from<to`,
 * `Order: lifecycle status(draft) submit draft>submitted, approve submitted>approved by manager`.
 */
export type CorpusEntry = {
  id: string;
  prompt: string;
  expect: string;
  rules?: string;
  /** Read with what is assumed beside what is said (0098, 0099, 0100): the whole of it is expected. */
  isIdea?: true;
};
