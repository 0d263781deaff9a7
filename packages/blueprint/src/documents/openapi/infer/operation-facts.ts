import type { Intent } from './intents.ts';
import type { FoundRow } from './row-schema.ts';
import type { Subject } from './subjects.ts';

/** What one operation says of the records of a draft. */
export type Facts = {
  readonly subject: Subject;
  readonly intent: Intent;
  /** The record in its answer. */
  readonly row: FoundRow | null;
  /** A parameter of the query or a member of the body that names the record, where the path does not. */
  readonly ownBy: { in: 'query' | 'body'; name: string } | null;
};
