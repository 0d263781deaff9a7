import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BlobCorrupt, BlobNotFound } from './blob-errors.ts';
import type { BlobStore } from './blob-store.ts';

const DIGEST = /^sha256:([0-9a-f]{64})$/;

/** Blobs as files under `ab/cd/<hex>`, owner-only; a blob is there whole or not at all, also after a crash. */
export function createFolderBlobStore(folder: string): BlobStore {
  return {
    async put(content) {
      const digest = digestOf(content);
      const path = pathOf(folder, digest);
      if (!(await isWhole(path, content.length))) await writeDurably(path, content);
      return digest;
    },

    async get(digest) {
      const content = await read(folder, digest);
      if (digestOf(content) !== digest) throw new BlobCorrupt(digest);
      return content;
    },

    async has(digest) {
      if (!DIGEST.test(digest)) return false;
      return (await sizeOf(pathOf(folder, digest))) !== null;
    },
  };
}

function digestOf(content: Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** A digest comes from outside too, so only its hexadecimal form ever becomes a path. */
function pathOf(folder: string, digest: string): string {
  const hex = DIGEST.exec(digest)?.[1];
  if (hex === undefined) throw new BlobNotFound(digest);
  return join(folder, hex.slice(0, 2), hex.slice(2, 4), hex);
}

async function read(folder: string, digest: string): Promise<Buffer> {
  try {
    return await readFile(pathOf(folder, digest));
  } catch (error) {
    if (isMissing(error)) throw new BlobNotFound(digest);
    throw error;
  }
}

/** Another size than expected is left over from a damaged disk; the same size is checked at read. */
async function isWhole(path: string, size: number): Promise<boolean> {
  return (await sizeOf(path)) === size;
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function writeDurably(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** A rename survives a power cut only once its folder is written too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
