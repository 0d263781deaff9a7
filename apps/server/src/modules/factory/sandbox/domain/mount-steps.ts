import { dirname } from 'node:path';
import { attempt, call, type Step } from './entry-program.ts';

// linux/mount.h
export const READ_ONLY = 1;
export const NO_SUID = 2;
export const NO_DEV = 4;
export const NO_EXEC = 8;
/** Linux 5.10; older kernels ignore it. */
export const NO_SYMBOLIC_LINKS = 256;
const BIND = 4_096;
const MOVE = 8_192;
const RECURSIVE = 16_384;
const DETACH = 2;
const PRIVATE = 1 << 18;

export const AT_FDCWD = -100;
const AT_RECURSIVE = 0x8000;
const ATTRIBUTE_NO_SYMBOLIC_LINKS = 0x200000n;
const REGULAR_FILE = 0o100644;

/** A host path bound into a root that is being built. */
export type Bind = {
  source: string;
  target: string;
  isFolder: boolean;
  writable: boolean;
  /** Device nodes only: without it a bound device cannot be opened. */
  isDevice?: boolean;
};

/** Nothing that is mounted from here on is seen outside. */
export function detachMounts(): Step[] {
  return [call('mount', 'none', '/', 0, RECURSIVE | PRIVATE, 0)];
}

export function makeFolder(path: string): Step[] {
  const parents = path === '/' || path === '.' ? [] : makeFolder(dirname(path));
  return [...parents, attempt('mkdirat', AT_FDCWD, path, 0o755)];
}

export function mountTmpfs(target: string, flags: number, options: string): Step[] {
  return [call('mount', 'tmpfs', target, 'tmpfs', flags, options)];
}

export function moveMount(from: string, to: string): Step[] {
  return [call('mount', from, to, 0, MOVE, 0)];
}

/** Shows one folder at the place of another. */
export function bindOver(source: string, target: string): Step[] {
  return [call('mount', source, target, 0, BIND, 0)];
}

/** Lazily: a file that somebody still reads must not keep the mount. */
export function detach(path: string): Step[] {
  return [call('umount2', path, DETACH)];
}

/** Binds with all that is mounted below, and holds every part of it to the same restrictions. */
export function bind(root: string, { source, target, isFolder, writable, isDevice }: Bind): Step[] {
  const path = `${root}${target}`;
  return [
    ...makeFolder(isFolder ? path : dirname(path)),
    ...(isFolder ? [] : [attempt('mknodat', AT_FDCWD, path, REGULAR_FILE, 0)]),
    call('mount', source, path, 0, BIND | RECURSIVE, 0),
    restrict(path, (writable ? 0 : READ_ONLY) | NO_SUID | (isDevice ? NO_EXEC : NO_DEV), true),
  ];
}

/**
 * `mount_setattr`: its lowest attribute bits equal the classic flags. Links are followed inside, also on areas where
 * the host does not follow them.
 */
export function restrict(path: string, flags: number, recursive: boolean): Step {
  const attributes = Buffer.alloc(32);
  attributes.writeBigUInt64LE(BigInt(flags));
  attributes.writeBigUInt64LE(ATTRIBUTE_NO_SYMBOLIC_LINKS, 8);
  return call(
    'mount_setattr',
    AT_FDCWD,
    path,
    recursive ? AT_RECURSIVE : 0,
    attributes,
    attributes.length,
  );
}

export function link(root: string, target: string, path: string): Step {
  return call('symlinkat', target, AT_FDCWD, `${root}${path}`);
}
