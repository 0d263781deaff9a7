import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  connectFactory,
  type FactoryConnection,
  readKey,
  startFactory,
} from '@quantumlayer/testing';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { seededRuns } from './seeded-runs.ts';

type Shared = { url: string; apiKey: string; dataFolder: string };

declare module 'vitest' {
  interface ProvidedContext {
    sharedFactory: Shared;
  }
}

export const entry = join(import.meta.dirname, '../../../server/src/main.ts');

/** One factory for the files of a run of the browser tests: starting one takes seconds. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // While one writes tests: a folder that is named is kept, with the runs that take minutes to make.
  const kept = process.env.WEB_TEST_DATA;
  const dataFolder = kept ?? (await mkdtemp(join(tmpdir(), 'web-shared-')));
  // Long lists of previews would stop those that tests look at.
  const env = { QL_OPEN_BROWSER: '0', PREVIEW_MAX: '20' };
  const factory = await startFactory({ entry, dataFolder, env });
  // Here, since several files would make them at the same moment.
  await seededRuns(factory);
  project.provide('sharedFactory', {
    url: factory.url,
    apiKey: await readKey(dataFolder),
    dataFolder,
  });
  return async () => {
    await factory.stop();
    if (kept === undefined) await rm(dataFolder, { recursive: true, force: true });
  };
}

export type SharedFactory = FactoryConnection & { dataFolder: string };

/** The factory that all files use; what a file changes in it, it changes in a project of its own. */
export function sharedFactory(): SharedFactory {
  const { url, apiKey, dataFolder } = inject('sharedFactory');
  return { ...connectFactory(url, apiKey), dataFolder };
}

/** A data folder for a factory of one's own, which need not install again what the shared one has: to damage, to kill. */
export async function folderWithDependencies(): Promise<string> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'web-own-'));
  await cp(join(sharedFactory().dataFolder, 'dependencies'), join(dataFolder, 'dependencies'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  return dataFolder;
}
