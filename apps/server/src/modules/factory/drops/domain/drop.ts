/** A versioned artefact of a stage as it is stored; the bytes are in the blob store under the digest. */
export type DropRecord = {
  readonly id: string;
  readonly organisationId: string;
  readonly projectId: string;
  readonly runId: string;
  readonly stage: string;
  /** What makes the recording of one result idempotent, e.g. the epoch and attempt of the stage. */
  readonly key: string;
  /** Counts from 1 within project and stage. */
  readonly version: number;
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly createdAt: Date;
  /** Null while nobody keeps it. */
  readonly pin: Pin | null;
};

/** A person keeps a drop as a snippet, under a name of its own. */
export type Pin = { readonly name: string; readonly note: string; readonly pinnedAt: Date };

export type NewDrop = Omit<DropRecord, 'id' | 'version' | 'createdAt' | 'pin'>;
