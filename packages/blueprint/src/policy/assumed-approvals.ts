import type { Candidate, Right, Span, Step } from './statements.ts';

/** What a thing is after somebody decided. */
const DECIDED = new Map([
  ['approve', 'approved'],
  ['reject', 'rejected'],
  ['accept', 'accepted'],
  ['decline', 'declined'],
  ['confirm', 'confirmed'],
  ['refuse', 'refused'],
]);

/**
 * "Managers approve or reject expenses", and nothing of states: an expense is pending until they do. Given for each right
 * whose steps no lifecycle of the prompt tells.
 */
export function assumeApprovals(candidates: readonly Candidate[]): Candidate[] {
  const told = new Set(
    candidates.flatMap(({ options }) =>
      options.flatMap((each) => (each.kind === 'lifecycle' ? each.steps.map(({ to }) => to) : [])),
    ),
  );
  return candidates.flatMap(({ start, end, options }) =>
    options.flatMap((right): Candidate[] => {
      const steps = right.kind === 'right' ? stepsOf(right).filter(({ to }) => !told.has(to)) : [];
      if (right.kind !== 'right' || steps.length === 0) return [];
      const thing = spokenOf(right, candidates);
      if (thing === null && right.what.kind === 'everything') return [];
      const lifecycle = { kind: 'lifecycle' as const, start, end, thing, steps };
      return [{ start, end, options: [{ ...lifecycle, isAssumed: true }], isFirm: false }];
    }),
  );
}

/** What the right names, and else what a right before it does: "employees submit expenses, managers approve". */
function spokenOf(right: Right & Span, candidates: readonly Candidate[]): string[] | null {
  const before = candidates
    .filter(({ end }) => end <= right.start)
    .flatMap(({ options }) => options.filter((each) => each.kind === 'right'));
  const named = [...before, right].findLast(({ what }) => what.kind === 'things');
  return named?.what.kind === 'things' ? (named.what.nouns.at(-1) ?? null) : null;
}

function stepsOf({ who, isDenied, verbs, what }: Right): Step[] {
  const isOfOne = what.kind !== 'things' || what.nouns.length === 1;
  if (who.kind !== 'roles' || isDenied || !isOfOne) return [];
  return verbs.flatMap((verb) => {
    const to = DECIDED.get(verb);
    return to === undefined ? [] : [{ from: ['pending'], to, by: who }];
  });
}
