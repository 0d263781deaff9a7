import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import type { CliConfig } from '../config.ts';
import { exitCodes } from '../exit-codes.ts';

const serverFile = z.object({ url: z.string(), pid: z.int() });
/** Written by the server while it has the embedded database open. */
const lockFile = z.object({ pid: z.int() });
const credentialsFile = z.object({ apiKey: z.string() });

/** The server that wrote its address into the data folder, while its process lives. */
export function findRunningServer(dataDir: string): { url: string; pid: number } | undefined {
  const found = serverFile.safeParse(readJson(join(dataDir, 'server.json')));
  return found.success && isAlive(found.data.pid) ? found.data : undefined;
}

/** Whether a living process has the embedded database of the data folder; it may not answer yet, or no longer. */
export function isHeld(dataDir: string): boolean {
  const found = lockFile.safeParse(readJson(join(dataDir, 'database', 'lock')));
  return found.success && isAlive(found.data.pid);
}

export function getApiKey({ apiKey, dataDir }: CliConfig): string {
  if (apiKey !== undefined) return apiKey;
  const found = credentialsFile.safeParse(readJson(join(dataDir, 'credentials.json')));
  if (found.success) return found.data.apiKey;
  throw new CliError(
    'no-api-key',
    `There is no API key: set QL_API_KEY, or name with DATA_DIR the folder that holds credentials.json (now ${dataDir}).`,
    exitCodes.noServer,
  );
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
