import type { GeneratedFile } from '@quantumlayer/contracts';
import { type MergeConflict, resolveChunks } from './merge-files.ts';
import type { Chunk } from './merge-text.ts';

/** Whose lines stay at one place where two changed the same: `both` has those of the person first. */
export type Choice = 'mine' | 'generated' | 'both' | { text: string };

/** A choice for each conflict of a file, in their order. */
export type Resolution = { path: string; choices: readonly Choice[] };

export type Resolved = {
  files: GeneratedFile[];
  /** Paths with how many of their conflicts nobody has resolved. */
  open: { path: string; left: number }[];
  /** Paths that are no conflict, or have fewer conflicts than choices. */
  unknown: string[];
};

type Conflict = Extract<Chunk, { kind: 'conflict' }>;

/** The files that people made of conflicts; a conflict without a choice stays open, none is chosen for it. */
export function resolveConflicts(
  conflicts: readonly MergeConflict[],
  resolutions: readonly Resolution[],
): Resolved {
  const choices = new Map(resolutions.map(({ path, choices: chosen }) => [path, chosen]));
  const resolved: Resolved = { files: [], open: [], unknown: [] };
  for (const conflict of conflicts) {
    const { path, chunks } = conflict;
    const count = chunks.filter(({ kind }) => kind === 'conflict').length;
    const chosen = choices.get(path) ?? [];
    choices.delete(path);
    if (chosen.length < count) resolved.open.push({ path, left: count - chosen.length });
    else if (chosen.length > count) resolved.unknown.push(path);
    else resolved.files.push(...fileOf(conflict, chosen));
  }
  resolved.unknown.push(...choices.keys());
  return resolved;
}

/** None where a side was chosen that has deleted the file. */
function fileOf({ path, chunks }: MergeConflict, chosen: readonly Choice[]): GeneratedFile[] {
  const [whole] = chunks;
  const [choice] = chosen;
  if (chunks.length === 1 && whole?.kind === 'conflict') {
    const isGone = typeof choice === 'string' && linesOf(whole, choice).length === 0;
    if (isGone) return [];
  }
  const content = resolveChunks(chunks, (conflict, index) =>
    linesOf(conflict, chosen[index] ?? 'both'),
  );
  return [{ path, content }];
}

function linesOf({ mine, theirs }: Conflict, choice: Choice): readonly string[] {
  if (choice === 'mine') return mine;
  if (choice === 'generated') return theirs;
  if (choice === 'both') return [...mine.map(ended), ...theirs];
  return choice.text === '' ? [] : [ended(choice.text)];
}

function ended(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n`;
}
