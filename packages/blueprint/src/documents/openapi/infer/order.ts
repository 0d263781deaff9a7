import type { Member } from '@quantumlayer/contracts';
import { type Operation, successOf } from '../operations.ts';
import { plain, singular } from '../words.ts';
import { type Draft, findMember } from './draft.ts';
import { isCounterName } from './names.ts';

/** The order in which records were made, which every app keeps. */
const SEQUENCE = '$sequence';

/** When something was last made below a record, or else the record itself. */
export const ACTIVITY = '$activity';
/** "The one with the latest activity first", "most recently active first", "by last reply". */
export const ACTIVE =
  /\b(latest|last|most recent|newest|recent) (activity|replies|reply|comments?|messages?|posts?|answers?)\b[^.;]{0,20}\bfirst\b|\bmost recently (active|commented|answered|replied)\b|\bby (the )?(latest|last|most recent|newest) (activity|reply|comment|message|post|answer)\b|\brecently active\b[^.;]{0,20}\bfirst\b/;

export type Order = { member: string; descending: boolean };

const NEWEST =
  /\b(newest|most recent(ly)?|latest)( \w+){0,3} first\b|reverse[- ]chronological|\b(written|sent|put|[a-z]+ed|made) last,? (come |comes )?first\b|descending order (of|by) (creation|date|time|created)|(sorted|ordered) by (creation )?(date|time|created\w*),? desc|newest to oldest/;
const OLDEST =
  /\b(oldest|earliest|soonest|first made|next)( \w+){0,3} first\b|\bchronological(ly)?\b|\bin (the )?order (of|in which)\b.{0,30}\b(creation|created|made|added|arrival)|oldest to newest/;
const DOWN = /^(desc|high|larg|big|great|lat|new|best|most|recent|top)/;
const MOST =
  /\b(highest|largest|biggest|greatest|most|best|top|busiest|lowest|smallest|fewest|least|cheapest)[- ]?([a-z_]+)?(?: [a-z]+)?,? (?:come |comes |go |goes )?first\b/g;
const LEAST = /^(lowest|smallest|fewest|least|cheapest)$/;
/** Before `by`: what picks records or says whose they are, and orders none. */
const PICKS =
  /\b(find|finds|filter|filters|filtered|search|searches|searched|look up|get|gets|delete|made|created|written|posted|owned|uploaded|added|identified|given|used|caused|shared|borrowed|reserved|placed|sent|divided|increased|followed)( \w+){0,2} $/;

/** In which order a list comes, as its text says it; null where it says nothing. */
export function orderSaid(
  draft: Draft,
  operation: Operation,
  created: string | null,
): Order | null {
  const text = `${operation.text} ${(successOf(operation)?.response.description ?? '').toLowerCase()}`;
  const time = created ?? onlyTime(draft);
  if (draft.gathered.some(({ name }) => name === ACTIVITY) && ACTIVE.test(text))
    return { member: ACTIVITY, descending: true };
  const dated = byMoment(draft, text);
  if (dated !== null) return dated;
  if (NEWEST.test(text)) return { member: time ?? SEQUENCE, descending: true };
  return (
    superlative(draft, text) ??
    byName(draft, operation, text) ??
    (OLDEST.test(text) ? { member: time ?? SEQUENCE, descending: false } : null)
  );
}

/** "The latest year first" is by the year, not by when it was made. */
function byMoment(draft: Draft, text: string): Order | null {
  const [, most = '', name = ''] =
    /\b(latest|newest|earliest|oldest) ([a-z_]+),? (?:come |comes )?first\b/.exec(text) ?? [];
  const member = name === '' ? undefined : (findMember(draft, name) ?? momentCalled(draft, name));
  if (member === undefined || member.kind === 'json' || member.kind === 'file') return null;
  return { member: member.name, descending: /^(latest|newest)$/.test(most) };
}

/** "Highest score first", "the cheapest first"; "the busiest first" by the only number that counts something. */
function superlative(draft: Draft, text: string): Order | null {
  for (const [, most = '', noun = ''] of text.matchAll(MOST)) {
    const named =
      numberNamed(draft, noun) ?? (most === 'cheapest' ? numberNamed(draft, 'price') : null);
    const member =
      named ?? figureNamed(draft, noun) ?? (most === 'busiest' ? onlyCounter(draft) : null);
    if (member !== null) return { member, descending: !LEAST.test(most) };
  }
  return null;
}

function numberNamed(draft: Draft, noun: string): string | null {
  const stem = singular(plain(noun));
  if (stem === '') return null;
  const numbers = numbersOf(draft);
  const exact = numbers.find(({ name }) => singular(plain(name)) === stem);
  // "Most downloaded" is by downloads.
  const done = stem.length > 4 ? stem.replace(/(ed|ing)$/, '') : stem;
  const near = numbers.find(({ name }) => plain(name).includes(stem));
  return (exact ?? near ?? numbers.find(({ name }) => plain(name).includes(done)))?.name ?? null;
}

/** "Best rated first" is by the average of the ratings, "most commented" by their number. */
function figureNamed({ gathered }: Draft, noun: string): string | null {
  const stem = plain(noun).replace(/(ing|ed|s|e)$/, '');
  if (stem.length < 3) return null;
  const figures = gathered.filter(
    ({ take, name }) => take !== 'rows' && plain(name).includes(stem),
  );
  return (figures.find(({ take }) => take === 'average') ?? figures[0])?.name ?? null;
}

function onlyCounter(draft: Draft): string | null {
  const [only, ...others] = numbersOf(draft).filter(({ name }) => isCounterName(name));
  return only !== undefined && others.length === 0 ? only.name : null;
}

function numbersOf({ members, key }: Draft): Member[] {
  return [...members.values()].filter(
    ({ kind, name }) => (kind === 'integer' || kind === 'number') && name !== key?.member,
  );
}

/** "By name", "sorted by due date, latest first", "in alphabetical order". */
function byName(draft: Draft, operation: Operation, text: string): Order | null {
  for (const found of text.matchAll(
    /\bby (?:the |their |its )?([a-z_]+)(?: ([a-z_]+))?(?:[ ,(]+(?:the |in )?(desc|asc|highest|largest|latest|newest|best|most)\w*)?/g,
  )) {
    const [, name = '', more = '', way = ''] = found;
    if (PICKS.test(text.slice(0, found.index)) || isParameter(operation, name)) continue;
    const member = findMember(draft, `${name}${more}`) ?? momentCalled(draft, name);
    if (member === undefined || member.kind === 'json' || member.kind === 'file') continue;
    return { member: member.name, descending: DOWN.test(way) || DOWN.test(more) };
  }
  if (!/\balphabetical(ly)?\b/.test(text)) return null;
  const said = /\balphabetical order of (?:the |their |its )?([a-z_]+)(?: ([a-z_]+))?/.exec(text);
  const [, one = '', two = ''] = said ?? [];
  const asked = [`${one}${two}`, one, singular(one), `${one}${singular(two)}`];
  const named = asked.map((each) => findMember(draft, each)).find((each) => each?.kind === 'text');
  if (named !== undefined) return { member: named.name, descending: false };
  const member = ['name', 'title', 'label', 'code', 'word'].flatMap(
    (name) => findMember(draft, name)?.name ?? [],
  )[0];
  const key = draft.key?.made === 'client' ? draft.key.member : undefined;
  const given = [...draft.members.values()].filter(
    ({ kind, made, name, refers }) =>
      kind === 'text' && made === undefined && refers === undefined && name !== draft.key?.member,
  );
  const by = member ?? key ?? (given.length === 1 ? given[0]?.name : undefined);
  return by === undefined ? null : { member: by, descending: false };
}

/** "By start" is by `startsAt`. */
function momentCalled(draft: Draft, name: string): Member | undefined {
  const names = ['', 'at', 'sat', 'date', 'time', 'day', 'on'].map((end) => `${name}${end}`);
  return names.map((each) => findMember(draft, each)).find((member) => member !== undefined);
}

function isParameter({ parameters }: Operation, name: string): boolean {
  return parameters.some(
    ({ in: place, name: own }) => place === 'query' && plain(own) === plain(name),
  );
}

/** The only moment that a record has, where the server keeps none; the start of what has an end. */
export function onlyTime({ members }: Draft): string | null {
  const start = [...members.values()].find(
    ({ kind, name, made }) =>
      kind === 'text' &&
      made === undefined &&
      /^(from|starts?(at|time|date)?|begins?(at)?)$/.test(plain(name)),
  );
  if (start !== undefined) return start.name;
  const [only, ...others] = [...members.values()].filter(
    ({ kind, name, made }) =>
      kind === 'text' &&
      made === undefined &&
      /(_at|At|_on|On|[Dd]ate|[Tt]ime|timestamp)$/.test(name),
  );
  return only !== undefined && others.length === 0 ? only.name : null;
}
