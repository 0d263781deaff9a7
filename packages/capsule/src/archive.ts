import { buffer } from 'node:stream/consumers';
import { extract, type Header, pack } from 'tar-stream';
import { ARCHIVE_LIMITS, type ArchiveLimits } from './archive-limits.ts';
import { CapsuleArchiveInvalid, CapsuleInputInvalid } from './capsule-errors.ts';
import { assertPathSet, isSafePath } from './capsule-path.ts';
import { compareBytes } from './digest.ts';
import { gunzip, gzip } from './gzip.ts';

export const PLAIN_MODE = 0o644;
export const EXECUTABLE_MODE = 0o755;

export type ArchiveMember = { path: string; content: Buffer; mode: number };

/** Equal members, equal bytes: sorted paths, regular files only, no owner, no time. */
export async function writeArchive(members: readonly ArchiveMember[]): Promise<Buffer> {
  assertPathSet(members.map(({ path }) => path));
  const tar = await writeTar(members.toSorted((a, b) => compareBytes(a.path, b.path)));
  if (members.length > ARCHIVE_LIMITS.members || tar.length > ARCHIVE_LIMITS.tarBytes) {
    const size = `${members.length} files, ${tar.length} bytes`;
    throw new CapsuleInputInvalid(`Too large for a capsule: ${size}. See docs/capsule-format.md.`);
  }
  return gzip(tar);
}

/**
 * The members of a capsule archive, in order. Only the exact bytes that `writeArchive` would make are read (up to
 * the choice of deflate blocks): what was read is written again and compared, so no header field, padding, double
 * member or trailing byte can hide anything.
 */
export async function readArchive(
  archive: Buffer,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<ArchiveMember[]> {
  if (archive.length > limits.archiveBytes) {
    throw new CapsuleArchiveInvalid(`The file is larger than ${limits.archiveBytes} bytes.`);
  }
  const tar = gunzip(archive, limits.tarBytes);
  const members = await readTar(tar, limits.members);
  try {
    assertPathSet(members.map(({ path }) => path));
  } catch (error) {
    throw new CapsuleArchiveInvalid(error instanceof Error ? error.message : 'Unsafe paths.', {
      cause: error,
    });
  }
  const again = await writeTar(members);
  const isSorted = members.every(({ path }, index) => {
    const previous = members[index - 1];
    return previous === undefined || compareBytes(previous.path, path) < 0;
  });
  if (!isSorted || !again.equals(tar)) {
    throw new CapsuleArchiveInvalid('The tar is not in the canonical form of a capsule.');
  }
  return members;
}

async function writeTar(members: readonly ArchiveMember[]): Promise<Buffer> {
  const tar = pack();
  for (const { path, content, mode } of members) tar.entry(headerOf(path, content, mode), content);
  tar.finalize();
  return buffer(tar);
}

function headerOf(path: string, content: Buffer, mode: number): Header {
  return {
    name: path,
    size: content.length,
    mode,
    mtime: new Date(0),
    type: 'file',
    linkname: '',
    uid: 0,
    gid: 0,
    uname: '',
    gname: '',
    devmajor: 0,
    devminor: 0,
  };
}

async function readTar(tar: Buffer, maxMembers: number): Promise<ArchiveMember[]> {
  const reader = extract();
  reader.end(tar);
  const members: ArchiveMember[] = [];
  try {
    for await (const entry of reader) {
      const { name, type, mode } = entry.header;
      if (members.length >= maxMembers) {
        throw new CapsuleArchiveInvalid(`There are more than ${maxMembers} files.`);
      }
      if (type !== 'file' || !isSafePath(name)) {
        throw new CapsuleArchiveInvalid('The archive holds something that is not a plain file.');
      }
      members.push({ path: name, content: await buffer(entry), mode });
    }
  } catch (error) {
    if (error instanceof CapsuleArchiveInvalid) throw error;
    throw new CapsuleArchiveInvalid('The tar inside is damaged.', { cause: error });
  }
  return members;
}
