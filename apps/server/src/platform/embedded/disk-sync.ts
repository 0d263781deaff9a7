import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Extension, PGlite } from '@electric-sql/pglite';

/** How much of the newest commits a power cut may take; a killed process never loses any. */
const LOG_SYNC_EVERY_MS = 100;
const LOG_FOLDER = '/pg_wal/';
/** Where the engine sees its data folder. */
const MOUNT = '/pglite/data/';
const DONE = 0;

type SystemCall = (descriptor: number, ...rest: unknown[]) => unknown;
type Imports = Record<'env' | 'wasi_snapshot_preview1', Record<string, SystemCall>>;
type ModuleOptions = { instantiateWasm(imports: Imports, done: unknown): unknown };

/** An open file of the engine; `nfd` is its descriptor on the disk, which a folder has not. */
type Stream = { path?: string; nfd?: number };

type Disk = { sync(path: string): void; syncData(path: string): void };

const realDisk: Disk = {
  sync: (path) => syncPath(path, fsyncSync),
  syncData: (path) => syncPath(path, fdatasyncSync),
};

/**
 * The engine's file system answers fsync without doing it. This puts the disk in its place, in the order that
 * PostgreSQL needs: the log is on the disk before any page that it describes, and pages before the checkpoint that
 * forgets their log. Only the log of the newest commits is written out a moment after they are answered, so a power
 * cut may take the last 100 ms but never damages the database.
 */
export function createDiskSync(folder: string, disk: Disk = realDisk): Extension {
  const unsynced = new Set<string>();

  function syncLog(): void {
    for (const path of unsynced) disk.syncData(path);
    unsynced.clear();
  }

  /** Wraps the system calls of the engine that reach the disk. */
  function wrap(
    calls: Record<string, SystemCall>,
    streamOf: (descriptor: number) => Stream | null,
  ) {
    const before = (call: SystemCall | undefined): SystemCall => {
      return (descriptor, ...rest) => {
        if (unsynced.size > 0 && isPage(streamOf(descriptor))) syncLog();
        return call?.(descriptor, ...rest);
      };
    };
    return {
      fd_write: before(calls.fd_write),
      fd_pwrite: before(calls.fd_pwrite),
      __syscall_fdatasync: (descriptor: number) => {
        const path = pathOf(streamOf(descriptor), folder);
        if (path?.includes(LOG_FOLDER)) unsynced.add(path);
        else if (path) disk.syncData(path);
        return DONE;
      },
      fd_sync: (descriptor: number) => {
        syncLog();
        const path = pathOf(streamOf(descriptor), folder);
        if (path) disk.sync(path);
        return DONE;
      },
    };
  }

  return {
    name: 'disk sync',
    async setup(postgres, options: ModuleOptions) {
      // What an extension is given is the engine itself, typed as its users see it.
      const engine = postgres as PGlite;
      setInterval(syncLog, LOG_SYNC_EVERY_MS).unref();
      return {
        emscriptenOpts: {
          ...options,
          instantiateWasm(imports: Imports, done: unknown) {
            const calls = { ...imports.env, ...imports.wasi_snapshot_preview1 };
            const wrapped = wrap(calls, (descriptor) => engine.Module.FS.getStream(descriptor));
            for (const group of Object.values(imports)) {
              for (const [name, call] of Object.entries(wrapped))
                if (name in group) group[name] = call;
            }
            return options.instantiateWasm(imports, done);
          },
        },
        close: async () => syncLog(),
      };
    },
  };
}

function isPage(stream: Stream | null): boolean {
  return stream?.nfd !== undefined && stream.path?.includes(LOG_FOLDER) === false;
}

/** The path on the disk of a file or folder of the data folder; null for anything else. */
function pathOf(stream: Stream | null, folder: string): string | null {
  const path = `${stream?.path ?? ''}/`;
  return path.startsWith(MOUNT) ? join(folder, path.slice(MOUNT.length, -1)) : null;
}

/** Any descriptor of a file will do. One that is gone was made needless by a checkpoint. */
function syncPath(path: string, sync: (descriptor: number) => void): void {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  try {
    sync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
