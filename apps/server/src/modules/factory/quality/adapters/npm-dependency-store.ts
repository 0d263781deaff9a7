import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import { PlatformError } from '#kernel/errors.ts';
import { type Licence, readLicence, readLockedPackages } from '../domain/licences.ts';
import { DependenciesUnavailable } from '../domain/quality-errors.ts';
import type { DependencyRequest, DependencySet, DependencyStore, InstallHooks } from '../ports.ts';
import { digestTree } from './digest-tree.ts';
import { withFileLock } from './folder-lock.ts';
import { INSTALL_COMMAND, installEnvironment, installPackages } from './install-packages.ts';

export type DependencyStoreOptions = {
  /** Holds a folder for each set; kept between runs. */
  folder: string;
  /** Where the way to the registry is read from. */
  environment: Readonly<Record<string, string | undefined>>;
  logger: Logger;
  timeoutMs?: number;
  attempts?: number;
};

const receiptSchema = z.object({
  contentDigest: z.string(),
  packages: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      licence: z.string(),
      integrity: z.string(),
    }),
  ),
});

const RECEIPT = 'installed.json';
const DRAFT = '.draft-';

/** Sets below a folder, each named for the digest of its lock file, the platform and the version of Node. */
export function createNpmDependencyStore(options: DependencyStoreOptions): DependencyStore {
  const { folder, environment, logger, timeoutMs = 300_000, attempts = 3 } = options;
  const running = new Map<string, Promise<DependencySet>>();

  async function find(place: string, request: DependencyRequest): Promise<DependencySet | null> {
    if (!existsSync(join(place, RECEIPT))) return null;
    const receipt = receiptSchema.parse(JSON.parse(await readFile(join(place, RECEIPT), 'utf8')));
    return {
      folder: join(place, 'node_modules'),
      lockDigest: digest(request.lockFile),
      command: INSTALL_COMMAND,
      ...receipt,
    };
  }

  async function install(draft: string, request: DependencyRequest, hooks: InstallHooks) {
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

  async function installWithRetries(
    draft: string,
    request: DependencyRequest,
    hooks: InstallHooks,
  ) {
    for (let attempt = 1; ; attempt += 1) {
      await rm(draft, { recursive: true, force: true });
      await mkdir(draft, { recursive: true, mode: 0o755 });
      try {
        return await install(draft, request, hooks);
      } catch (error) {
        if (!(error instanceof DependenciesUnavailable) || !error.mayPass) throw error;
        if (attempt >= attempts) throw error;
        logger.warn({ err: error, attempt }, 'installing the dependency set failed, trying again');
        await sleep(500 * 2 ** attempt, undefined, hooks.signal ? { signal: hooks.signal } : {});
      }
    }
  }

  async function build(place: string, request: DependencyRequest, hooks: InstallHooks) {
    const { signal } = hooks;
    const onWait = () => hooks.progress?.('waiting for another process that installs dependencies');
    return withFileLock(`${place}.lock`, { signal, onWait }, async () => {
      const known = await find(place, request);
      if (known !== null) return known;
      await removeDrafts(folder, place);
      const draft = `${place}${DRAFT}${randomUUID()}`;
      const started = Date.now();
      hooks.progress?.('installing the dependency set; this happens once');
      try {
        await installWithRetries(draft, request, hooks);
        // Left over from a crash between removing and renaming, or from a lost receipt.
        await rm(place, { recursive: true, force: true });
        await rename(draft, place);
      } finally {
        await rm(draft, { recursive: true, force: true });
      }
      logger.info({ durationMs: Date.now() - started }, 'installed the dependency set');
      const made = await find(place, request);
      if (made === null) throw new DependenciesUnavailable('other', 'its receipt is missing', '');
      return made;
    });
  }

  return {
    async ensure(request, hooks = {}) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const place = join(folder, setName(request.lockFile));
      const known = await find(place, request);
      if (known !== null) return known;
      for (;;) {
        const others = running.get(place);
        const going = others ?? build(place, request, hooks);
        running.set(place, going);
        try {
          return await going;
        } catch (error) {
          // The caller whose work we waited for was cancelled; that is no reason for us to stop.
          const foreign = others !== undefined && !PlatformError.is(error);
          if (!foreign || hooks.signal?.aborted) throw error;
        } finally {
          if (running.get(place) === going) running.delete(place);
        }
      }
    },
  };
}

function setName(lockFile: string): string {
  const major = process.versions.node.split('.')[0];
  const identity = [lockFile, process.platform, process.arch, `node${major}`].join('\0');
  return createHash('sha256').update(identity).digest('hex');
}

function digest(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

async function removeDrafts(folder: string, place: string): Promise<void> {
  const names = await readdir(folder);
  const drafts = names
    .map((name) => join(folder, name))
    .filter((path) => path.startsWith(place + DRAFT));
  await Promise.all(drafts.map((path) => rm(path, { recursive: true, force: true })));
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
