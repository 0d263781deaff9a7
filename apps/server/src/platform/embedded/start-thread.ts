import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ConnectionStream } from './connection-stream.ts';
import type { EngineOptions } from './engine.ts';
import type { FromDatabase, ToDatabase } from './protocol.ts';

export type DatabaseThread = {
  connect(): ConnectionStream;
  close(): Promise<void>;
};

export type ThreadOptions = {
  /** How long one statement may keep the engine busy before the thread is given up. */
  stuckMs: number;
  /** The thread has ended although nobody closed it; its engine is gone when this is called. */
  onBroken(error: Error): void;
};

const PINGS = 4;

/** The engine has a thread of its own, so that a long query does not stop the event loop of the server. */
export async function startThread(
  options: EngineOptions,
  { stuckMs, onBroken }: ThreadOptions,
): Promise<DatabaseThread> {
  const worker = new Worker(new URL('./database-thread.ts', import.meta.url), {
    workerData: options,
    name: 'database',
  });
  const streams = new Map<number, ConnectionStream>();
  const opened = Promise.withResolvers<void>();
  const tell = (message: ToDatabase) => worker.postMessage(message);
  let state: 'opening' | 'open' | 'closing' | 'ended' = 'opening';
  let stopWatching = () => {};
  let count = 0;

  function end(error: unknown): void {
    if (state === 'ended') return;
    const wasOpen = state === 'open';
    state = 'ended';
    stopWatching();
    const broken = new Error('The embedded database has stopped.', { cause: error });
    opened.reject(broken);
    for (const stream of streams.values()) stream.lose(broken);
    streams.clear();
    void worker.terminate().then(() => {
      if (wasOpen) onBroken(broken);
    });
  }

  worker.on('message', (message: FromDatabase) => {
    if (message.type === 'opened') opened.resolve();
    else if (message.type === 'broken') end(message.error);
    else if (message.type === 'bytes')
      streams.get(message.id)?.push(Buffer.from(message.bytes.buffer));
    else if (message.type === 'end') streams.get(message.id)?.push(null);
    else if (message.type === 'disconnected') streams.get(message.id)?.lose(null);
  });
  worker.on('error', end);
  worker.on('exit', () => end(null));
  await opened.promise;
  state = 'open';
  stopWatching = watch(worker, stuckMs, () =>
    end(new Error(`A statement kept the engine busy for more than ${stuckMs} ms`)),
  );

  return {
    connect() {
      const id = ++count;
      const stream = new ConnectionStream({
        send: (bytes) => tell({ type: 'bytes', id, bytes }),
        disconnect: () => tell({ type: 'disconnect', id }),
      });
      if (state !== 'open') {
        stream.lose(new Error('The embedded database has stopped.'));
        return stream;
      }
      streams.set(id, stream);
      stream.once('close', () => streams.delete(id));
      tell({ type: 'connect', id });
      return stream;
    },

    async close() {
      if (state !== 'open') return;
      state = 'closing';
      stopWatching();
      const exited = once(worker, 'exit');
      tell({ type: 'close' });
      await exited;
    },
  };
}

/** The engine cannot be interrupted, but a thread that does not answer can be ended. */
function watch(worker: Worker, stuckMs: number, onStuck: () => void): () => void {
  let unanswered = 0;
  worker.on('message', (message: FromDatabase) => {
    if (message.type === 'pong') unanswered = 0;
  });
  const timer = setInterval(() => {
    if (unanswered >= PINGS) return onStuck();
    unanswered++;
    worker.postMessage({ type: 'ping' } satisfies ToDatabase);
  }, stuckMs / PINGS).unref();
  return () => clearInterval(timer);
}
