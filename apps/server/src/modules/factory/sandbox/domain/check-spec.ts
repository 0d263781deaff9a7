import { isAbsolute, normalize, relative, sep } from 'node:path';
import { SandboxSpecRefused } from './sandbox-errors.ts';
import type { SandboxMount, SandboxSpec } from './sandbox-spec.ts';

/** Targets that belong to the sandbox itself. `/run/...`, `/app/...`, `/work/...` and the like are free. */
const RESERVED = [
  '/',
  '/proc',
  '/dev',
  '/sys',
  '/usr',
  '/bin',
  '/sbin',
  '/lib',
  '/lib64',
  '/etc',
  '/tmp',
];

/** Throws `SandboxSpecRefused` unless the specification is one that may be run at all. */
export function checkSpec(spec: SandboxSpec): void {
  if (spec.command.length === 0) refuse('the command is empty');
  if (spec.command.some(hasNul)) refuse('an argument holds a NUL byte');
  if (!isPlainAbsolute(spec.cwd)) refuse(`the working directory ${spec.cwd} is not absolute`);
  for (const [name, value] of Object.entries(spec.env)) checkVariable(name, value);
  for (const mount of spec.mounts) checkMount(mount);
  for (const [name, value] of Object.entries(spec.limits)) {
    if (!Number.isFinite(value) || value <= 0) refuse(`the limit ${name} is not a positive number`);
  }
}

function checkVariable(name: string, value: string): void {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) refuse(`${JSON.stringify(name)} is no variable name`);
  if (hasNul(value)) refuse(`the variable ${name} holds a NUL byte`);
}

function checkMount({ source, target }: SandboxMount): void {
  if (!isPlainAbsolute(source)) refuse(`the mount source ${source} is not a plain absolute path`);
  if (!isPlainAbsolute(target)) refuse(`the mount target ${target} is not a plain absolute path`);
  if (RESERVED.some((path) => target === path || (path !== '/' && target.startsWith(`${path}/`)))) {
    refuse(`the mount target ${target} belongs to the sandbox itself`);
  }
}

/** The state folder lies in the data folder; a mount that holds either would show secrets inside. */
export function refuseStateFolder(source: string, stateFolder: string): void {
  if (contains(source, stateFolder) || contains(stateFolder, source)) {
    refuse(`the mount source ${source} overlaps the sandbox's own state`);
  }
}

function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function isPlainAbsolute(path: string): boolean {
  return isAbsolute(path) && !hasNul(path) && normalize(path) === path;
}

function hasNul(text: string): boolean {
  return text.includes('\0');
}

function refuse(reason: string): never {
  throw new SandboxSpecRefused(reason);
}
