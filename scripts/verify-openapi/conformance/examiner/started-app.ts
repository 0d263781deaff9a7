import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';

export type StartedApp = {
  readonly origin: string;
  /** What it printed since its last start. */
  log(): string;
  restart(): Promise<void>;
  stop(): Promise<void>;
  filesWith(text: string): Promise<readonly string[]>;
};

export type AppStart = {
  readonly folder: string;
  readonly dataFolder: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
};

const START_LIMIT_MS = 90_000;

/** Starts an app on a free port of this machine, with nothing in its environment but what it needs. */
export async function startApp(start: AppStart): Promise<StartedApp> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let running = await launch(start, port);
  return {
    origin,
    log: () => running.log(),
    async restart() {
      await running.stop();
      running = await launch(start, port);
    },
    stop: () => running.stop(),
    filesWith: (text) => filesWith(start.dataFolder, text),
  };
}

async function launch({ folder, dataFolder, command, environment }: AppStart, port: number) {
  const [program = '', ...rest] = command;
  const child = spawn(program, rest, {
    cwd: folder,
    env: {
      PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
      HOME: folder,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataFolder,
      LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const log = () => Buffer.concat(chunks).toString();
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  try {
    await untilAnswering(child, port, log);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return { log, stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(limit);
}

async function untilAnswering(child: ChildProcess, port: number, log: () => string) {
  const until = Date.now() + START_LIMIT_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The app ended at its start:\n${tail(log())}`);
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The app does not answer:\n${tail(log())}`);
}

const tail = (text: string) => text.split('\n').slice(-12).join('\n');

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if ((await readFile(path)).includes(text)) found.push(path);
  }
  return found;
}
