import type { Deletion, Field, OutOfScope } from '@quantumlayer/contracts';

/**
 * What a document describes, in its own names. Keys are those of the document and never become properties of an
 * object; `assemble` gives the names of the blueprint.
 */
export type SourceModel = {
  /** What the document calls the whole, if it does. */
  title: string | null;
  entities: SourceEntity[];
  relations: SourceRelation[];
  notes: SourceNotes;
};

export type SourceField = Omit<Field, 'name' | 'computed'> & { key: string; line: number };

/** A value that is worked out of others; `of` are keys of fields. */
export type SourceComputed = {
  key: string;
  line: number;
  kind: 'product' | 'sum' | 'difference';
  of: string[];
  description?: string;
  /** What is said where an app cannot work it out. */
  outOfScope: OutOfScope;
};

export type SourceOrder = { first: string; second: string; strictly: boolean; line: number };

export type SourceEntity = {
  key: string;
  line: number;
  description?: string;
  fields: SourceField[];
  computed: SourceComputed[];
  /** Keys of fields and of relations that start here. */
  uniqueTogether: { keys: string[]; line: number }[];
  orders: SourceOrder[];
  softDelete: boolean;
  optimisticLocking: boolean;
};

/** `from` holds the key of a `many-to-one` or a `one-to-one`. */
export type SourceRelation = {
  key: string;
  kind: 'many-to-one' | 'one-to-one' | 'many-to-many';
  from: string;
  to: string;
  /** Words for its name seen from `from` and from `to`; null: after the entity at the other end. */
  name: string | null;
  inverse: string | null;
  required: boolean;
  onDelete?: Deletion | undefined;
  description?: string;
  line: number;
};

/** Where a note belongs: an entity, or a field or relation of it, by their keys. */
export type SourcePlace = { entity: string; member?: string };

export type SourceNotes = {
  /** Parts that became something else than an entity, a field or a relation. */
  became: (SourcePlace & { line: number; meaning: string })[];
  outOfScope: OutOfScope[];
  assumptions: (SourcePlace & { text: string })[];
  questions: (SourcePlace & { text: string })[];
};

export function createNotes(): SourceNotes {
  return { became: [], outOfScope: [], assumptions: [], questions: [] };
}
