import { setTimeout as wait } from 'node:timers/promises';
import { CliError } from '../cli-error.ts';
import { findRunningServer, isAlive } from './credentials.ts';

const STOP_LIMIT_MS = 30_000;

/** Ends the server of the data folder and waits until it has drained; false when none runs there. */
export async function stopServer(dataDir: string): Promise<boolean> {
  const server = findRunningServer(dataDir);
  if (server === undefined || !(await isAnswering(server.url))) return false;
  process.kill(server.pid, 'SIGTERM');
  for (const end = Date.now() + STOP_LIMIT_MS; Date.now() < end; ) {
    if (!isAlive(server.pid)) return true;
    await wait(50);
  }
  throw new CliError(
    'server-not-stopped',
    `Process ${server.pid} still drains after ${STOP_LIMIT_MS / 1000} s. End it with: kill -9 ${server.pid}`,
  );
}

/** The process number alone could by now be somebody else's. */
async function isAnswering(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}
