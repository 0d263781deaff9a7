import { existsSync, lchownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inodesFor } from '../domain/limits.ts';
import {
  bindOver,
  detach,
  mountTmpfs,
  NO_DEV,
  NO_SUID,
  NO_SYMBOLIC_LINKS,
} from '../domain/mount-steps.ts';
import { SandboxStartFailed } from '../domain/sandbox-errors.ts';
import { NOBODY } from '../domain/sandbox-root.ts';
import { copyTree } from './copy-tree.ts';
import { runSteps } from './run-steps.ts';

/** A sized area that stands in for a writable folder while a run lasts. */
export type Disk = { source: string; area: string; bytes: number };

/**
 * Mounts a tmpfs over the folder, filled with the folder's content. The kernel then holds its size, and the host sees
 * files and sockets of the run at the folder's own path. Nobody on the host follows links that the program makes.
 */
export async function mountDisk(disk: Disk): Promise<void> {
  const { source, area, bytes } = disk;
  mkdirSync(area, { recursive: true, mode: 0o700 });
  const size = `size=${bytes},nr_inodes=${inodesFor(bytes)}`;
  const options = `${size},mode=700,uid=${NOBODY},gid=${NOBODY}`;
  const flags = NO_SUID | NO_DEV | NO_SYMBOLIC_LINKS;
  await runSteps(`${area}.entry`, mountTmpfs(area, flags, options));
  const leftOut = await copyTree(source, area, {
    maxBytes: bytes,
    onCopied: (path) => lchownSync(path, NOBODY, NOBODY),
  });
  if (leftOut.length > 0) {
    throw new SandboxStartFailed(`${leftOut[0]} does not fit into a disk of ${bytes} bytes`);
  }
  writeFileSync(inUse(disk), '');
  await runSteps(`${area}.entry`, bindOver(area, source));
}

/**
 * Brings what the run wrote back into the folder and removes the area. Done again from the start when it was cut
 * short: the area is let go only after everything is back. Returns what was not brought back.
 */
export async function unmountDisk(disk: Disk): Promise<string[]> {
  const { source, area, bytes } = disk;
  const mounted = listMountPoints();
  if (mounted.has(source)) await runSteps(`${area}.entry`, detach(source));
  const isFilled = existsSync(inUse(disk)) && mounted.has(area);
  const leftOut = isFilled ? await bringBack(area, source, bytes) : [];
  rmSync(inUse(disk), { force: true });
  if (mounted.has(area)) await runSteps(`${area}.entry`, detach(area));
  rmSync(area, { recursive: true, force: true });
  return leftOut;
}

async function bringBack(area: string, source: string, maxBytes: number): Promise<string[]> {
  for (const name of await readdir(source)) {
    await rm(join(source, name), { recursive: true, force: true });
  }
  return copyTree(area, source, { maxBytes });
}

/** Stands beside the area from when its content counts until it is back in the folder. */
function inUse({ area }: Disk): string {
  return `${area}.in-use`;
}

function listMountPoints(): Set<string> {
  const lines = readFileSync('/proc/self/mounts', 'utf8').split('\n');
  return new Set(lines.map((line) => decodeOctal(line.split(' ')[1] ?? '')));
}

/** The kernel writes spaces and the like as `\040`. */
function decodeOctal(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}
