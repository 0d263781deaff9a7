import { ABOUT_NOUNS, DEED_NOUNS } from '../lexicon/predicates.ts';
import type { Decided } from './decided.ts';
import { findRecord } from './deeds.ts';
import type { Draft, Fact } from './draft.ts';

/** A test result of a sample says how samples are tested. */
function isNamedAfter(entity: string, { child, parent }: Decided): boolean {
  return [child, parent].some((name) => entity.startsWith(name) && entity !== name);
}

/** "Teams play matches: a match has a home team and an away team": the two roles are all there is. */
export function isPlayed(draft: Draft, group: readonly Fact[]): boolean {
  const [first] = group;
  if (first === undefined || group.some(({ source, role }) => source !== 'habit' || role !== null))
    return false;
  const roles = draft.facts
    .filter(({ from, to }) => from === first.to && to === first.from)
    .map(({ role }) => role);
  return new Set(roles.filter((role) => role !== null)).size > 1;
}

/** A review of a listener about a show is not how listeners subscribe to shows. */
function isAbout(entity: string, group: readonly Fact[]): boolean {
  const head = (/[A-Z][a-z0-9]*$/.exec(entity)?.[0] ?? entity).toLowerCase();
  return (
    ABOUT_NOUNS.has(head) &&
    group.every(({ deed }) => !(DEED_NOUNS.get(deed ?? '') ?? []).includes(entity))
  );
}

/** What someone is or can, at any time: no single deed records it. */
const LASTING = new Set(['speak', 'know', 'like', 'follow', 'study', 'learn']);

/** "members can book classes" beside a Booking of a member and a class: the joining entity is the relation. */
export function isJoined(draft: Draft, group: readonly Fact[], decided: Decided): boolean {
  const belongs = (from: string, to: string) =>
    draft.facts.some(
      (fact) =>
        (fact.from === from && fact.to === to && fact.cardinality === 'one') ||
        (fact.from === to && fact.to === from && fact.cardinality === 'many'),
    );
  const isBetween = (name: string) => belongs(name, decided.child) && belongs(name, decided.parent);
  const names = [...draft.entities.keys()];
  if (decided.child === decided.parent || decided.role !== null) return false;
  // "for each article in a bin the quantity": the two meet in it, however their relation was told.
  if (names.some((name) => isNamedForBoth(name, decided) && isBetween(name))) return true;
  const isHabit = group.every((fact) => fact.source === 'habit');
  const isTold = group.some((fact) => fact.source === 'explicit' || fact.source === 'has');
  if (isTold) return false;
  if (group.some(({ deed }) => LASTING.has(deed ?? ''))) return false;
  const isKept =
    decided.kind === 'many-to-many' ||
    group.every(({ isDeed, deed }) => isDeed === true || findRecord(draft, deed ?? ''));
  return names.some(
    (name) =>
      name !== decided.child &&
      name !== decided.parent &&
      (isKept || links(draft, name) || isNamedForBoth(name, decided)) &&
      !isOtherDeed(name, group) &&
      !isAbout(name, group) &&
      (isHabit || isNamedAfter(name, decided)) &&
      isBetween(name),
  );
}

function isNamedForBoth(entity: string, { child, parent }: Decided): boolean {
  return entity === `${child}${parent}` || entity === `${parent}${child}`;
}

/** A game of a player in a tournament is not how players register for tournaments. */
function isOtherDeed(entity: string, group: readonly Fact[]): boolean {
  return group.every(
    ({ deed }) => deed === 'register' && !/(Registration|Entry|Signup|Participation)$/.test(entity),
  );
}

/** "an award links a scout with a badge": it says what it is there for. */
function links(draft: Draft, entity: string): boolean {
  return draft.facts.some(({ from, verb }) => from === entity && verb === 'links');
}
