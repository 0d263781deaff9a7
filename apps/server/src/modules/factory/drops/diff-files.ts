import type { DropDiff } from '@quantumlayer/contracts';
import { createTwoFilesPatch } from 'diff';
import type { FileSet } from './domain/file-set.ts';

type FileDiff = DropDiff['files'][number];

const LIMITS = {
  files: 1_000,
  contentCharacters: 1_000_000,
  editLength: 5_000,
  totalCharacters: 2_000_000,
};

/** Unified diffs of the files that differ, sorted by path. A patch over the limits is null, never cut. */
export function diffFiles(
  before: FileSet,
  after: FileSet,
): { files: FileDiff[]; truncated: boolean } {
  const paths = [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort();
  let left = LIMITS.totalCharacters;
  const files = paths.slice(0, LIMITS.files).map((path) => {
    const [from, to] = [before.get(path), after.get(path)];
    const made = left > 0 ? patchOf(path, from, to) : null;
    const patch = made !== null && made.length <= left ? made : null;
    left -= patch?.length ?? 0;
    return { path, kind: kindOf(from, to), patch };
  });
  const truncated = paths.length > files.length || files.some(({ patch }) => patch === null);
  return { files, truncated };
}

function patchOf(path: string, from = '', to = ''): string | null {
  if (from.length + to.length > LIMITS.contentCharacters) return null;
  const options = { context: 3, maxEditLength: LIMITS.editLength };
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, from, to, '', '', options) ?? null;
}

function kindOf(from: string | undefined, to: string | undefined): FileDiff['kind'] {
  if (from === undefined) return 'added';
  return to === undefined ? 'removed' : 'changed';
}
