import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packFolder, unpack } from './tar.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tar-'));
  mkdirSync(join(folder, 'a', 'empty'), { recursive: true });
  writeFileSync(join(folder, 'a', 'none'), '');
  writeFileSync(join(folder, 'a', 'block'), 'x'.repeat(512));
  writeFileSync(join(folder, 'b'), Buffer.from([0, 1, 255]));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('tar', () => {
  it('gives back every file and folder', () => {
    const entries = [...unpack(packFolder(folder))];
    expect(entries.map(({ path, content }) => [path, content?.length ?? null])).toEqual([
      ['a', null],
      ['a/block', 512],
      ['a/empty', null],
      ['a/none', 0],
      ['b', 3],
    ]);
  });

  it('writes what the tar program reads', () => {
    const listed = execFileSync('tar', ['-t'], { input: packFolder(folder) }).toString();
    expect(listed.trim().split('\n')).toEqual(['a', 'a/block', 'a/empty', 'a/none', 'b']);
  });

  it('refuses a name that does not fit', () => {
    writeFileSync(join(folder, 'n'.repeat(100)), '');
    expect(() => packFolder(folder)).toThrow('too long');
  });
});
