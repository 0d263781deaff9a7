import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PlatformError } from '#kernel/errors.ts';
import { DependenciesUnavailable } from '../domain/quality-errors.ts';
import type { DependencyRequest, DependencySet, DependencyStore, InstallHooks } from '../ports.ts';
import { withFileLock } from './folder-lock.ts';
import { INSTALL_COMMAND } from './install-packages.ts';
import { type DependencyStoreOptions, installSet, RECEIPT } from './install-set.ts';

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

const DRAFT = '.draft-';

/** Sets below a folder, each named for the digest of its lock file, the platform and the version of Node. */
export function createNpmDependencyStore(options: DependencyStoreOptions): DependencyStore {
  const { folder, logger } = options;
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
        await installSet({ ...options, draft, request, hooks });
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
          return await (others === undefined ? going : orAborted(going, hooks.signal));
        } catch (error) {
          // The caller whose work we waited for was cancelled; that is no reason for us to stop.
          const foreign = others !== undefined && !PlatformError.is(error);
          if (!foreign || hooks.signal?.aborted) throw error;
        } finally {
          if (others === undefined) running.delete(place);
        }
      }
    },
  };
}

/** Who only waits for the work of another stops waiting when cancelled; the work goes on. */
async function orAborted<Result>(
  work: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  if (signal === undefined) return work;
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
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
