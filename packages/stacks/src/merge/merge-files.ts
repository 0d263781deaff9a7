import type { GeneratedFile } from '@quantumlayer/contracts';
import { findRenames } from './find-renames.ts';
import { type Chunk, mergeText } from './merge-text.ts';

/** Three versions of the files of an app, each by its path. */
export type MergeSides = {
  /** As they were generated the last time. */
  base: readonly GeneratedFile[];
  /** The same with what people changed by hand. */
  mine: readonly GeneratedFile[];
  /** As they are generated now. */
  theirs: readonly GeneratedFile[];
};

export type MergeConflict = {
  path: string;
  /** `changed`: both changed the same lines; `deleted`: one side deleted what the other one changed; `renamed`: both moved it, or one moved another file to its place. */
  kind: 'changed' | 'deleted' | 'renamed';
  /** The whole file in pieces; where one side has no such file, it has no lines. */
  chunks: Chunk[];
};

export type Merge = {
  /** What is agreed on, by path. Files with conflicts are not among them. */
  files: GeneratedFile[];
  conflicts: MergeConflict[];
  /** Paths where something that was changed by hand is kept. */
  kept: string[];
};

type Versions = { base: string | null; mine: string | null; theirs: string | null };

/**
 * Three-way merge of the files of an app: what people changed by hand and what is generated now both stay, also in files
 * that one side moved. Where both changed the same lines, or one deleted what the other changed, it is a conflict; no
 * side is chosen.
 */
export function mergeFiles({ base, mine, theirs }: MergeSides): Merge {
  const [o, a, b] = [byPath(base), byPath(mine), byPath(theirs)];
  const [moved, made] = [findRenames(o, a), findRenames(o, b)];
  const merge: Merge = { files: [], conflicts: [], kept: [] };
  const done = { mine: new Set<string>(), theirs: new Set<string>(), all: new Set<string>() };
  for (const [path, content] of o) {
    const [own, other] = [moved.get(path) ?? path, made.get(path) ?? path];
    const versions = { base: content, mine: a.get(own) ?? null, theirs: b.get(other) ?? null };
    done.mine.add(own);
    done.theirs.add(other);
    // Whoever moved it decides where it is.
    const target = own === path ? other : own;
    done.all.add(target);
    const isTorn = own !== path && other !== path && own !== other;
    if (isTorn) merge.conflicts.push({ path: own, kind: 'renamed', chunks: chunksOf(versions) });
    else mergeFile(merge, target, versions);
  }
  for (const path of new Set([...a.keys(), ...b.keys()])) {
    const mine = done.mine.has(path) ? null : (a.get(path) ?? null);
    const theirs = done.theirs.has(path) ? null : (b.get(path) ?? null);
    const versions = { base: null, mine, theirs };
    if (mine === null && theirs === null) continue;
    // Another file was moved to where this one is new.
    const isTaken = done.all.has(path);
    if (isTaken) merge.conflicts.push({ path, kind: 'renamed', chunks: chunksOf(versions) });
    else mergeFile(merge, path, versions);
  }
  return inPathOrder(merge);
}

function mergeFile(merge: Merge, path: string, versions: Versions): void {
  const { base, mine, theirs } = versions;
  if (mine === theirs) addFile(merge, path, mine);
  else if (mine === base) addFile(merge, path, theirs);
  else if (theirs === base) keepFile(merge, path, mine);
  else mergeBoth(merge, path, versions);
}

function mergeBoth(merge: Merge, path: string, versions: Versions): void {
  const chunks = chunksOf(versions);
  if (chunks.some(({ kind }) => kind === 'conflict')) {
    const isDeleted = versions.mine === null || versions.theirs === null;
    merge.conflicts.push({ path, kind: isDeleted ? 'deleted' : 'changed', chunks });
  } else {
    keepFile(
      merge,
      path,
      resolveChunks(chunks, () => []),
    );
  }
}

function keepFile(merge: Merge, path: string, content: string | null): void {
  merge.kept.push(path);
  addFile(merge, path, content);
}

function addFile(merge: Merge, path: string, content: string | null): void {
  if (content !== null) merge.files.push({ path, content });
}

function chunksOf({ base, mine, theirs }: Versions): Chunk[] {
  if (mine !== null && theirs !== null) return mergeText(base ?? '', mine, theirs);
  const lines = (text: string | null) => (text === null ? [] : [text]);
  return [{ kind: 'conflict', base: lines(base), mine: lines(mine), theirs: lines(theirs) }];
}

/** The text with the lines that `choose` gives for each conflict, by its number. */
export function resolveChunks(
  chunks: readonly Chunk[],
  choose: (conflict: Extract<Chunk, { kind: 'conflict' }>, index: number) => readonly string[],
): string {
  let index = 0;
  return chunks
    .flatMap((chunk) => {
      if (chunk.kind === 'agreed') return chunk.lines;
      index += 1;
      return choose(chunk, index - 1);
    })
    .join('');
}

function byPath(files: readonly GeneratedFile[]): Map<string, string> {
  return new Map(files.map(({ path, content }) => [path, content]));
}

function inPathOrder({ files, conflicts, kept }: Merge): Merge {
  const order = (left: { path: string }, right: { path: string }) =>
    left.path < right.path ? -1 : 1;
  return {
    files: files.toSorted(order),
    conflicts: conflicts.toSorted(order),
    kept: kept.toSorted(),
  };
}
