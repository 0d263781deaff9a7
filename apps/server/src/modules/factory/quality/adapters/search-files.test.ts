import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { searchFiles } from './search-files.ts';

const MIB = 1_048_576;
const needle = Buffer.from('open sesame');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('searchFiles', () => {
  it('finds what stands in files at any depth', async () => {
    await mkdir(join(folder, 'base/1'), { recursive: true });
    await writeFile(join(folder, 'base/1/16384'), 'xx open sesame xx');
    await writeFile(join(folder, 'wal'), Buffer.from([0, ...needle, 0]));
    await writeFile(join(folder, 'other'), 'open  sesame');

    expect(await searchFiles(folder, [needle])).toEqual(['base/1/16384', 'wal']);
    expect(await searchFiles(folder, [Buffer.from('simsalabim')])).toEqual([]);
  });

  it('finds what lies across two pieces of a large file', async () => {
    await writeFile(
      join(folder, 'large'),
      Buffer.concat([Buffer.alloc(2 * MIB - 4), needle, Buffer.alloc(MIB)]),
    );

    expect(await searchFiles(folder, [needle])).toEqual(['large']);
  });

  it('neither follows links nor waits for pipes', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    try {
      await writeFile(join(outside, 'secret'), needle);
      await symlink(join(outside, 'secret'), join(folder, 'link'));
      await symlink(outside, join(folder, 'folder'));
      execFileSync('mkfifo', [join(folder, 'pipe')]);

      expect(await searchFiles(folder, [needle])).toEqual([]);
    } finally {
      await rm(outside, { recursive: true, force: true });
    }
  });

  it('says that there is no such folder', async () => {
    await expect(searchFiles(join(folder, 'none'), [needle])).rejects.toThrow('ENOENT');
  });

  it('bears that files come and go meanwhile', async () => {
    await writeFile(join(folder, 'kept'), needle);
    let isDone = false;
    const churn = async (prefix: string) => {
      for (let turn = 0; !isDone; turn += 1) {
        const below = join(folder, `${prefix}${turn % 5}`);
        await mkdir(below, { recursive: true });
        await writeFile(join(below, 'file'), 'x');
        await rm(below, { recursive: true, force: true });
      }
    };
    const churning = [churn('a'), churn('b')];
    try {
      for (let turn = 0; turn < 50; turn += 1) {
        expect(await searchFiles(folder, [needle])).toEqual(['kept']);
      }
    } finally {
      isDone = true;
      await Promise.all(churning);
    }
  });

  it('finds nothing where nothing is sought', async () => {
    await writeFile(join(folder, 'file'), needle);

    expect(await searchFiles(folder, [Buffer.alloc(0)])).toEqual([]);
  });
});
