import { readFile, writeFile } from 'node:fs/promises';
import type { Result } from './conformance/examiner/run-exam.ts';
import type { Marked } from './examine.ts';

/** How much of each exam was passed, by `half/name`; a ratchet that is only ever raised. */
export type Reached = Readonly<Record<string, Readonly<Record<Result['kind'], number>>>>;

const file = new URL('./reached.json', import.meta.url);
const KINDS = ['functional', 'exploit', 'undetermined'] as const;

export async function readReached(): Promise<Reached> {
  return JSON.parse(await readFile(file, 'utf8'));
}

/** What is less than it was, in words. */
export function fallenBehind(before: Reached, marked: readonly Marked[]): readonly string[] {
  return marked.flatMap((one) => {
    const [was, is] = [before[nameOf(one)], passedIn(one)];
    return KINDS.filter((kind) => is[kind] < (was?.[kind] ?? 0)).map(
      (kind) => `${nameOf(one)}: ${is[kind]} ${kind} passed, ${was?.[kind]} were reached before`,
    );
  });
}

export async function writeReached(before: Reached, marked: readonly Marked[]): Promise<void> {
  const next: Record<string, Reached[string]> = { ...before };
  for (const one of marked) {
    const [was, is] = [before[nameOf(one)], passedIn(one)];
    const most = (kind: Result['kind']) => Math.max(is[kind], was?.[kind] ?? 0);
    next[nameOf(one)] = {
      functional: most('functional'),
      exploit: most('exploit'),
      undetermined: most('undetermined'),
    };
  }
  const sorted = Object.fromEntries(Object.entries(next).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(file, `${JSON.stringify(sorted, null, 2)}\n`);
}

const nameOf = ({ paper }: Marked) => `${paper.half}/${paper.name}`;

function passedIn({ results }: Marked): Reached[string] {
  const count = (kind: Result['kind']) =>
    results.filter((result) => result.kind === kind && result.outcome === 'passed').length;
  return {
    functional: count('functional'),
    exploit: count('exploit'),
    undetermined: count('undetermined'),
  };
}
