import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** All the programs a sandbox holds beside `node` and `sh`. */
const PROGRAMS =
  'basename cat chmod cp cut date dd dirname env expr false find grep head id ln ls mkdir mktemp mv pwd ' +
  'readlink realpath rm rmdir sed sleep sort stat tail tee test touch tr true uname uniq wc xargs';
const SEARCHED = ['/usr/bin', '/bin', '/usr/local/bin'];

/** Parts of the C library that node itself does not ask for, but its add-ons, which linters and bundlers are. */
const SYSTEM_PARTS = ['libdl.so.2', 'libpthread.so.0', 'librt.so.1'];

const SYNTHETIC_FILES = {
  'etc/passwd': 'nobody:x:65534:65534:nobody:/tmp:/bin/sh\n',
  'etc/group': 'nogroup:x:65534:\n',
  'etc/hosts': '127.0.0.1 localhost\n::1 localhost\n',
  'etc/resolv.conf': '',
  'etc/nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files\n',
};

/**
 * Builds the read-only runtime once per set of binaries: node's shared libraries as its loader finds them, a shell,
 * a few coreutils and a synthetic `/etc`. Nothing else of the machine is in it; node itself is mounted over an empty
 * placeholder. Returns the folder that holds `usr` and `etc`.
 */
export async function buildRuntime(stateFolder: string, node: string): Promise<string> {
  const programs = ['sh', ...PROGRAMS.split(' ')].flatMap(findProgram);
  const libraries = await findLibraries([node, ...programs]);
  const files = [
    ...programs.map((path) => ({ from: path, to: join('usr/bin', basename(path)) })),
    ...libraries.map((path) => ({ from: path, to: mergedPath(path) })),
  ];
  const folder = join(
    stateFolder,
    'runtime',
    await fingerprint([node, ...files.map((f) => f.from)]),
  );
  if (!existsSync(folder)) await assemble(folder, files);
  return folder;
}

function findProgram(name: string): string[] {
  const folder = SEARCHED.find((candidate) => existsSync(join(candidate, name)));
  return folder === undefined ? [] : [join(folder, name)];
}

/** The loader's own answer, which also covers libraries that libraries need. */
async function findLibraries(binaries: readonly string[]): Promise<string[]> {
  const { stdout } = await run('ldd', binaries, { env: { LC_ALL: 'C' } });
  const paths = [...stdout.matchAll(/(?:=>\s+|^\s+)(\/\S+) \(0x/gm)].map((match) => match[1] ?? '');
  const system = paths.find((path) => basename(path) === 'libc.so.6');
  const parts = system === undefined ? [] : SYSTEM_PARTS.map((name) => join(dirname(system), name));
  return [...new Set([...paths, ...parts.filter((path) => existsSync(path))])];
}

/** `/lib/...` is `/usr/lib/...` inside, as on every current distribution. */
function mergedPath(path: string): string {
  return path.startsWith('/usr/') ? path.slice(1) : join('usr', path);
}

async function fingerprint(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(SYNTHETIC_FILES));
  for (const path of paths) {
    const { size, mtimeMs } = await stat(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Into a folder of its own first: two processes may build at once, and a crash must not leave half a runtime. */
async function assemble(
  folder: string,
  files: readonly { from: string; to: string }[],
): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  for (const { from, to } of files) {
    await mkdir(dirname(join(draft, to)), { recursive: true });
    await copyFile(from, join(draft, to));
  }
  for (const [path, content] of Object.entries({ ...SYNTHETIC_FILES, 'usr/bin/node': '' })) {
    await mkdir(dirname(join(draft, path)), { recursive: true });
    await writeFile(join(draft, path), content);
  }
  for (const part of ['usr/lib', 'usr/lib64']) await mkdir(join(draft, part), { recursive: true });
  await openToAll(draft);
  try {
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Programs run as nobody, and the factory's umask may well keep others out. */
async function openToAll(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true });
  for (const path of ['', ...entries]) await chmod(join(folder, path), 0o755);
}
