import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyIn } from './copy-in.ts';
import { copyOut } from './copy-out.ts';
import { copyTree } from './copy-tree.ts';
import { type DiskWatcher, watchDisks } from './disk-watcher.ts';
import { resolveMounts } from './resolve-mounts.ts';

let root: string;
let from: string;
let to: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'copy-tree-'));
  from = join(root, 'from');
  to = join(root, 'to');
  mkdirSync(from);
  mkdirSync(to);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const segment = fc.constantFrom('a', 'b', '.env', 'node_modules', 'ü');
const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

describe('what goes in', () => {
  it('comes out as it was, for any files', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(path, fc.string()), async (given) => {
        const paths = Object.keys(given);
        fc.pre(paths.every((one) => !paths.some((other) => other.startsWith(`${one}/`))));
        const folder = mkdtempSync(join(root, 'round-'));
        await copyIn(
          paths.map((one) => ({ path: one, content: given[one] ?? '' })),
          folder,
        );
        const found = await copyOut(folder, paths);
        for (const one of paths) {
          expect(found.get(one)?.toString()).toBe(Buffer.from(given[one] ?? '').toString());
        }
      }),
      { numRuns: 25 },
    );
  });

  it('never lands outside, whatever the path', async () => {
    const odd = fc.array(fc.constantFrom('..', '.', '', 'a', 'b', '/', '\\'), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(odd, async (parts) => {
        await copyIn([{ path: parts.join('/'), content: 'x' }], to).catch(() => undefined);
        expect(readdirSync(root).filter((name) => !/^(from|to|round-.*)$/.test(name))).toEqual([]);
        expect(readdirSync(from)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('shares its room with all that comes out', async () => {
    const files = ['a', 'b', 'c'].map((name) => ({ path: name, content: 'x'.repeat(10) }));
    await copyIn(files, to);

    expect((await copyOut(to, ['a', 'b'], { maxBytes: 20 })).size).toBe(2);
    await expect(copyOut(to, ['a', 'b', 'c'], { maxBytes: 29 })).rejects.toMatchObject({
      code: 'sandbox-copy-refused',
    });
    expect((await copyOut(to, ['a', 'b', 'c'], { maxBytes: 30 })).size).toBe(3);
  });
});

describe('copyTree', () => {
  function plant(files: Record<string, string>): void {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(from, name)), { recursive: true });
      writeFileSync(join(from, name), content);
    }
  }

  it('takes set-user-id away and keeps the other rights', async () => {
    plant({ program: '#!' });
    chmodSync(join(from, 'program'), 0o4751);
    await copyTree(from, to, { maxBytes: 100 });

    expect(lstatSync(join(to, 'program')).mode & 0o7777).toBe(0o751);
  });

  it('copies links as links, wherever they point', async () => {
    plant({ a: 'a' });
    symlinkSync('/etc/passwd', join(from, 'out'));
    symlinkSync('nowhere', join(from, 'dangling'));
    expect(await copyTree(from, to, { maxBytes: 100 })).toEqual([]);

    expect(readlinkSync(join(to, 'out'))).toBe('/etc/passwd');
    expect(readlinkSync(join(to, 'dangling'))).toBe('nowhere');
  });

  it('fills just its room and says what was left out', async () => {
    plant({ a: 'x'.repeat(60), 'b/c': 'x'.repeat(40), d: 'x' });
    const leftOut = await copyTree(from, to, { maxBytes: 100 });

    expect(leftOut).toEqual([join(from, 'd')]);
    expect(readFileSync(join(to, 'b/c'), 'utf8')).toHaveLength(40);
    expect(existsSync(join(to, 'd'))).toBe(false);
  });

  it('counts a sparse file in full', async () => {
    plant({ sparse: '' });
    truncateSync(join(from, 'sparse'), 1_000);

    expect(await copyTree(from, to, { maxBytes: 999 })).toEqual([join(from, 'sparse')]);
  });

  it('tells of everything that it copied but links', async () => {
    plant({ 'a/b': 'x' });
    symlinkSync('b', join(from, 'a/link'));
    const copied: string[] = [];
    await copyTree(from, to, { maxBytes: 10, onCopied: (one) => copied.push(one) });

    expect(copied).toEqual([join(to, 'a/b'), join(to, 'a')]);
  });
});

describe('a watcher of disks', () => {
  let watcher: DiskWatcher | null = null;

  afterEach(() => watcher?.stop());

  const watch = (bytes: number) => {
    watcher?.stop();
    const made = watchDisks([from], bytes);
    watcher = made;
    return expect.poll(made.isFull, { timeout: 10_000 });
  };
  const staysEmpty = async (bytes: number) => {
    const made = watchDisks([from], bytes);
    await new Promise((resolve) => setTimeout(resolve, 60));
    made.stop();
    expect(made.isFull()).toBe(false);
  };

  it('counts the blocks of all files below', async () => {
    mkdirSync(join(from, 'deep'));
    writeFileSync(join(from, 'deep/a'), Buffer.alloc(64 * 1_024, 1));

    await staysEmpty(1_024 * 1_024);
    await watch(32 * 1_024).toBe(true);
  });

  it('counts files that hold nothing', async () => {
    for (let number = 0; number < 2_049; number += 1) writeFileSync(join(from, `f${number}`), '');

    await watch(16 * 1_024 * 1_024).toBe(true);
  });

  it('is not troubled by a folder that is gone', async () => {
    rmSync(from, { recursive: true });

    await staysEmpty(1);
  });
});

describe('the sources of mounts', () => {
  const state = () => join(root, 'state');
  const mount = (source: string, writable = false) =>
    resolveMounts([{ source, target: '/app', writable }], state());

  beforeEach(() => {
    chmodSync(root, 0o755);
    mkdirSync(state());
  });

  it('are what links lead to', () => {
    symlinkSync(from, join(root, 'link'));

    expect(mount(join(root, 'link'))).toMatchObject([{ source: from, isFolder: true }]);
  });

  it('never lead to the state of the sandbox, not even by a link', () => {
    symlinkSync(state(), join(root, 'link'));

    expect(() => mount(join(root, 'link'))).toThrow("sandbox's own state");
    expect(() => mount(root)).toThrow("sandbox's own state");
  });

  it('have to be there, and to be folders where they are written to', () => {
    writeFileSync(join(root, 'file'), '');

    expect(() => mount(join(root, 'none'))).toThrow(/there is no .*none to mount/);
    expect(() => mount(join(root, 'file'), true)).toThrow('is no folder to write to');
    expect(mount(join(root, 'file'))).toMatchObject([{ isFolder: false }]);
  });

  it.runIf(process.getuid?.() === 0)('have to be open to nobody, as whom programs run', () => {
    chmodSync(from, 0o700);

    expect(() => mount(from)).toThrow(/chmod o\+rx/);
    expect(mount(from, true)).toMatchObject([{ writable: true }]);
  });
});
