import { realpathSync, statSync } from 'node:fs';
import { refuseStateFolder } from '../domain/check-spec.ts';
import type { Bind } from '../domain/mount-steps.ts';
import { SandboxSpecRefused } from '../domain/sandbox-errors.ts';
import type { SandboxMount } from '../ports.ts';
import { hasCode } from './has-code.ts';

const OTHERS_MAY_ENTER = 0o005;

/** Sources as the kernel will see them: no link in a path can lead to the sandbox's own state. */
export function resolveMounts(mounts: readonly SandboxMount[], stateFolder: string): Bind[] {
  const isRoot = process.getuid?.() === 0;
  return mounts.map(({ source, target, writable = false }) => {
    const path = resolveSource(source);
    refuseStateFolder(path, stateFolder);
    const entry = statSync(path);
    const isFolder = entry.isDirectory();
    if (!writable && isRoot && isFolder && (entry.mode & OTHERS_MAY_ENTER) !== OTHERS_MAY_ENTER) {
      throw new SandboxSpecRefused(
        `programs run as nobody, who may not enter ${source}: chmod o+rx`,
      );
    }
    if (writable && !isFolder) throw new SandboxSpecRefused(`${source} is no folder to write to`);
    return { source: path, target, isFolder, writable };
  });
}

export function runtimeBinds(folder: string, nodePath: string): Bind[] {
  return [
    { source: `${folder}/usr`, target: '/usr', isFolder: true, writable: false },
    { source: `${folder}/etc`, target: '/etc', isFolder: true, writable: false },
    { source: nodePath, target: '/usr/bin/node', isFolder: false, writable: false },
  ];
}

function resolveSource(source: string): string {
  try {
    return realpathSync(source);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    throw new SandboxSpecRefused(`there is no ${source} to mount`);
  }
}
