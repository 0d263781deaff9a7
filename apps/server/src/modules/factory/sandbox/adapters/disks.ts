import { execFile } from 'node:child_process';
import { existsSync, lchownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inodesFor } from '../domain/limits.ts';
import { SandboxStartFailed } from '../domain/sandbox-errors.ts';
import { NOBODY } from '../domain/sandbox-root.ts';
import { copyTree } from './copy-tree.ts';

const run = promisify(execFile);
const ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };

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
  const options = `${size},mode=700,uid=${NOBODY},gid=${NOBODY},nosuid,nodev,nosymfollow`;
  await run('mount', ['-t', 'tmpfs', '-o', options, 'sandbox', area], { env: ENVIRONMENT });
  const leftOut = await copyTree(source, area, {
    maxBytes: bytes,
    onCopied: (path) => lchownSync(path, NOBODY, NOBODY),
  });
  if (leftOut.length > 0) {
    throw new SandboxStartFailed(`${leftOut[0]} does not fit into a disk of ${bytes} bytes`);
  }
  writeFileSync(inUse(disk), '');
  await run('mount', ['--bind', area, source], { env: ENVIRONMENT });
}

/**
 * Brings what the run wrote back into the folder and removes the area. Done again from the start when it was cut
 * short: the area is let go only after everything is back. Returns what was not brought back.
 */
export async function unmountDisk(disk: Disk): Promise<string[]> {
  const { source, area, bytes } = disk;
  const mounted = listMountPoints();
  if (mounted.has(source)) await unmount(source);
  const isFilled = existsSync(inUse(disk)) && mounted.has(area);
  const leftOut = isFilled ? await bringBack(area, source, bytes) : [];
  rmSync(inUse(disk), { force: true });
  if (mounted.has(area)) await unmount(area);
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

/** Lazily: a file that somebody on the host still reads must not keep the mount. */
async function unmount(path: string): Promise<void> {
  await run('umount', ['-l', path], { env: ENVIRONMENT });
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
