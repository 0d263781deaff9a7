import type { GeneratedFile } from '@quantumlayer/contracts';
import type { Stack } from '@quantumlayer/stacks';
import type { Sandbox } from '#modules/factory/sandbox/index.ts';
import type { SamplePattern } from './domain/valid-value.ts';
import type { ConnectApp, SchemaChecker, WorkFolder } from './ports.ts';
import type { WallLimits } from './sandboxed-app.ts';

type Progress = (message: string, data?: Record<string, unknown>) => void;

export type GateRequest = {
  runId: string;
  stack: Stack;
  files: readonly GeneratedFile[];
  signal: AbortSignal;
  progress: Progress;
};

/** What every check of one run shares. */
export type CheckContext = GateRequest & {
  sandbox: Sandbox;
  connectApp: ConnectApp;
  createChecker: (document: { readonly [keyword: string]: unknown }) => SchemaChecker;
  samplePattern: SamplePattern;
  workFolder: WorkFolder;
  wall: WallLimits;
  place: { workPath: string; dependencyPath: string; label: string };
};
