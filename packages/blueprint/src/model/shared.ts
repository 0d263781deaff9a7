import { notShared } from '../answers.ts';
import { words } from '../lexicon/words.ts';
import type { Draft, Fact } from './draft.ts';

/** What many things are sorted by: a tag of one is a tag of others too. */
const CLASSIFIERS = words(
  'tag category label genre topic skill keyword interest hashtag hobby amenity language permission cuisine author artist actor performer composer speaker contributor',
);

/** What gathers things that live without it. */
const GATHERINGS = words('playlist watchlist setlist mixtape compilation bundle');

function headOf(entity: string): string {
  return (/[A-Z][a-z0-9]*$/.exec(entity)?.[0] ?? entity).toLowerCase();
}

/** "posts have many categories": unless the prompt says more, the other side has many as well. */
export function isShared(draft: Draft, facts: readonly Fact[]): boolean {
  return facts.some(({ from, to, isOwn }) => {
    if (isOwn === true) return false;
    return GATHERINGS.has(headOf(from)) || (CLASSIFIERS.has(headOf(to)) && !holds(draft, from, to));
  });
}

/** "A store has categories, products belong to a category": here the category is the store's own. */
function holds(draft: Draft, owner: string, classifier: string): boolean {
  return draft.facts.some(
    ({ from, to, cardinality }) =>
      (from === classifier && cardinality === 'many') ||
      (to === classifier && from !== owner && cardinality === 'one'),
  );
}

export function assumeShared(draft: Draft, facts: readonly Fact[]): void {
  const [fact] = facts;
  if (fact === undefined) return;
  draft.assumptions.push({
    path: `${fact.from}.${fact.to}`,
    text: `A ${fact.to} was taken to be shared: one ${fact.to} may go with many of ${fact.from}, and the other way round.`,
    answers: notShared(fact.from, fact.to),
  });
}
