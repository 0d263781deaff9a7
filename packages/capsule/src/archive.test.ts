import { buffer } from 'node:stream/consumers';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { type ArchiveMember, readArchive, writeArchive } from './archive.ts';
import { ARCHIVE_LIMITS } from './archive-limits.ts';
import { gzip } from './gzip.ts';

const members: ArchiveMember[] = [
  { path: 'b/run.sh', content: Buffer.from('#!/bin/sh\n'), mode: 0o755 },
  { path: 'a.txt', content: Buffer.from('hello\n'), mode: 0o644 },
  {
    path: `c/${'n'.repeat(150)}/${'long-'.repeat(25)}.txt`,
    content: Buffer.from('x'),
    mode: 0o644,
  },
  { path: `${'deep/'.repeat(30)}file.txt`, content: Buffer.alloc(0), mode: 0o644 },
];

type Entry = Parameters<ReturnType<typeof pack>['entry']>[0];

async function tarOf(...entries: { header: Entry; content?: string }[]): Promise<Buffer> {
  const tar = pack();
  for (const { header, content = '' } of entries) {
    tar.entry({ mtime: new Date(0), mode: 0o644, ...header }, content);
  }
  tar.finalize();
  return buffer(tar);
}

describe('writeArchive', () => {
  it('gives equal bytes for equal members in any order', async () => {
    expect(await writeArchive(members.toReversed())).toEqual(await writeArchive(members));
  });

  it('is read back as it was, sorted by path', async () => {
    const read = await readArchive(await writeArchive(members));

    expect(read.map(({ path }) => path)).toEqual([
      'a.txt',
      'b/run.sh',
      `c/${'n'.repeat(150)}/${'long-'.repeat(25)}.txt`,
      `${'deep/'.repeat(30)}file.txt`,
    ]);
    expect(read[1]).toEqual(members[0]);
  });

  it.each([
    ['../up', 'not a safe path'],
    ['/etc/passwd', 'not a safe path'],
    ['a//b', 'not a safe path'],
    ['a/./b', 'not a safe path'],
    ['a\\b', 'not a safe path'],
    ['line\nbreak', 'not a safe path'],
    ['', 'not a safe path'],
    ['x'.repeat(201), 'not a safe path'],
    ['x/'.repeat(153), 'not a safe path'],
    ['a.txt/inner', 'cannot be a file and the folder'],
    ['a.txt', 'same path'],
  ])('refuses the path %j', async (path, reason) => {
    const extra = { path, content: Buffer.alloc(0), mode: 0o644 };
    await expect(writeArchive([...members, extra])).rejects.toThrow(reason);
  });
});

describe('readArchive', () => {
  it.each([
    ['nothing', async () => Buffer.alloc(0), 'too short'],
    ['noise', async () => Buffer.alloc(4_000, 7), 'gzip header'],
    [
      'gzip of another maker',
      async () => gzipSync(await tarOf({ header: { name: 'a' } })),
      'gzip header',
    ],
    [
      'trailing zeros',
      async () => Buffer.concat([await writeArchive(members), Buffer.alloc(512)]),
      'bytes after the end',
    ],
    [
      'a second gzip member',
      async () => Buffer.concat([await writeArchive(members), await writeArchive(members)]),
      'bytes after the end',
    ],
    ['half an archive', async () => (await writeArchive(members)).subarray(0, 150), 'damaged'],
    [
      'a tar cut short',
      async () => gzip((await tarOf({ header: { name: 'a' }, content: 'x' })).subarray(0, 600)),
      'damaged',
    ],
    [
      'a symbolic link',
      async () =>
        gzip(await tarOf({ header: { name: 'a', type: 'symlink', linkname: '/etc/passwd' } })),
      'not a plain file',
    ],
    [
      'a hard link',
      async () => gzip(await tarOf({ header: { name: 'a', type: 'link', linkname: 'b' } })),
      'not a plain file',
    ],
    [
      'a folder',
      async () => gzip(await tarOf({ header: { name: 'a', type: 'directory' } })),
      'not a plain file',
    ],
    [
      'a device',
      async () => gzip(await tarOf({ header: { name: 'a', type: 'block-device' } })),
      'not a plain file',
    ],
    [
      'an escaping path',
      async () => gzip(await tarOf({ header: { name: '../a' } })),
      'not a plain file',
    ],
    [
      'a double member',
      async () => gzip(await tarOf({ header: { name: 'a' } }, { header: { name: 'a' } })),
      'same path',
    ],
    [
      'members out of order',
      async () => gzip(await tarOf({ header: { name: 'b' } }, { header: { name: 'a' } })),
      'canonical',
    ],
    ['an owner', async () => gzip(await tarOf({ header: { name: 'a', uid: 7 } })), 'canonical'],
    [
      'a time',
      async () => gzip(await tarOf({ header: { name: 'a', mtime: new Date(1_000) } })),
      'canonical',
    ],
    [
      'bytes after the tar',
      async () =>
        gzip(Buffer.concat([await tarOf({ header: { name: 'a' } }), Buffer.alloc(512, 1)])),
      /canonical|damaged/,
    ],
    [
      'zeros after the tar',
      async () => gzip(Buffer.concat([await tarOf({ header: { name: 'a' } }), Buffer.alloc(512)])),
      'canonical',
    ],
  ])('refuses %s', async (_case, make, reason) => {
    await expect(readArchive(await make())).rejects.toThrow(reason);
  });

  it('stops at a gzip bomb without unpacking it', async () => {
    const limits = { ...ARCHIVE_LIMITS, tarBytes: 10_000_000 };
    const zeros = Buffer.alloc(limits.tarBytes + 1);
    const bomb = Buffer.concat([
      (await gzip(Buffer.alloc(0))).subarray(0, 10),
      deflateRawSync(zeros),
      Buffer.alloc(8),
    ]);

    expect(bomb.length).toBeLessThan(100_000);
    await expect(readArchive(bomb, limits)).rejects.toThrow('unpacks to more than');
  });

  it('stops at a tar with too many files', async () => {
    const [entry] = [await tarOf({ header: { name: 'a' } })];
    const header = entry.subarray(0, 512);
    const tar = Buffer.concat([...Array.from({ length: 101 }, () => header), Buffer.alloc(1_024)]);

    await expect(readArchive(await gzip(tar), { ...ARCHIVE_LIMITS, members: 100 })).rejects.toThrow(
      'more than 100 files',
    );
  });

  it('refuses a file over the size limit before looking into it', async () => {
    await expect(readArchive(Buffer.alloc(ARCHIVE_LIMITS.archiveBytes + 1))).rejects.toThrow(
      'larger than',
    );
  });
});
