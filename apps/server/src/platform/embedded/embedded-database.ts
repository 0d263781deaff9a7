import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import { openDataFolder } from './data-folder.ts';
import { prepareImage } from './image.ts';
import { startThread } from './start-thread.ts';

export type EmbeddedDatabase = {
  /** What `pg` needs in order to reach the engine. */
  connection: Pick<ClientConfig, 'stream' | 'user' | 'database' | 'password' | 'ssl'>;
  close(): Promise<void>;
};

export type EmbeddedOptions = {
  stuckMs?: number;
  /** Hears that the engine broke and is being opened again. */
  onError?: (error: Error) => void;
};

const STUCK_MS = 120_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Opens the engine on a folder, or in memory for `memory://`. On a folder an engine that breaks or hangs is opened
 * again and recovers as after a crash: open transactions are lost, what was committed is not.
 */
export async function openEmbedded(
  url: string,
  { stuckMs = STUCK_MS, onError = () => {} }: EmbeddedOptions = {},
): Promise<EmbeddedDatabase> {
  const folder = url === 'memory://' ? null : await openDataFolder(resolve(url));
  const engine = folder ? { folder: folder.postgres } : { image: await prepareImage() };
  let isClosing = false;
  let thread = await start().catch((error: unknown) => {
    folder?.release();
    throw error;
  });

  function start() {
    return startThread(engine, {
      stuckMs,
      onBroken(error) {
        onError(error);
        if (folder) void restart(FIRST_PAUSE_MS);
      },
    });
  }

  async function restart(pauseMs: number): Promise<void> {
    await delay(pauseMs);
    if (isClosing) return;
    try {
      thread = await start();
      if (isClosing) await thread.close();
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
      await restart(Math.min(pauseMs * 2, LONGEST_PAUSE_MS));
    }
  }

  return {
    connection: {
      stream: () => thread.connect(),
      user: 'postgres',
      database: 'postgres',
      password: '',
      ssl: false,
    },
    async close() {
      isClosing = true;
      await thread.close();
      folder?.release();
    },
  };
}
