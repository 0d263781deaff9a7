import { once } from 'node:events';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ClientConfig } from 'pg';
import { ConnectionStream } from './connection-stream.ts';
import { openDataFolder } from './data-folder.ts';
import type { EngineOptions } from './engine.ts';
import { prepareImage } from './image.ts';
import type { FromDatabase, ToDatabase } from './protocol.ts';

export type EmbeddedDatabase = {
  /** What `pg` needs in order to reach the engine. */
  connection: Pick<ClientConfig, 'stream' | 'user' | 'database' | 'password' | 'ssl'>;
  close(): Promise<void>;
};

/** Opens the engine on a folder, or in memory for `memory://`. */
export async function openEmbedded(url: string): Promise<EmbeddedDatabase> {
  const folder = url === 'memory://' ? null : await openDataFolder(resolve(url));
  const thread = await startThread(
    folder ? { folder: folder.postgres } : { image: await prepareImage() },
  ).catch((error: unknown) => {
    folder?.release();
    throw error;
  });
  return {
    connection: {
      stream: thread.connect,
      user: 'postgres',
      database: 'postgres',
      password: '',
      ssl: false,
    },
    async close() {
      await thread.close();
      folder?.release();
    },
  };
}

/** The engine has a thread of its own, so that a long query does not stop the event loop of the server. */
async function startThread(options: EngineOptions) {
  const worker = new Worker(new URL('./database-thread.ts', import.meta.url), {
    workerData: options,
    name: 'database',
  });
  const streams = new Map<number, ConnectionStream>();
  const opened = Promise.withResolvers<void>();
  const tell = (message: ToDatabase) => worker.postMessage(message);
  let broken: Error | null = null;
  let count = 0;

  function fail(error: unknown): void {
    broken ??= new Error('The embedded database has stopped.', { cause: error });
    opened.reject(broken);
    for (const stream of streams.values()) stream.lose(broken);
    streams.clear();
  }

  worker.on('message', (message: FromDatabase) => {
    if (message.type === 'opened') opened.resolve();
    else if (message.type === 'broken') fail(message.error);
    else if (message.type === 'bytes')
      streams.get(message.id)?.push(Buffer.from(message.bytes.buffer));
    else if (message.type === 'end') streams.get(message.id)?.push(null);
    else if (message.type === 'disconnected') streams.get(message.id)?.lose(null);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(null));
  await opened.promise;

  return {
    connect(): ConnectionStream {
      const id = ++count;
      const stream = new ConnectionStream({
        send: (bytes) => tell({ type: 'bytes', id, bytes }),
        disconnect: () => tell({ type: 'disconnect', id }),
      });
      stream.once('close', () => streams.delete(id));
      if (broken) {
        stream.lose(broken);
      } else {
        streams.set(id, stream);
        tell({ type: 'connect', id });
      }
      return stream;
    },

    async close(): Promise<void> {
      if (broken) return;
      const exited = once(worker, 'exit');
      tell({ type: 'close' });
      await exited;
    },
  };
}
