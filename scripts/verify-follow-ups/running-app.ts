import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { readTableRows, type Stack, type TableRows } from '@quantumlayer/stacks';
import { environment, run } from '../verify-stacks/commands.ts';

const START_MS = 90_000;

type Place = { root: string; dataDir: string };

/** Starts an app, waits until it answers and stops it; null when it did, else how it ended. */
export async function startAndStop(
  stack: Stack,
  { root, dataDir }: Place,
  env: Readonly<Record<string, string>> = {},
): Promise<string | null> {
  const socket = `${root}/app.sock`;
  const [program = '', ...argv] = stack.commands.start;
  const all = { SOCKET: socket, DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env };
  const child = spawn(program, argv, { cwd: root, env: environment(all) });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const end = performance.now() + START_MS;
  while (child.exitCode === null && performance.now() < end) {
    if (await answers(socket)) {
      child.kill('SIGTERM');
      await ended;
      return null;
    }
    await sleep(50);
  }
  child.kill('SIGKILL');
  await ended;
  return Buffer.concat(chunks).toString().slice(-2_000);
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ socketPath, path: '/openapi.json' }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.on('error', () => resolve(false));
    asked.end();
  });
}

/** What the data folder of an app that is not running holds. */
export async function rowsIn(stack: Stack, { root, dataDir }: Place): Promise<TableRows[]> {
  const ran = await run(stack.data.dump, root, environment({ DATA_DIR: dataDir }));
  if (ran.exitCode !== 0) throw new Error(`The rows cannot be read: ${ran.output.slice(-500)}`);
  return readTableRows(ran.output);
}
