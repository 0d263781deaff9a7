import { setTimeout as sleep } from 'node:timers/promises';
import {
  openSocket,
  type SandboxProcess,
  type SandboxResult,
} from '#modules/factory/sandbox/index.ts';
import type { AppClient, ConnectApp } from './ports.ts';

const POLL_MS = 20;

/** An app in the sandbox that answers. `socketPath` is bound to its very socket until `close`. */
export type ReadyApp = { client: AppClient; socketPath: string; close(): Promise<void> };

type Wanted = {
  process: SandboxProcess;
  /** Where the app makes its socket, on the host. */
  socketPath: string;
  connect: ConnectApp;
  limitMs: number;
};

/** Waits until the app gives its OpenAPI document; otherwise tells how it ended, or that it is `late`. */
export async function waitForApp(wanted: Wanted): Promise<ReadyApp | SandboxResult | 'late'> {
  let ended: SandboxResult | null = null;
  const watch = wanted.process.finished.then((result) => {
    ended = result;
  });
  const deadline = performance.now() + wanted.limitMs;
  while (performance.now() < deadline) {
    const app = await tryApp(wanted);
    if (app !== null) return app;
    await Promise.race([watch, sleep(POLL_MS)]);
    if (ended !== null) return ended;
  }
  return 'late';
}

async function tryApp({ socketPath, connect }: Wanted): Promise<ReadyApp | null> {
  const socket = await openSocket(socketPath);
  if (socket === null) return null;
  const client = connect(socket.path);
  const close = async () => {
    client.close();
    await socket.close();
  };
  try {
    const { status } = await client.send({ method: 'GET', path: '/openapi.json' });
    if (status === 200) return { client, socketPath: socket.path, close };
  } catch {
    // The socket is there before the server listens on it.
  }
  await close();
  return null;
}
