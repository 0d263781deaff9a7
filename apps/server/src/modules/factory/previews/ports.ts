import type { PreviewRecord, PreviewStatus } from './domain/preview.ts';

/** Where previews live. Every call is scoped to one organisation, but for those of the proxy and the sweeper. */
export interface PreviewRepository {
  find(organisationId: string, id: string): Promise<PreviewRecord | null>;
  /** Newest first; `before` is the last id of the page before. */
  list(
    organisationId: string,
    projectId: string,
    page: { before: string | null; limit: number },
  ): Promise<PreviewRecord[]>;
  /** Inserts, or answers the preview of the same run that is there already. */
  insert(preview: PreviewRecord): Promise<PreviewRecord>;
  update(id: string, change: PreviewChange): Promise<void>;
  /** Changes the status only while it is one of `from`; false when it is another by now. */
  move(id: string, from: readonly PreviewStatus[], change: PreviewChange): Promise<boolean>;
  /** Whoever knows the label may look. */
  findByLabel(label: string): Promise<PreviewRecord | null>;
  /** Previews of all organisations that are starting or running. */
  listActive(): Promise<PreviewRecord[]>;
}

export type PreviewChange = Partial<
  Pick<PreviewRecord, 'status' | 'expiresAt' | 'reason' | 'log' | 'capsuleId' | 'label'>
>;

/**
 * Which process runs which preview. A lease ends by itself when its owner falls silent, so that no preview has two
 * owners and none is left without one.
 */
export interface PreviewLeases {
  /** False while another process holds it. */
  take(previewId: string): Promise<boolean>;
  /** Takes all active previews that nobody holds; answers which these were. */
  takeUnheld(): Promise<string[]>;
  /** Prolongs what this process holds; answers which these are. */
  renew(): Promise<string[]>;
  findHolder(previewId: string): Promise<LeaseHolder | null>;
  release(previewId: string): Promise<void>;
  releaseAll(): Promise<void>;
  /** For a process that knows that it is alone on its database. */
  endOthers(): Promise<void>;
}

export type LeaseHolder = {
  isSelf: boolean;
  /** Where the owner is reached; null while it does not listen. */
  origin: string | null;
  until: Date;
};

/** Gives the archive of a capsule. */
export interface CapsuleArchives {
  openArchive(organisationId: string, capsuleId: string): Promise<{ archive: Buffer }>;
}

/** Says that a project exists; throws the project's own error otherwise. */
export interface Projects {
  get(organisationId: string, projectId: string): Promise<unknown>;
}

/** An app that answers. */
export type RunningApp = {
  /** A path under which its socket can be reached for as long as it runs. */
  readonly socketPath: string;
  /** How it ended; `full` when only its log was full, which is no fault of the app. */
  readonly ended: Promise<{ reason: string; full: boolean }>;
  stop(): Promise<void>;
};

export type LaunchRequest = {
  preview: PreviewRecord;
  signal: AbortSignal;
  onOutput(chunk: Uint8Array): void;
};

/** Starts apps in the sandbox. An app keeps its data between launches until it is removed. */
export interface AppLauncher {
  /** Resolves when the app answers; throws `PreviewNotStarted` with the end of its log otherwise. */
  launch(request: LaunchRequest): Promise<RunningApp>;
  /** Deletes code and data. */
  remove(previewId: string): Promise<void>;
  /** Ends what processes that are gone left running on this machine. */
  collectOrphans(): Promise<void>;
  /** The previews that have files on this machine. */
  list(): Promise<string[]>;
}
