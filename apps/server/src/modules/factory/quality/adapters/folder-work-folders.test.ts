import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkFolders } from '../ports.ts';
import { createWorkFolders } from './folder-work-folders.ts';

describe('work folders', () => {
  let root: string;
  let folders: WorkFolders;
  const files = [{ path: 'src/main.ts', content: 'export {};\n' }];

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'work-'));
    folders = createWorkFolders(join(root, 'work'));
  });
  afterEach(() => rm(root, { recursive: true }));

  it('hold the files, and writable folders of which the rest is not', async () => {
    const { path } = await folders.open('run_1', files, ['reports']);

    expect(await readFile(join(path, 'src/main.ts'), 'utf8')).toBe('export {};\n');
    expect((await stat(join(path, 'reports'))).mode & 0o777).toBe(0o777);
    expect((await stat(join(path, 'src'))).mode & 0o022).toBe(0);
  });

  it('are apart from each other, even for one label', async () => {
    const one = await folders.open('run_1', files, []);
    const other = await folders.open('run_1', files, []);

    expect(one.path).not.toBe(other.path);
    await one.remove();
    expect(existsSync(other.path)).toBe(true);
  });

  it('stay below their folder, whatever the label', async () => {
    const { path } = await folders.open('../../../etc', files, []);

    expect(path.startsWith(join(root, 'work/'))).toBe(true);
    expect(path.slice(join(root, 'work/').length)).toMatch(/^[\w-]+$/);
  });

  it('give all that a program left in a folder, in the order of the paths, but no link', async () => {
    const folder = await folders.open('run_1', files, ['out']);
    await mkdir(join(folder.path, 'out/assets'));
    await writeFile(join(folder.path, 'out/index.html'), 'page');
    await writeFile(join(folder.path, 'out/assets/main.js'), 'code');

    expect(await folder.readAll('out', 100)).toEqual([
      { path: 'out/assets/main.js', content: 'code' },
      { path: 'out/index.html', content: 'page' },
    ]);
    await expect(folder.readAll('out', 5)).rejects.toThrow('larger');
    await symlink('/etc/passwd', join(folder.path, 'out/passwd'));
    await expect(folder.readAll('out', 100)).rejects.toThrow('passwd');
  });

  it('give the content of a file, and null for one that is missing', async () => {
    const folder = await folders.open('run_1', files, []);

    expect(await folder.read('src/main.ts', 100)).toBe('export {};\n');
    expect(await folder.read('src/none.ts', 100)).toBeNull();
  });

  it('refuse to read through a link that the untrusted code left', async () => {
    const folder = await folders.open('run_1', files, ['reports']);
    await writeFile(join(root, 'secret'), 'the key');
    await symlink(join(root, 'secret'), join(folder.path, 'reports/report.json'));

    await expect(folder.read('reports/report.json', 100)).rejects.toThrow();
  });

  it('refuse to read more than they were allowed', async () => {
    const folder = await folders.open('run_1', files, ['reports']);
    await writeFile(join(folder.path, 'reports/report.json'), 'x'.repeat(101));

    await expect(folder.read('reports/report.json', 100)).rejects.toThrow();
  });

  it('collect what dead processes left and nothing of the living', async () => {
    const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
    const mine = await folders.open('run_1', files, []);
    const left = [`${dead}-run-1`, `${process.pid}-of-an-earlier-process`, 'no-number'];
    for (const name of [...left, `${process.ppid}-run-2`]) {
      await mkdir(join(root, 'work', name));
    }

    expect(await folders.collect()).toBe(3);
    expect(left.filter((name) => existsSync(join(root, 'work', name)))).toEqual([]);
    expect(existsSync(mine.path)).toBe(true);
    expect(existsSync(join(root, 'work', `${process.ppid}-run-2`))).toBe(true);
  });

  it('have nothing to collect before the first run', async () => {
    expect(await createWorkFolders(join(root, 'never')).collect()).toBe(0);
  });
});
