/**
 * A prompt and what a person expects of it. `expect` holds one entity a line:
 * `Name: field type flag flag, ... | relation-kind Target flag, ...`. Alternatives of names are written `a|b`; flags of a
 * field are `unique`, `optional`, `default` and `assumed`; a flag of a relation is `optional`. One direction of each relation suffices.
 */
export type CorpusEntry = { id: string; prompt: string; expect: string };
