import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate, type ZlibOptions } from 'node:zlib';
import { compareBytes } from './digest.ts';

/** The numbers are those of a pack. */
const TYPES = { commit: 1, tree: 2, blob: 3, tag: 4 } as const;

/** An object of git under its SHA-1, which is what git names it by; nothing here relies on it for safety. */
export type GitObject = { id: string; type: keyof typeof TYPES; content: Buffer };

export type TreeEntry = { path: string; id: string; executable: boolean };

const PACK_VERSION = 2;
const FOLDER_MODE = '40000';

const compress = promisify<Buffer, ZlibOptions, Buffer>(deflate);

export function createGitObject(type: GitObject['type'], content: Buffer): GitObject {
  const id = createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex');
  return { id, type, content };
}

/** The trees of all folders above the given files; the last one is the root. */
export function createTrees(files: readonly TreeEntry[]): GitObject[] {
  const here: { name: string; mode: string; id: string }[] = [];
  const below = new Map<string, TreeEntry[]>();
  for (const { path, id, executable } of files) {
    const slash = path.indexOf('/');
    if (slash < 0) here.push({ name: path, mode: executable ? '100755' : '100644', id });
    else {
      const folder = path.slice(0, slash);
      const inside = below.get(folder) ?? [];
      inside.push({ path: path.slice(slash + 1), id, executable });
      below.set(folder, inside);
    }
  }
  const trees: GitObject[] = [];
  for (const [name, inside] of below) {
    const made = createTrees(inside);
    trees.push(...made);
    here.push({ name, mode: FOLDER_MODE, id: made.at(-1)?.id ?? '' });
  }
  // Git sorts a folder as though its name ended with a slash.
  const keyOf = (entry: (typeof here)[number]) =>
    entry.mode === FOLDER_MODE ? `${entry.name}/` : entry.name;
  const lines = here
    .toSorted((a, b) => compareBytes(keyOf(a), keyOf(b)))
    .flatMap(({ mode, name, id }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
  return [...trees, createGitObject('tree', Buffer.concat(lines))];
}

/** A pack, version 2, of whole objects: https://git-scm.com/docs/gitformat-pack. Each object is in it once. */
export async function createPack(objects: readonly GitObject[]): Promise<Buffer> {
  const unique = [...new Map(objects.map((object) => [object.id, object])).values()];
  const header = Buffer.alloc(12);
  header.write('PACK');
  header.writeUInt32BE(PACK_VERSION, 4);
  header.writeUInt32BE(unique.length, 8);
  const chunks: Buffer[] = [header];
  for (const { type, content } of unique) {
    chunks.push(entryHeader(TYPES[type], content.length), await compress(content, { level: 9 }));
  }
  const pack = Buffer.concat(chunks);
  return Buffer.concat([pack, createHash('sha1').update(pack).digest()]);
}

/** Three bits of type and four of size, then seven bits of size per byte, the lowest first. */
function entryHeader(type: number, size: number): Buffer {
  const bytes = [(type << 4) | (size & 0x0f)];
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.push(rest & 0x7f);
  }
  return Buffer.from(bytes.map((byte, index) => (index < bytes.length - 1 ? byte | 0x80 : byte)));
}
