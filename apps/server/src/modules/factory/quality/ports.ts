import type { GeneratedFile } from '@quantumlayer/contracts';
import type { AppRequest, AppResponse } from './domain/finding.ts';
import type { Schema } from './domain/json-schema.ts';
import type { Licence } from './domain/licences.ts';

/** What a stack's apps are installed with. */
export type DependencyRequest = { packageJson: string; lockFile: string };

/** An installed set: read-only, shared by all runs. */
export type DependencySet = {
  /** Host path of `node_modules`. */
  readonly folder: string;
  readonly lockDigest: string;
  /** Digest over every path and file content of the installed tree. */
  readonly contentDigest: string;
  readonly command: readonly string[];
  readonly packages: readonly Licence[];
};

export type InstallHooks = { signal?: AbortSignal; progress?: (message: string) => void };

/** Installs each set once and finds it again; safe against other processes and crashes. */
export interface DependencyStore {
  /** Throws `DependenciesUnavailable` when it is not installed and cannot be. */
  ensure(request: DependencyRequest, hooks?: InstallHooks): Promise<DependencySet>;
}

/** The files of one run on disk, for as long as its checks last. */
export type WorkFolder = {
  readonly path: string;
  /** The content of a plain file below the folder; null when it is missing. Throws for a link, a pipe or too much. */
  read(path: string, maxBytes: number): Promise<string | null>;
  /** The plain text files below a folder of it, in path order; throws like `read`. */
  readAll(folder: string, maxBytes: number): Promise<GeneratedFile[]>;
  /** The plain files below a folder of it that hold one of the needles, as paths relative to that. */
  search(path: string, needles: readonly Buffer[]): Promise<string[]>;
  remove(): Promise<void>;
};

export interface WorkFolders {
  /** `writable` are folders below it that the programs inside may write to. */
  open(
    label: string,
    files: readonly GeneratedFile[],
    writable: readonly string[],
  ): Promise<WorkFolder>;
  /** Removes what a crash left behind; returns how many folders it were. */
  collect(): Promise<number>;
}

/** A server that listens on a Unix socket and may be reached through this path, however deep it lies. */
export type ConnectApp = (socketPath: string) => AppClient;

/** Speaks HTTP to the app under test. Rejects when no whole answer came in time. */
export interface AppClient {
  send(request: AppRequest): Promise<AppResponse>;
  close(): void;
}

/** Judges values by the schemas of one OpenAPI document; `$ref` points into that document. */
export interface SchemaChecker {
  /** What is wrong with the value, a line each; empty when it matches. */
  check(schema: Schema, value: unknown): string[];
}
