import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export type SourceFile = { path: string; text: string; lines: number; isTest: boolean };

const isSource = /\.(ts|tsx|mts|mjs|cjs|js)$/;
const isOurs = /^(apps|packages|scripts)\//;
const isMade = /(^|\/)(generated|fixtures|templates|node_modules|coverage)\//;
const isTest = /\.(test|contract|conformance|fixture)\.tsx?$|(^|\/)(testing|conformance)\//;

/** Every file of ours that git knows or would take, as paths relative to the root. */
export function listFiles(root: string): string[] {
  const output = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return output.split('\0').filter((path) => path !== '' && existsSync(`${root}/${path}`));
}

/** The hand-written sources: no generated code, fixtures or templates of generated apps. */
export function readSources(root: string): SourceFile[] {
  return listFiles(root)
    .filter((path) => isOurs.test(path) && isSource.test(path) && !isMade.test(path))
    .map((path) => {
      const text = readFileSync(`${root}/${path}`, 'utf8');
      return { path, text, lines: text.split('\n').length - 1, isTest: isTest.test(path) };
    });
}
