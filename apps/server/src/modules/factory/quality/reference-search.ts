import type { AppResponse } from './domain/finding.ts';
import { isObject } from './domain/json-schema.ts';
import type { Reference } from './domain/resources.ts';

const MAX_TURNS = 80;

/** Goes through what unnamed references may point at, led by the pointers of the app's own problems. */
export function createReferenceSearch(
  references: readonly Reference[],
  known: (reference: Reference) => number | undefined,
) {
  const picks = references.map((reference) => known(reference) ?? 0);
  let turns = 0;

  function isOpen(index: number, members: Readonly<Record<string, unknown>>): boolean {
    const reference = references[index];
    if (reference === undefined || known(reference) !== undefined) return false;
    return members[reference.name] != null && reference.candidates.length > 1;
  }

  /** Moves one reference on; false when it has no candidate left. */
  function move(index: number): boolean {
    const next = (picks[index] ?? 0) + 1;
    if (next >= (references[index]?.candidates.length ?? 0)) return false;
    picks[index] = next;
    return true;
  }

  return {
    /** Which candidate of each reference is the next to try. */
    picks: picks as readonly number[],

    /** Takes the next candidates after a refusal; false when there are none. */
    advance(members: Readonly<Record<string, unknown>>, response: AppResponse): boolean {
      turns += 1;
      if (turns > MAX_TURNS) return false;
      const open = references.flatMap((_, index) => (isOpen(index, members) ? [index] : []));
      const blamed = readPointers(response);
      const guilty = open.filter((index) => blamed.includes(`/${references[index]?.name}`));
      if (guilty.length > 0) return guilty.some(move);
      for (const index of open) {
        if (move(index)) return true;
        picks[index] = 0;
      }
      return false;
    },
  };
}

function readPointers(response: AppResponse): string[] {
  try {
    const problem: unknown = JSON.parse(response.body);
    const errors = isObject(problem) && Array.isArray(problem.errors) ? problem.errors : [];
    return errors.map((error: unknown) => (isObject(error) ? String(error.pointer) : ''));
  } catch {
    return [];
  }
}
