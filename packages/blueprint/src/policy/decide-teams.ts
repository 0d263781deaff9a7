import type { Candidate, Of, Right } from './statements.ts';

/** What accounts belong to, in the words of the prompt, and the roles above it. */
export type TeamDecision = { words: readonly string[]; above: string[] };

/** Null where no sentence keeps the rows of teams apart, or another one takes that back. */
export function teamIn(
  candidates: readonly Candidate[],
  isDescribed: (noun: readonly string[]) => boolean,
): Of<'team'> | null {
  const options = candidates.flatMap((candidate) => candidate.options);
  if (options.some((option) => option.kind === 'team-shared' && option.rows === null)) return null;
  const teams = options.filter((option): option is Of<'team'> => option.kind === 'team');
  return teams.find(({ subject }) => subject === undefined || !isDescribed(subject)) ?? null;
}

/** "only the operator creates clinics": who makes teams stands above them. */
export function rolesAbove(
  rights: readonly Right[],
  { team }: Of<'team'>,
  nameOf: (noun: readonly string[]) => string,
): string[] {
  const isTeam = (noun: readonly string[]) =>
    noun.join(' ').replace(/(?:es|s)$/, '') === team.join(' ').replace(/(?:es|s)$/, '') ||
    noun.join(' ').replace(/ies$/, 'y') === team.join(' ');
  const making = rights.filter(
    ({ what, actions, isDenied, isOwn }) =>
      what.kind === 'things' &&
      what.nouns.some(isTeam) &&
      actions.includes('create') &&
      !isDenied &&
      !isOwn,
  );
  const names = making.flatMap(({ who }) => (who.kind === 'roles' ? who.nouns.map(nameOf) : []));
  return [...new Set(names)].slice(-1);
}
