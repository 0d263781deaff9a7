import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { delimiter, dirname } from 'node:path';

export type Ran = { exitCode: number | null; seconds: number; output: string };

/** An empty environment but for what an app needs; the Node that runs this comes first on the path. */
export function environment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const path = [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter);
  return { PATH: path, HOME: process.env.HOME ?? '/tmp', ...extra };
}

export async function run(
  argv: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = environment(),
): Promise<Ran> {
  const started = performance.now();
  const child = spawn(argv[0] ?? '', argv.slice(1), { cwd, env, timeout: 300_000 });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const seconds = (performance.now() - started) / 1_000;
  return { exitCode, seconds, output: Buffer.concat(chunks).toString() };
}

export async function memoryOf(child: ChildProcess): Promise<{ now: number; peak: number }> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  const megabytes = (name: string) =>
    Math.round(Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))?.[1] ?? 0) / 1_000);
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}
