import { PGlite } from '@electric-sql/pglite';
import type { Engine } from './engine.ts';

export type LocalEngineOptions = {
  /** Absent: in memory. */
  folder?: string;
  image?: Blob;
};

/** Smaller than the default of 160 MB; the page cache of the system stands behind it. */
const START_PARAMS = ['-c', 'shared_buffers=32MB', '-c', 'jit=off'];

/** The engine on this thread. */
export async function openLocalEngine({ folder, image }: LocalEngineOptions): Promise<Engine> {
  const postgres = await PGlite.create({
    dataDir: folder ?? 'memory://',
    startParams: [...PGlite.defaultStartParams, ...START_PARAMS],
    ...(image && { loadDataDir: image }),
  });
  return {
    async execute(messages) {
      const chunks: Buffer[] = [];
      await postgres.execProtocolRawStream(messages, {
        onRawData: (data) => chunks.push(Buffer.from(data)),
      });
      return Buffer.concat(chunks);
    },

    close: () => postgres.close(),
  };
}
