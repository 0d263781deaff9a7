import { notShared } from '../answers.ts';
import { words } from '../lexicon/words.ts';
import type { Draft, Fact } from './draft.ts';

/** What many things are sorted by: a tag of one is a tag of others too. */
const CLASSIFIERS = words(
  'tag category label genre topic skill keyword interest hashtag hobby amenity language permission cuisine author artist actor performer composer speaker contributor',
);

/** What gathers things that live without it. */
const GATHERINGS = words('playlist watchlist setlist mixtape compilation bundle');

/** What is put together for a time out of things that are there without it: a basket of products, a menu of dishes. */
const SELECTIONS = words('basket cart menu cookbook exhibition route itinerary concert');
/** The same where the things are somebody's already. */
const TAKERS = words('invoice bill walk trip tour');
/** "A venue shows films": they are there without it. */
const SHOWING = words('show feature present display');
/** What is nothing without the whole it is a part of. */
const PARTS = words(`
  line item position entry row booth stand stop stage leg section page slot part photo picture image comment note attachment
  payment reminder step message invoice
`);

function headOf(entity: string): string {
  return (/[A-Z][a-z0-9]*$/.exec(entity)?.[0] ?? entity).toLowerCase();
}

/** "posts have many categories": unless the prompt says more, the other side has many as well. */
export function isShared(draft: Draft, facts: readonly Fact[]): boolean {
  return facts.some((fact) => {
    const { from, to, isOwn } = fact;
    if (isOwn === true) return false;
    if (isSelected(draft, fact)) return true;
    return GATHERINGS.has(headOf(from)) || (CLASSIFIERS.has(headOf(to)) && !holds(draft, from, to));
  });
}

/** A product that is told of by itself goes into more than one basket, what is an owner's already goes on more than one walk. */
function isSelected(draft: Draft, { from, to, deed, role }: Fact): boolean {
  if (role !== null || PARTS.has(headOf(to))) return false;
  if (SELECTIONS.has(headOf(from)) && draft.described.has(to)) return true;
  const isTaken = SHOWING.has(deed ?? '') || TAKERS.has(headOf(from));
  return isTaken && isOthers(draft, from, to);
}

/** What belongs to something that the holder does not belong to as well. */
function isOthers(draft: Draft, holder: string, thing: string): boolean {
  const owners = ownersOf(draft, holder);
  return [...ownersOf(draft, thing)].some((owner) => owner !== holder && !owners.has(owner));
}

function ownersOf({ facts }: Draft, thing: string): ReadonlySet<string> {
  return new Set(
    facts.flatMap(({ from, to, cardinality, role }) => {
      if (role !== null || from === to) return [];
      if (CLASSIFIERS.has(headOf(from)) || CLASSIFIERS.has(headOf(to))) return [];
      if (from === thing && cardinality === 'one') return [to];
      return to === thing && cardinality === 'many' ? [from] : [];
    }),
  );
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
