import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Client } from '@quantumlayer/sdk';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';

export const BASE_HELP = 'the version to start from: id of a capsule, its file, or `newest`';

type Wanted = { projectId: string; base: string; workingDirectory: string };

/** The id of the version that a change starts from. Throws `CliError` where the project has none such. */
export async function findBase(client: Client, wanted: Wanted): Promise<string> {
  const { projectId, base, workingDirectory } = wanted;
  if (base === 'newest') {
    const [newest] = (await client.listVersions(projectId, { limit: 1 })).items;
    if (newest !== undefined) return newest.id;
    throw noVersion('The project has no version yet.');
  }
  const file = await readFile(resolve(workingDirectory, base)).catch(() => null);
  if (file === null) return base;
  const digest = `sha256:${createHash('sha256').update(file).digest('hex')}`;
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await client.listVersions(projectId, {
      ...(cursor && { cursor }),
    });
    const found = items.find((version) => version.digest === digest);
    if (found !== undefined) return found.id;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  throw noVersion(`${base} is no capsule of this project.`);
}

function noVersion(message: string): CliError {
  return new CliError('version-not-found', message, exitCodes.usage);
}
