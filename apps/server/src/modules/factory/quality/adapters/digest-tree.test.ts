import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestTree } from './digest-tree.ts';

describe('digestTree', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'digest-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  let trees = 0;
  async function digest(files: Record<string, string>, links: Record<string, string> = {}) {
    const folder = join(root, String(++trees));
    await mkdir(folder);
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    for (const [path, target] of Object.entries(links)) await symlink(target, join(folder, path));
    return digestTree(folder);
  }

  it('is the same for the same tree, in whatever order it was made', async () => {
    const one = await digest({ a: '1', 'b/c': '2' });

    expect(await digest({ 'b/c': '2', a: '1' })).toBe(one);
    expect(one).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it.each([
    ['another content', { a: '1', 'b/c': '3' }],
    ['another name', { a: '1', 'b/d': '2' }],
    ['another folder', { a: '1', 'd/c': '2' }],
    ['one file more', { a: '1', 'b/c': '2', e: '' }],
    ['one file less', { a: '1' }],
    ['contents that changed places', { a: '2', 'b/c': '1' }],
  ])('sees %s', async (_case, files) => {
    expect(await digest(files)).not.toBe(await digest({ a: '1', 'b/c': '2' }));
  });

  it('sees where a link points, and does not follow it', async () => {
    const one = await digest({ a: '1' }, { b: 'a' });

    expect(await digest({ a: '1' }, { b: '../nowhere' })).not.toBe(one);
    expect(await digest({ a: '1', b: '1' })).not.toBe(one);
  });

  it('sees each part of a file that it does not hold at once', async () => {
    const large = 'x'.repeat(1_000_000);
    const one = await digest({ a: large });

    expect(await digest({ a: large })).toBe(one);
    for (const at of [0, 262_143, 262_144, 999_999]) {
      expect(await digest({ a: `${large.slice(0, at)}y${large.slice(at + 1)}` })).not.toBe(one);
    }
    expect(await digest({ a: `${large}x` })).not.toBe(one);
  });

  it('tells any two trees apart', async () => {
    const tree = fc.dictionary(fc.stringMatching(/^[a-c]{1,2}$/), fc.string({ maxLength: 3 }), {
      maxKeys: 3,
    });
    await fc.assert(
      fc.asyncProperty(tree, tree, async (one, other) => {
        const same = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect((await digest(one)) === (await digest(other))).toBe(same);
      }),
      { numRuns: 50 },
    );
  });
});

const sorted = (files: Record<string, string>) =>
  Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
