import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { EmbeddedSession } from './embedded-session.ts';
import { type EngineOptions, openEngine } from './engine.ts';
import { type FromDatabase, ownBytes, type ToDatabase } from './protocol.ts';
import { createSwitchboard } from './switchboard.ts';

/** Entry of the thread that owns the engine; connections reach it as messages. */
async function serve(port: MessagePort, options: EngineOptions): Promise<void> {
  const engine = await openEngine(options);
  const switchboard = createSwitchboard(engine);
  const sessions = new Map<number, EmbeddedSession>();
  const say = (message: FromDatabase) => port.postMessage(message);

  function connect(id: number): void {
    const session = switchboard.connect({
      send: (buffer) => {
        const bytes = ownBytes(buffer);
        port.postMessage({ type: 'bytes', id, bytes } satisfies FromDatabase, [bytes.buffer]);
      },
      end: () => say({ type: 'end', id }),
      fail: (error) => say({ type: 'broken', error }),
    });
    sessions.set(id, session);
  }

  async function disconnect(id: number): Promise<void> {
    await sessions.get(id)?.close();
    sessions.delete(id);
    say({ type: 'disconnected', id });
  }

  async function close(): Promise<void> {
    await Promise.all([...sessions.values()].map((session) => session.close()));
    await engine.close();
    say({ type: 'closed' });
    port.close();
  }

  port.on('message', (message: ToDatabase) => {
    if (message.type === 'bytes')
      sessions.get(message.id)?.receive(Buffer.from(message.bytes.buffer));
    else if (message.type === 'connect') connect(message.id);
    else if (message.type === 'disconnect') void disconnect(message.id);
    else if (message.type === 'ping') say({ type: 'pong' });
    else void close();
  });
  say({ type: 'opened' });
}

if (parentPort) {
  const port = parentPort;
  serve(port, workerData).catch((error: unknown) => {
    port.postMessage({ type: 'broken', error } satisfies FromDatabase);
    port.close();
  });
}
