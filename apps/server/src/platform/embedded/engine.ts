import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';

import { createDiskSync } from './disk-sync.ts';

/** One PostgreSQL session: whole messages of the wire protocol go in, the whole answer comes out. */
export type Engine = {
  /** Throws only when the engine itself is broken; an error of SQL is part of the answer. */
  execute(messages: Buffer): Buffer;
  close(): Promise<void>;
};

/** An initialised data folder; or the path of an image, for an engine in memory. */
export type EngineOptions = { folder: string } | { image: string };

/** Half the memory of the defaults; the page cache of the system stands behind it. */
const START_PARAMS = ['-c', 'shared_buffers=32MB', '-c', 'jit=off'];

/** `-F` would turn fsync off. */
const DURABLE = [...PGlite.defaultStartParams.filter((param) => param !== '-F'), ...START_PARAMS];

const BASELINE_COMPILER = ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];

/**
 * Opens PostgreSQL in this thread. WebAssembly stays with the baseline compiler: the optimising one takes 500 MB for
 * this module and gains nothing on small statements (see docs/decisions/0002).
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  for (const flag of BASELINE_COMPILER) setFlagsFromString(flag);
  if ('folder' in options) {
    // Left by a killed process or thread. The folder lock says that there is no other.
    rmSync(join(options.folder, 'postmaster.pid'), { force: true });
  }
  const postgres = await PGlite.create({
    ...('folder' in options
      ? {
          dataDir: options.folder,
          startParams: DURABLE,
          extensions: { diskSync: createDiskSync(options.folder) },
        }
      : {
          dataDir: 'memory://',
          // In one go: another process may put its own image at this path meanwhile.
          loadDataDir: new Blob([await readFile(options.image)]),
          startParams: [...PGlite.defaultStartParams, ...START_PARAMS],
        }),
  });
  let chunks: Buffer[] = [];
  await postgres.execProtocolRawStream(EMPTY, {
    onRawData: (data) => chunks.push(Buffer.from(data)),
  });
  return {
    execute(messages) {
      chunks = [];
      postgres.execProtocolRawSync(messages);
      return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
    },

    close: () => postgres.close(),
  };
}

/** A Sync: does nothing, and lets the receiver of answers be set. */
const EMPTY = Buffer.from([0x53, 0, 0, 0, 4]);
