import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Tells the command line where the factory of this data folder listens: `server.json`, owner-only. */
export async function writeServerFile(dataFolder: string, url: string): Promise<void> {
  const path = join(dataFolder, 'server.json');
  const draft = `${path}.${process.pid}`;
  const content = `${JSON.stringify({ url, pid: process.pid })}\n`;
  await writeFile(draft, content, { mode: 0o600 });
  await rename(draft, path);
}

/** Removes it at the end, unless another process has written its own meanwhile. */
export async function removeServerFile(dataFolder: string): Promise<void> {
  const path = join(dataFolder, 'server.json');
  const found: unknown = JSON.parse(await readFile(path, 'utf8'));
  const isOurs = typeof found === 'object' && found !== null && 'pid' in found;
  if (isOurs && found.pid === process.pid) await rm(path);
}
