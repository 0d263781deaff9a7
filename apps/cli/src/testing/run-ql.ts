import { spawn } from 'node:child_process';

export type Ended = { code: number | null; stdout: string; stderr: string };

type Options = {
  env?: Record<string, string>;
  cwd?: string;
  onNote?: (text: string, kill: (signal?: NodeJS.Signals) => void) => void;
};

/** Runs the command line as a process of its own, as a script would. */
export function runQl(
  args: readonly string[],
  { env = {}, cwd, onNote }: Options = {},
): Promise<Ended> {
  const entry = new URL('../main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [entry, ...args], {
    cwd,
    env: { PATH: process.env.PATH, NO_COLOR: '1', TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended: Ended = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ended.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ended.stderr += text;
    onNote?.(ended.stderr, (signal = 'SIGINT') => child.kill(signal));
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...ended, code })));
}
