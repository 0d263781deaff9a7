import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverNodeFlags } from '@quantumlayer/machine/server-node-flags';

type Options = {
  /** Absolute path of the server's entry file. */
  entry: string;
  args?: string[];
  /** Data folder of the factory; kept between starts. */
  dataFolder: string;
  env?: Record<string, string>;
  /** Milliseconds until `/readyz` must answer 200. */
  startLimitMs?: number;
};

/** A factory as a program sees it that has a key. */
export type FactoryConnection = {
  url: string;
  /** Sends an authenticated API request; `path` starts with `/api/v1`. */
  request(path: string, init?: RequestInit): Promise<Response>;
  json<T>(path: string, init?: RequestInit): Promise<T>;
};

/** A real factory in a process of its own, reached over HTTP only, which may be killed at any moment. */
export type FactoryProcess = FactoryConnection & {
  pid: number;
  /** Everything the process wrote so far. */
  log(): string;
  /** Resolves with the exit signal or code. */
  exited: Promise<string | number | null>;
  /** SIGKILL, and waits until the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM, and waits until the process has drained. */
  stop(): Promise<void>;
};

function spawnFactory({ entry, args = [], dataFolder, env = {} }: Options) {
  return spawn(process.execPath, [...serverNodeFlags, entry, ...args], {
    // The way to the npm registry comes from the environment, as it does for a person.
    env: {
      ...process.env,
      PORT: '0',
      LOG_LEVEL: 'warn',
      DATA_DIR: dataFolder,
      NODE_ENV: 'production',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function exitOf(child: ChildProcess): Promise<string | number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code));
  });
}

/** Starts a factory that is to end by itself, maybe before it is ready, and says how it ended; after `limitMs` it is told to. */
export async function liveOut(options: Options, limitMs: number): Promise<string | number | null> {
  const child = spawnFactory(options);
  child.stdout.resume();
  child.stderr.resume();
  const timer = setTimeout(() => child.kill('SIGTERM'), limitMs);
  return await exitOf(child).finally(() => clearTimeout(timer));
}

/** Starts the factory and waits until it is ready. Throws with the process's own output when it does not start. */
export async function startFactory(options: Options): Promise<FactoryProcess> {
  const { dataFolder, startLimitMs = 60_000 } = options;
  const child = spawnFactory(options);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-200_000);
    });
  }
  const exited = exitOf(child);
  const pid = child.pid ?? 0;
  const url = await untilReady(child, dataFolder, pid, startLimitMs, () => output);
  const connection = connectFactory(url, await readKey(dataFolder));

  async function end(signal: NodeJS.Signals): Promise<void> {
    child.kill(signal);
    await exited;
  }

  return {
    ...connection,
    pid,
    exited,
    log: () => output,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** Speaks to a factory that somebody else started. */
export function connectFactory(url: string, apiKey: string): FactoryConnection {
  const request = (path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(typeof init.body === 'string' && { 'content-type': 'application/json' }),
        ...Object.fromEntries(new Headers(init.headers)),
      },
    });
  return {
    url,
    request,
    async json<T>(path: string, init?: RequestInit) {
      const response = await request(path, init);
      const text = await response.text();
      if (!response.ok)
        throw new Error(`${init?.method ?? 'GET'} ${path}: ${response.status} ${text}`);
      return JSON.parse(text) as T; // the caller names the contract it expects
    },
  };
}

async function untilReady(
  child: ChildProcess,
  dataFolder: string,
  pid: number,
  limitMs: number,
  log: () => string,
): Promise<string> {
  const deadline = performance.now() + limitMs;
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const url = await serverUrl(dataFolder, pid);
    if (url !== null && (await isReady(url))) return url;
    await sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error(`the factory did not become ready:\n${log()}`);
}

async function serverUrl(dataFolder: string, pid: number): Promise<string | null> {
  try {
    const found: unknown = JSON.parse(await readFile(join(dataFolder, 'server.json'), 'utf8'));
    if (typeof found !== 'object' || found === null) return null;
    if (!('pid' in found) || found.pid !== pid) return null;
    return 'url' in found && typeof found.url === 'string' ? found.url : null;
  } catch {
    return null; // not written yet
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).status === 200;
  } catch {
    return false; // not listening yet
  }
}

/** The key that the first start of a factory left in its data folder. */
export async function readKey(dataFolder: string): Promise<string> {
  const found: unknown = JSON.parse(await readFile(join(dataFolder, 'credentials.json'), 'utf8'));
  if (typeof found === 'object' && found !== null && 'apiKey' in found) return String(found.apiKey);
  throw new Error('credentials.json holds no apiKey');
}
