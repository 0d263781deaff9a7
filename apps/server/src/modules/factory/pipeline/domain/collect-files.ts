import type { GeneratedFile } from '@quantumlayer/contracts';
import type { FilesOutput } from './stage-outputs.ts';

/** All files of a run in path order; two units that claim one path are a defect of the stack and stop the run. */
export function collectFiles(parts: readonly FilesOutput[]): GeneratedFile[] {
  const files = new Map<string, GeneratedFile>();
  for (const file of parts.flatMap((part) => part.files)) {
    if (files.has(file.path)) throw new Error(`two units generated ${file.path}`);
    files.set(file.path, file);
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
