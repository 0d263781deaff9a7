import type { AppChanges, ConflictResolutions } from '@quantumlayer/contracts';

export type Conflict = AppChanges['conflicts'][number];
export type Chunk = Conflict['chunks'][number];
type Clash = Extract<Chunk, { kind: 'conflict' }>;
/** What stands where two changed the same lines: one side, both, or text of one's own. */
export type Choice = ConflictResolutions['resolutions'][number]['choices'][number];
/** By path of the file and number of its conflict: `src/app.ts 0`. */
export type Choices = Readonly<Record<string, Choice>>;

export const keyOf = (path: string, index: number) => `${path} ${index}`;

function clashesOf({ chunks }: Conflict): Clash[] {
  return chunks.filter((chunk) => chunk.kind === 'conflict');
}

/** How many places are not decided yet. */
export function countOpen(conflicts: readonly Conflict[], choices: Choices): number {
  const keys = conflicts.flatMap((conflict) =>
    clashesOf(conflict).map((_, index) => keyOf(conflict.path, index)),
  );
  return keys.filter((key) => choices[key] === undefined).length;
}

/** What the checkpoint takes; only when nothing is open. */
export function toResolutions(
  conflicts: readonly Conflict[],
  choices: Choices,
): ConflictResolutions {
  return {
    resolutions: conflicts.map((conflict) => ({
      path: conflict.path,
      choices: clashesOf(conflict).flatMap((_, index) => {
        const choice = choices[keyOf(conflict.path, index)];
        return choice === undefined ? [] : [choice];
      }),
    })),
  };
}

/** What a choice leaves in the file. */
export function textOf(clash: Clash, choice: Choice): string {
  const mine = clash.mine.join('');
  const theirs = clash.theirs.join('');
  if (typeof choice === 'object') return choice.text;
  if (choice === 'both') return mine + theirs;
  return choice === 'mine' ? mine : theirs;
}

/** Lines that show where a conflict stands. */
const AROUND = 3;

export type Place = { clash: Clash; index: number; before: string; after: string };

/** The conflicts of a file in their order, each with the lines around it. */
export function placesOf({ chunks }: Conflict): Place[] {
  const places: Place[] = [];
  for (const [at, clash] of chunks.entries()) {
    if (clash.kind !== 'conflict') continue;
    places.push({
      clash,
      index: places.length,
      before: agreed(chunks[at - 1])
        .slice(-AROUND)
        .join(''),
      after: agreed(chunks[at + 1])
        .slice(0, AROUND)
        .join(''),
    });
  }
  return places;
}

function agreed(chunk: Chunk | undefined): string[] {
  return chunk?.kind === 'agreed' ? chunk.lines : [];
}

/** Choices that were kept in this browser; none for what is not of this version. */
export function readChoices(stored: string): Choices {
  if (stored === '') return {};
  try {
    const read: unknown = JSON.parse(stored);
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(Object.entries(read).filter(([, value]) => isChoice(value)));
  } catch {
    return {};
  }
}

function isChoice(value: unknown): value is Choice {
  if (value === 'mine' || value === 'generated' || value === 'both') return true;
  return (
    typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'
  );
}
