import type { DropDiff } from '@quantumlayer/contracts';
import { createTwoFilesPatch } from 'diff';

type FileDiff = DropDiff['files'][number];

const LIMITS = {
  files: 1_000,
  contentCharacters: 1_000_000,
  editLength: 1_000,
  totalCharacters: 2_000_000,
  /** Comparing blocks the process, so it may take this long and no longer. */
  totalMs: 1_000,
};

/** Unified diffs of the files that differ, sorted by path. A patch over the limits is null, never cut. */
export function diffFiles(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): { files: FileDiff[]; truncated: boolean } {
  const paths = [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort();
  let left = LIMITS.totalCharacters;
  const deadline = performance.now() + LIMITS.totalMs;
  const files = paths.slice(0, LIMITS.files).map((path) => {
    const [from, to] = [before.get(path), after.get(path)];
    const timeout = Math.floor(deadline - performance.now());
    const made = left > 0 && timeout > 0 ? patchOf({ path, from, to, timeout }) : null;
    const patch = made !== null && made.length <= left ? made : null;
    left -= patch?.length ?? 0;
    return { path, kind: kindOf(from, to), patch };
  });
  const truncated = paths.length > files.length || files.some(({ patch }) => patch === null);
  return { files, truncated };
}

type Comparison = {
  path: string;
  from: string | undefined;
  to: string | undefined;
  timeout: number;
};

function patchOf({ path, from = '', to = '', timeout }: Comparison): string | null {
  if (from.length + to.length > LIMITS.contentCharacters) return null;
  // A whole file that came or went is one long edit, but nothing to search for.
  const maxEditLength = from === '' || to === '' ? LIMITS.contentCharacters : LIMITS.editLength;
  const options = { context: 3, maxEditLength, timeout };
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, from, to, '', '', options) ?? null;
}

function kindOf(from: string | undefined, to: string | undefined): FileDiff['kind'] {
  if (from === undefined) return 'added';
  return to === undefined ? 'removed' : 'changed';
}
