import type { Database } from '#platform/database.ts';
import type { DropRecord, NewDrop, Pin } from './domain/drop.ts';

export type DropQuery = {
  projectId?: string | undefined;
  mediaType?: string | undefined;
  isPinned?: boolean | undefined;
  /** Drops of a stage whose name holds the text, and those of these runs. */
  found?: { text: string; runIds: readonly string[] } | undefined;
  stage?: string | undefined;
  runId?: string | undefined;
  /** The last id of the page before. */
  before: string | null;
  limit: number;
};

/** Where the rows of drops live. Every call is scoped to one organisation. */
export interface DropRepository {
  find(organisationId: string, id: string): Promise<DropRecord | null>;
  /** Newest first. */
  list(organisationId: string, query: DropQuery): Promise<DropRecord[]>;
  /** Pins, or pins anew under another name. */
  pin(organisationId: string, id: string, pin: Pin): Promise<void>;
  unpin(organisationId: string, id: string): Promise<void>;
  /** Id of the newest drop of each stage of a run. */
  newestIdsByStage(organisationId: string, runId: string): Promise<Map<string, string>>;
  /**
   * Inserts in the caller's transaction with the next version of project and stage, and without gaps however many
   * record at once. What was recorded under the same run, stage and key is answered as it is.
   */
  record(tx: Database, drop: NewDrop, made: { id: string; createdAt: Date }): Promise<DropRecord>;
}

/** Says that a project exists; throws the project's own error otherwise. */
export interface Projects {
  get(organisationId: string, projectId: string): Promise<unknown>;
}

/** Finds runs by the words of their prompts. */
export interface RunSearch {
  /** The newest first, at most `limit`. */
  idsByPrompt(organisationId: string, text: string, limit: number): Promise<string[]>;
}
