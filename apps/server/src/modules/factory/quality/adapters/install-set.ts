import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Licence, readLicence, readLockedPackages } from '../domain/licences.ts';
import { DependenciesUnavailable } from '../domain/quality-errors.ts';
import type { DependencyRequest, InstallHooks } from '../ports.ts';
import { digestTree } from './digest-tree.ts';
import { installEnvironment, installPackages } from './install-packages.ts';

/** What stands in a set that is whole; written last. */
export const RECEIPT = 'installed.json';

export type DependencyStoreOptions = {
  /** Holds a folder for each set; kept between runs. */
  folder: string;
  /** Where the way to the registry is read from. */
  environment: Readonly<Record<string, string | undefined>>;
  logger: Logger;
  timeoutMs?: number;
  attempts?: number;
};

export type SetInstall = DependencyStoreOptions & {
  /** The folder to install into. */
  draft: string;
  request: DependencyRequest;
  hooks: InstallHooks;
};

/** Installs into the draft, again from the start when the registry fails in a way that may pass. */
export async function installSet(install: SetInstall): Promise<void> {
  const { draft, hooks, logger, attempts = 3 } = install;
  for (let attempt = 1; ; attempt += 1) {
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true, mode: 0o755 });
    try {
      return await installOnce(install);
    } catch (error) {
      if (!(error instanceof DependenciesUnavailable) || !error.mayPass) throw error;
      if (attempt >= attempts) throw error;
      logger.warn({ err: error, attempt }, 'installing the dependency set failed, trying again');
      await sleep(500 * 2 ** attempt, undefined, hooks.signal ? { signal: hooks.signal } : {});
    }
  }
}

async function installOnce(install: SetInstall): Promise<void> {
  const { draft, request, hooks, folder, environment, timeoutMs = 600_000 } = install;
  const home = join(folder, '.home');
  await mkdir(home, { recursive: true, mode: 0o700 });
  await writeFile(join(draft, 'package.json'), request.packageJson);
  await writeFile(join(draft, 'package-lock.json'), request.lockFile);
  const total = readLockedPackages(request.lockFile).length;
  let fetched = 0;
  await installPackages({
    folder: draft,
    environment: installEnvironment(environment, home),
    timeoutMs,
    signal: hooks.signal,
    onLine(line) {
      if (!line.includes('http fetch')) return;
      fetched = Math.min(fetched + 1, total);
      if (fetched % 20 === 0) hooks.progress?.(`installing dependencies: ${fetched} of ${total}`);
    },
  });
  const packages = await readPackages(draft, request.lockFile);
  const contentDigest = await digestTree(join(draft, 'node_modules'));
  await writeFile(join(draft, RECEIPT), JSON.stringify({ contentDigest, packages }, null, 2));
}

/** The packages that are really there: those for other platforms are in the lock file alone. */
async function readPackages(root: string, lockFile: string): Promise<Licence[]> {
  const found = await Promise.all(
    readLockedPackages(lockFile).map(async ({ path, name, version, integrity }) => {
      const text = await readFile(join(root, path, 'package.json'), 'utf8').catch(() => null);
      if (text === null) return [];
      return [{ name, version, licence: readLicence(JSON.parse(text)), integrity }];
    }),
  );
  return found.flat().sort((one, other) => (one.name < other.name ? -1 : 1));
}
