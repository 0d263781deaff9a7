import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { listFiles } from './source-files.ts';

/**
 * Copies the working tree into a folder of its own. Packages are linked to the installed ones; our own
 * workspaces are linked to the copy, so that a breach planted in it is seen.
 */
export function copyRepository(root: string): string {
  const copy = mkdtempSync(`${tmpdir()}/ql-gates-`);
  for (const path of listFiles(root)) cpSync(`${root}/${path}`, `${copy}/${path}`);
  linkPackages(root, copy, 'node_modules');
  for (const folder of ['packages', 'apps']) {
    for (const name of readdirSync(`${root}/${folder}`)) {
      linkPackages(root, copy, `${folder}/${name}/node_modules`);
    }
  }
  execFileSync('git', ['init', '--quiet'], { cwd: copy });
  return copy;
}

export function plant(copy: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(`${copy}/${path}`), { recursive: true });
    writeFileSync(`${copy}/${path}`, text);
  }
}

function linkPackages(root: string, copy: string, folder: string): void {
  const names = list(`${root}/${folder}`).filter(
    (name) => !name.startsWith('.') || name === '.bin',
  );
  if (names.length === 0) return;
  mkdirSync(`${copy}/${folder}`, { recursive: true });
  for (const name of names) {
    if (name !== '@quantumlayer')
      symlinkSync(`${root}/${folder}/${name}`, `${copy}/${folder}/${name}`);
    else
      cpSync(`${root}/${folder}/${name}`, `${copy}/${folder}/${name}`, {
        recursive: true,
        verbatimSymlinks: true,
      });
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
