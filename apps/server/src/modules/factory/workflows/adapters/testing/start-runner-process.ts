import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export type Line = {
  type?: string;
  executionId?: string;
  seq?: number;
  node?: string | null;
  attempt?: number;
  at?: number;
  log?: string;
};

export type RunnerProcess = {
  pid: number;
  lines: Line[];
  send(command: object): void;
  /** The first line, old or new, that is as wanted. */
  until(isWanted: (line: Line) => boolean): Promise<Line>;
  kill(): Promise<void>;
};

const ENTRY = new URL('./runner-process.ts', import.meta.url).pathname;
const LIMIT_MS = 60_000;

/** Starts a runner in a process of its own and waits until it takes work. */
export async function startRunnerProcess(
  url: string,
  folder: string,
  concurrency = 4,
): Promise<RunnerProcess> {
  const child = spawn(process.execPath, [ENTRY, url, folder, String(concurrency)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: Line[] = [];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  createInterface({ input: child.stdout }).on('line', (text) => {
    lines.push(JSON.parse(text));
    tell();
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void exited.then(tell);

  function until(isWanted: (line: Line) => boolean): Promise<Line> {
    return new Promise((resolve, reject) => {
      const give = (error: string) => {
        listeners.delete(look);
        reject(new Error(`${error}: ${JSON.stringify(lines.slice(-20))}`));
      };
      const timer = setTimeout(() => give('nothing as wanted in time'), LIMIT_MS);
      const look = () => {
        const found = lines.find(isWanted);
        if (found !== undefined) {
          listeners.delete(look);
          clearTimeout(timer);
          resolve(found);
        } else if (child.exitCode !== null || child.signalCode !== null) {
          clearTimeout(timer);
          give('the process ended');
        }
      };
      listeners.add(look);
      look();
    });
  }

  await until(({ type }) => type === 'ready');
  return {
    pid: child.pid ?? 0,
    lines,
    until,
    send: (command) => child.stdin.write(`${JSON.stringify(command)}\n`),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
