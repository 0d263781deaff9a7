import { resolve } from 'node:path';
import type { Stack } from '@quantumlayer/stacks';
import type { Logger } from 'pino';
import type { Sandbox } from '#modules/factory/sandbox/index.ts';
import type { BlobStore } from '#platform/blob-store.ts';
import type { DependencySet, InstallHooks } from '../ports.ts';
import { createGate, type QualityGate } from '../quality-gate.ts';
import { createSchemaChecker } from './ajv-schema-checker.ts';
import { createWorkFolders } from './folder-work-folders.ts';
import { createNpmDependencyStore } from './npm-dependency-store.ts';
import { samplePattern } from './sample-pattern.ts';
import { createUnixAppClient } from './unix-app-client.ts';

/** On a machine with much other work to do a hash of a password alone takes seconds, and some wait for each other. */
const ANSWER_MS = 30_000;

export type DependencySetOptions = {
  /** Where installed sets are kept. */
  dependencyFolder: string;
  /** The environment of the process: the way to the npm registry is taken from it. */
  environment: Readonly<Record<string, string | undefined>>;
  logger: Logger;
};

export type QualityGateOptions = DependencySetOptions & {
  sandbox: Sandbox;
  blobs: BlobStore;
  /** Where the files of a run lie while it is checked; empty between runs. */
  workFolder: string;
  /** SPDX prefixes that fail the licence check; strong copyleft when absent. */
  deniedLicences?: readonly string[];
};

export function createQualityGate(options: QualityGateOptions): QualityGate {
  const { sandbox, blobs, logger, deniedLicences } = options;
  return createGate({
    sandbox,
    blobs,
    logger,
    dependencies: createStore(options),
    workFolders: createWorkFolders(resolve(options.workFolder)),
    connectApp: (socketPath) => createUnixAppClient({ socketPath, timeoutMs: ANSWER_MS }),
    createChecker: createSchemaChecker,
    samplePattern,
    ...(deniedLicences && { denied: deniedLicences }),
  });
}

/** Installs the dependency set of a stack, or finds it; set-up calls it to warm the first run. */
export function ensureDependencySet(
  stack: Pick<Stack, 'dependencySet'>,
  options: DependencySetOptions,
  hooks: InstallHooks = {},
): Promise<DependencySet> {
  return createStore(options).ensure(stack.dependencySet(), hooks);
}

function createStore({ dependencyFolder, environment, logger }: DependencySetOptions) {
  return createNpmDependencyStore({ folder: resolve(dependencyFolder), environment, logger });
}
