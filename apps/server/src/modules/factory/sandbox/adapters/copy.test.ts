import { once } from 'node:events';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../domain/entry-program.ts';
import { copyIn } from './copy-in.ts';
import { copyOut } from './copy-out.ts';
import { copyTree } from './copy-tree.ts';
import { openSocket } from './open-socket.ts';
import { runSteps } from './run-steps.ts';

let root: string;
let folder: string;
let outside: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sandbox-copy-'));
  folder = join(root, 'folder');
  outside = join(root, 'outside');
  mkdirSync(folder);
  mkdirSync(outside);
  writeFileSync(join(outside, 'secret'), 'secret');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function makePipe(path: string): Promise<void> {
  return runSteps(join(root, 'entry'), [call('mknodat', -100, path, 0o010644, 0)]);
}

describe('copyIn', () => {
  it('writes files with their folders and marks programs', async () => {
    await copyIn(
      [
        { path: 'src/a.ts', content: 'a' },
        { path: 'run.sh', content: '#!/bin/sh', executable: true },
      ],
      folder,
    );
    expect(readFileSync(join(folder, 'src/a.ts'), 'utf8')).toBe('a');
    expect(lstatSync(join(folder, 'run.sh')).mode & 0o777).toBe(0o755);
    expect(readdirSync(folder).sort()).toEqual(['run.sh', 'src']);
  });

  it('replaces a file, and a link instead of what it points to', async () => {
    writeFileSync(join(folder, 'a'), 'old');
    symlinkSync(join(outside, 'secret'), join(folder, 'b'));
    await copyIn(
      [
        { path: 'a', content: 'new' },
        { path: 'b', content: 'new' },
      ],
      folder,
    );
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new');
    expect(lstatSync(join(folder, 'b')).isFile()).toBe(true);
    expect(readFileSync(join(outside, 'secret'), 'utf8')).toBe('secret');
  });

  it.each(['../outside/x', '/tmp/x', 'a/../../outside/x', ''])(
    'refuses the path %j',
    async (path) => {
      await expect(copyIn([{ path, content: 'x' }], folder)).rejects.toMatchObject({
        code: 'sandbox-copy-refused',
      });
      expect(readdirSync(outside)).toEqual(['secret']);
    },
  );

  it('refuses a linked folder', async () => {
    symlinkSync(outside, join(folder, 'src'));
    await expect(copyIn([{ path: 'src/x', content: 'x' }], folder)).rejects.toMatchObject({
      code: 'sandbox-copy-refused',
    });
    expect(existsSync(join(outside, 'x'))).toBe(false);
  });

  it('refuses a file where a folder stands', async () => {
    mkdirSync(join(folder, 'src'));
    await expect(copyIn([{ path: 'src', content: 'x' }], folder)).rejects.toMatchObject({
      code: 'sandbox-copy-refused',
    });
    expect(readdirSync(folder)).toEqual(['src']);
  });

  it('writes nothing when one path of many is refused', async () => {
    const files = ['good', '../bad'].map((path) => ({ path, content: 'x' }));
    await expect(copyIn(files, folder)).rejects.toThrow('is not copied');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('copyOut', () => {
  const refused = { code: 'sandbox-copy-refused' };

  it('reads what is there and leaves out what is not', async () => {
    mkdirSync(join(folder, 'reports'));
    writeFileSync(join(folder, 'reports/a.json'), '{}');
    const found = await copyOut(folder, ['reports/a.json', 'reports/b.json', 'none/c.json']);
    expect([...found].map(([path, content]) => [path, content.toString()])).toEqual([
      ['reports/a.json', '{}'],
    ]);
  });

  it('refuses symbolic links to files and folders', async () => {
    symlinkSync(join(outside, 'secret'), join(folder, 'file'));
    symlinkSync(outside, join(folder, 'linked'));
    await expect(copyOut(folder, ['file'])).rejects.toMatchObject(refused);
    await expect(copyOut(folder, ['linked/secret'])).rejects.toMatchObject(refused);
  });

  it('refuses second names, folders and pipes', async () => {
    linkSync(join(outside, 'secret'), join(folder, 'second'));
    mkdirSync(join(folder, 'inner'));
    await makePipe(join(folder, 'pipe'));
    for (const path of ['second', 'inner', 'pipe']) {
      await expect(copyOut(folder, [path])).rejects.toMatchObject(refused);
    }
  });

  it('bounds the bytes of all files together', async () => {
    for (const name of ['a', 'b']) writeFileSync(join(folder, name), Buffer.alloc(600));
    await expect(copyOut(folder, ['a', 'b'], { maxBytes: 1_000 })).rejects.toMatchObject(refused);
    expect((await copyOut(folder, ['a'], { maxBytes: 1_000 })).size).toBe(1);
  });
});

describe('copyTree', () => {
  it('copies folders, files, modes and links, and follows none', async () => {
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    writeFileSync(join(folder, 'a/b/run'), 'x', { mode: 0o755 });
    symlinkSync(join(outside, 'secret'), join(folder, 'a/link'));
    const target = join(root, 'target');
    mkdirSync(target);
    expect(await copyTree(folder, target, { maxBytes: 100 })).toEqual([]);
    expect(lstatSync(join(target, 'a/b/run')).mode & 0o777).toBe(0o755);
    expect(lstatSync(join(target, 'a/link')).isSymbolicLink()).toBe(true);
  });

  it('leaves out pipes and what is too large, counting empty space in full', async () => {
    await makePipe(join(folder, 'pipe'));
    writeFileSync(join(folder, 'sparse'), '');
    truncateSync(join(folder, 'sparse'), 1e9);
    writeFileSync(join(folder, 'small'), 'x');
    const target = join(root, 'target');
    mkdirSync(target);
    const leftOut = await copyTree(folder, target, { maxBytes: 1e6 });
    expect(leftOut.map((path) => path.slice(folder.length)).sort()).toEqual(['/pipe', '/sparse']);
    expect(readdirSync(target)).toEqual(['small']);
  });
});

describe('openSocket', () => {
  it('is null while there is none', async () => {
    expect(await openSocket(join(folder, 'app.sock'))).toBeNull();
  });

  it('refuses a file and a link to a socket', async () => {
    const server = createServer().listen(join(outside, 'host.sock'));
    await once(server, 'listening');
    symlinkSync(join(outside, 'host.sock'), join(folder, 'app.sock'));
    for (const path of [join(folder, 'app.sock'), join(outside, 'secret')]) {
      await expect(openSocket(path)).rejects.toMatchObject({ code: 'sandbox-copy-refused' });
    }
    server.close();
  });
});
