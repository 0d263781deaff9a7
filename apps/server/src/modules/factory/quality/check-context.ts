import type { Blueprint, GeneratedFile } from '@quantumlayer/contracts';
import type { AppMigration, Stack } from '@quantumlayer/stacks';
import type { Logger } from 'pino';
import type { Sandbox } from '#modules/factory/sandbox/index.ts';
import type { BlobStore } from '#platform/blob-store.ts';
import type { SamplePattern } from './domain/valid-value.ts';
import type {
  ConnectApp,
  DependencyStore,
  SchemaChecker,
  WorkFolder,
  WorkFolders,
} from './ports.ts';
import type { Place, WallLimits } from './sandboxed-app.ts';

type Progress = (message: string, data?: Record<string, unknown>) => void;

/** The version that an app comes from, with what leads to the new one. */
export type PreviousVersion = Pick<AppMigration, 'migration' | 'kept' | 'dropped'> & {
  /** The code of that version, as people made it. */
  files: readonly GeneratedFile[];
};

export type GateRequest = {
  runId: string;
  stack: Stack;
  /** What the app was built from: attacks are derived from it. */
  blueprint: Blueprint;
  files: readonly GeneratedFile[];
  /** Absent for a first version: nothing is there that could be lost. */
  previous?: PreviousVersion;
  /** Attacks by their ids, these alone; every one when absent. What looks at every exchange looks on in any case. */
  attacks?: readonly string[];
  signal: AbortSignal;
  progress: Progress;
};

export type GateDependencies = {
  sandbox: Sandbox;
  blobs: BlobStore;
  dependencies: DependencyStore;
  workFolders: WorkFolders;
  connectApp: ConnectApp;
  createChecker: (document: { readonly [keyword: string]: unknown }) => SchemaChecker;
  samplePattern: SamplePattern;
  logger: Logger;
  /** SPDX prefixes; a package under one of them fails the licence check. */
  denied?: readonly string[];
  wall?: Partial<WallLimits>;
};

/** What every check of one run shares. */
export type CheckContext = GateRequest & {
  sandbox: Sandbox;
  connectApp: ConnectApp;
  createChecker: (document: { readonly [keyword: string]: unknown }) => SchemaChecker;
  samplePattern: SamplePattern;
  workFolders: WorkFolders;
  workFolder: WorkFolder;
  wall: WallLimits;
  place: Place;
};
