import type {
  Check,
  RunChange,
  RunOptions,
  RunStatus,
  ShowChanges,
  WorkflowDefinition,
} from '@quantumlayer/contracts';
import type { Database } from '#platform/database.ts';
import type { RunRecord } from './domain/run.ts';
import type { AttemptRecord } from './domain/stage-attempt.ts';

export type RunQuery = {
  projectId?: string | undefined;
  /** Any of these; all when empty. */
  statuses: readonly RunStatus[];
  /** Part of the prompt, whatever its case. */
  text?: string | undefined;
  /** Code of the failure. */
  failure?: string | undefined;
  /** Asked for at this moment or later. */
  since?: Date | undefined;
  /** Asked for before this moment. */
  until?: Date | undefined;
  /** Id of the last row of the page before. */
  before: string | null;
  limit: number;
};

export type RunProgress = Pick<RunRecord, 'id' | 'organisationId' | 'stageKey' | 'stageMessage'>;

/** Where runs live. Every call is scoped to one organisation. */
export interface RunRepository {
  find(organisationId: string, id: string): Promise<RunRecord | null>;
  /** Newest first, at most `limit` rows; their failures come without details, which may be long. */
  list(organisationId: string, query: RunQuery): Promise<RunRecord[]>;
  /** Whether any organisation has a run that waits for nobody but the machine. */
  hasActive(): Promise<boolean>;
  /** How many runs, of any organisation, were queued before this one and still are. */
  countQueuedBefore(id: string): Promise<number>;
  /** Inserts inside the caller's transaction, together with the start of its execution. */
  insert(tx: Database, run: RunRecord): Promise<void>;
  /** Saves the run's movement inside the transaction that records the event behind it. */
  save(tx: Database, run: RunRecord): Promise<void>;
  /** Saves what a stage says it does now; nothing when there is no such run. */
  saveProgress(tx: Database, run: RunProgress): Promise<void>;
  findIn(tx: Database, organisationId: string, id: string): Promise<RunRecord | null>;
  transaction<T>(work: (tx: Database) => Promise<T>): Promise<T>;
}

/** Some time of one organisation, or of one of its projects. */
export type StatisticsScope = {
  organisationId: string;
  projectId?: string | undefined;
  since: Date;
  until: Date;
};

export type Spread = { count: number; medianMs: number | null; p90Ms: number | null };

/** Figures over stored rows; each is one question, however many rows stand behind it. */
export interface RunFigures {
  /** By day in UTC and status; days without runs are left out. */
  days(scope: StatisticsScope): Promise<DayFigure[]>;
  timeToCapsule(scope: StatisticsScope): Promise<Spread>;
  /** The newest runs that have not ended, of any time, at most `limit` of each status. */
  unfinished(
    scope: Pick<StatisticsScope, 'organisationId' | 'projectId'>,
    limit: number,
  ): Promise<{ status: RunStatus; count: number; runIds: string[] }[]>;
  /** The slowest first. */
  stages(scope: StatisticsScope): Promise<(Spread & { stage: string; slowestRunId: string })[]>;
  /** The most frequent first. */
  failures(scope: StatisticsScope): Promise<{ code: string; count: number; latestRunId: string }[]>;
  sandbox(scope: StatisticsScope): Promise<{ minutes: number; attempts: number }>;
}

export type DayFigure = {
  /** `2026-01-31` */
  day: string;
  status: RunStatus;
  count: number;
  testsPassed: number;
  testsFailed: number;
};

type AttemptKey = Pick<AttemptRecord, 'organisationId' | 'runId' | 'stage' | 'attempt'>;

/** Where the attempts at the stages of runs live; written in the transaction of the event behind them. */
export interface StageAttempts {
  /** Does nothing for an attempt that has begun before. */
  begin(tx: Database, attempt: AttemptRecord): Promise<void>;
  /** Does nothing for an attempt that has ended, or that there is not. */
  end(
    tx: Database,
    attempt: AttemptKey & Pick<AttemptRecord, 'status' | 'finishedAt' | 'failure' | 'checks'>,
  ): Promise<void>;
  /** Oldest first; they are only ever added at the end, so `skip` is a place that stays right. */
  list(
    organisationId: string,
    runId: string,
    page: { skip: number; limit: number },
  ): Promise<AttemptRecord[]>;
  /** What an attempt at the quality stage executed; null when it executed nothing or is not there. */
  findChecks(organisationId: string, runId: string, attempt: number): Promise<Check[] | null>;
}

/** Answers for projects; throws the project's own error where the answer is no. */
export interface Projects {
  /** It exists. */
  get(organisationId: string, projectId: string): Promise<unknown>;
  /** The names of those that exist. */
  namesOf(
    organisationId: string,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
  /** It exists and takes new runs. */
  requireActive(organisationId: string, projectId: string): Promise<void>;
}

/** Code that people made of the version `base`: a zip or a git bundle. */
export type HandEdits = {
  organisationId: string;
  projectId: string;
  base: string;
  archive: Buffer;
};

/** Which graph a run follows, and what a person may change in it. */
export interface Pipeline {
  /** Throws for a stack that is not known. */
  definitionFor(
    options: RunOptions,
    change?: { kind: RunChange['kind']; isEdited: boolean },
  ): WorkflowDefinition;
  /** Checks and keeps code that people made of a version; throws with what is wrong with it. */
  takeEdits(edits: HandEdits): Promise<RunChange>;
  changeOf(base: string, request: Omit<ShowChanges, 'base'>): RunChange;
  /** Checks and completes what a person handed in at a checkpoint; throws with the problems. */
  reviseOutput(revision: {
    organisationId: string;
    stage: string;
    output: unknown;
    /** What the run was started with. */
    input: unknown;
    outputOf: (stage: string) => Promise<unknown>;
  }): Promise<unknown>;
  /** Throws where a checkpoint cannot be approved as it stands. */
  refuseApproval(stage: string, outputOf: (stage: string) => Promise<unknown>): Promise<void>;
}

/** The versions of apps; throws the version's own error where the project has none such. */
export interface AppVersions {
  look(
    organisationId: string,
    projectId: string,
    id: string,
  ): Promise<{ stackId: string; number: number; isEdited: boolean }>;
  /** The newest version of the app that this one is a version of: a project may hold several. */
  newestId(organisationId: string, projectId: string, id: string): Promise<string>;
}

/** The drops that the stages of runs left. */
export interface DropIndex {
  /** Id of the newest drop of each stage of a run. */
  idsByStage(organisationId: string, runId: string): Promise<ReadonlyMap<string, string>>;
  content(organisationId: string, dropId: string): Promise<{ content: Buffer }>;
}

/** Where outputs of stages are. */
export interface Outputs {
  get(reference: string): Promise<unknown>;
  /** Gives an output its place among the blobs. */
  digestOf(reference: string): Promise<string>;
}

/** Keeps a stage's result as a drop, in the transaction that records the stage's end. */
export interface DropRecorder {
  recordDrop(
    tx: Database,
    drop: {
      organisationId: string;
      projectId: string;
      runId: string;
      stage: string;
      /** Tells apart the results of one stage of one run. */
      key: string;
      mediaType: string;
      /** The bytes are in the blob store already. */
      digest: string;
    },
  ): Promise<unknown>;
}
