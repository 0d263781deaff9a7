import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The little of POSIX ustar that a PostgreSQL data folder needs: plain files and folders with short names. */

const BLOCK = 512;
const NAME_LIMIT = 100;
const FILE = 0x30;
const FOLDER = 0x35;

export type TarEntry = { path: string; content: Buffer | null };

/** Packs a folder, paths sorted, without owners or times, so that equal folders give equal bytes. */
export function packFolder(folder: string): Buffer {
  const parts: Buffer[] = [];
  for (const { path, content } of walk(folder, '')) {
    parts.push(header(path, content), content ?? Buffer.alloc(0));
    parts.push(Buffer.alloc(padding(content?.length ?? 0)));
  }
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}

export function* unpack(archive: Buffer): Generator<TarEntry> {
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0; ) {
    const path = text(archive, at, NAME_LIMIT);
    const size = Number.parseInt(text(archive, at + 124, 12), 8);
    const isFolder = archive[at + 156] === FOLDER;
    at += BLOCK;
    yield { path, content: isFolder ? null : archive.subarray(at, at + size) };
    at += size + padding(size);
  }
}

function* walk(root: string, path: string): Generator<TarEntry> {
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const child = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) {
      yield { path: child, content: null };
      yield* walk(root, child);
    } else {
      yield { path: child, content: readFileSync(join(root, child)) };
    }
  }
}

function header(path: string, content: Buffer | null): Buffer {
  if (Buffer.byteLength(path) >= NAME_LIMIT)
    throw new Error(`${path} is too long for this archive`);
  const block = Buffer.alloc(BLOCK);
  block.write(path, 0);
  block.write(content ? '0000600' : '0000700', 100);
  block.write('0000000', 108);
  block.write('0000000', 116);
  block.write((content?.length ?? 0).toString(8).padStart(11, '0'), 124);
  block.write('00000000000', 136);
  block.fill(' ', 148, 156);
  block[156] = content ? FILE : FOLDER;
  block.write('ustar\u000000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

function text(archive: Buffer, at: number, length: number): string {
  const field = archive.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}
