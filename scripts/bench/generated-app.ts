import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Blueprint, GeneratedFile } from '@quantumlayer/contracts';
import type { Stack } from '@quantumlayer/stacks';

/** The code of an app, without its tests. */
export function codeOf(stack: Stack, blueprint: Blueprint): GeneratedFile[] {
  return stack.codeUnits(blueprint).flatMap(({ id }) => stack.generateUnit(blueprint, id));
}

/** Writes the code of an app and its tests into a folder; gives what was written and how long making it took. */
export async function writeApp(stack: Stack, blueprint: Blueprint, folder: string) {
  const started = performance.now();
  const files = [...codeOf(stack, blueprint), ...stack.generateTests(blueprint)];
  const milliseconds = performance.now() - started;
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return { files: files.length, milliseconds };
}

/** Installs the packages that every app of the stack stands on. */
export async function installPackages(stack: Stack, folder: string): Promise<void> {
  const { packageJson, lockFile } = stack.dependencySet();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), packageJson);
  await writeFile(join(folder, 'package-lock.json'), lockFile);
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
}
