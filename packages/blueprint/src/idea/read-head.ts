import { APP_WORDS, LEAD_FILLERS, LEAD_VERBS, PURE_APP_WORDS } from '../lexicon/apps.ts';
import { USUAL_APPS } from '../lexicon/usual-apps.ts';
import { words } from '../lexicon/words.ts';
import { singular } from '../text/nouns.ts';

/** What an idea begins with: words of asking, the kind of software or a name of it, and whom it is for. */
export type Head = {
  /** In the table of usual software. */
  kind: string | null;
  /** The words that name it, and where they end. */
  from: number;
  named: number;
  end: number;
  /** The kind is that of whom it is for: "a queue app for a barber shop". */
  isOfAudience?: boolean;
};

const ASKING = words(
  'something anything somewhere way place thing software program like called named own one simple very nice cool there idea',
);
const KEEPING = words(
  'keep track manage record store organise organize collect plan list save remember handle see know administer tracking managing organising organizing keeping collecting planning document',
);
const CONNECTS =
  /^(for|with|where|that|which|who|to|and|but|so|in|like|from|of|by|at|on|using|when|whose|members|[,.:;!?()–—-])$/;

export const isKeeping = (word: string | undefined) => KEEPING.has(word ?? '');

/** By the first word; of those the longest first. */
const KINDS = new Map<string, { kind: string; said: string[] }[]>();
for (const kind of USUAL_APPS.keys()) {
  const said = kind.split(' ').map(singular);
  const [first = ''] = said;
  KINDS.set(first, [...(KINDS.get(first) ?? []), { kind, said }]);
}
for (const kinds of KINDS.values()) kinds.sort((a, b) => b.said.length - a.said.length);

function kindAt(said: readonly string[], at: number) {
  const kinds = KINDS.get(singular(said[at] ?? '')) ?? [];
  return kinds.find(({ said: kind }) =>
    kind.every((word, index) => word === singular(said[at + index] ?? '')),
  );
}

const isLead = (word: string) => LEAD_FILLERS.has(word) || LEAD_VERBS.has(word) || ASKING.has(word);
const isApp = (word: string | undefined) =>
  PURE_APP_WORDS.has(word ?? '') || /^(generator|register|inventory)$/.test(word ?? '');

/** Null where nothing of the kind stands at the beginning. */
export function readHead(said: readonly string[], isClause: (at: number) => boolean): Head {
  let from = 0;
  while (from < said.length && isLead(said[from] ?? '') && kindFrom(said, from) === null) from += 1;
  const none: Head = { kind: null, from, named: from, end: from };
  const asked = kindFrom(said, from);
  if (asked !== null) {
    const end = endOfAudience(said, asked.named);
    return { ...asked, kind: kindOfBoth(said, asked.kind, end) ?? asked.kind, from, end };
  }
  const wish = wishAt(said, from);
  if (wish !== null) return { kind: kindWithin(said, from, wish.named), from, ...wish };
  if (isClause(from)) return none;
  // "an app to keep track of my plants".
  const verb = purposeAt(said, from);
  if (verb !== null) {
    const purpose = kindFrom(said, verb);
    if (purpose === null) return { ...none, from: verb, named: verb, end: verb };
    return { ...purpose, from: verb, end: endOfAudience(said, purpose.named) };
  }
  let named = from;
  while (named < said.length && named < from + 5 && !CONNECTS.test(said[named] ?? '')) named += 1;
  const isAll = named === said.length && kindWithin(said, from, named) !== null;
  const isTitle =
    isAll || (named > from && (APP_WORDS.has(said[named - 1] ?? '') || isOne(said, named)));
  if (!isTitle) return none;
  const kind = kindBefore(said, from, named) ?? kindWithin(said, from, named);
  const end = endOfAudience(said, named);
  const own = kindOfBoth(said, kind, end);
  if (own !== null) return { kind: own, from, named, end };
  const theirs = kindOfAudience(said, named, end);
  return { kind: theirs, from, named, end, isOfAudience: theirs !== null };
}

/** "our football club wants to keep". */
function wishAt(said: readonly string[], from: number): { named: number; end: number } | null {
  const at = said.slice(0, from + 5).findIndex((word) => /^(wants|needs|want|need)$/.test(word));
  const isOurs =
    from <= at && at > 0 && !/^(i|we|you|they|members|users)$/.test(said[at - 1] ?? '');
  if (!isOurs || said[at + 1] !== 'to') return null;
  return { named: at, end: at + 2 };
}

/** "a choir, members pay", "language school with courses": one thing, and no list of them. */
const isOne = (said: readonly string[], end: number) =>
  singular(said[end - 1] ?? '') === said[end - 1] &&
  /^(with|where|for|that|[,:.-])$/.test(said[end] ?? '');

/** "to keep track of my", "track". */
function purposeAt(said: readonly string[], from: number): number | null {
  let at = isApp(said[from]) ? from + 1 : from;
  if (/^(to|for|that)$/.test(said[at] ?? '')) at += 1;
  if (!isKeeping(said[at])) return null;
  at += 1;
  if (said[at] === 'track' || said[at] === 'record') at += 1;
  while (/^(of|our|my|the|all|a|an|track)$/.test(said[at] ?? '')) at += 1;
  return at;
}

/** The kind that begins here, where nothing goes on with it: "students submit homework" asks for no software of students. */
function kindFrom(said: readonly string[], at: number): { kind: string; named: number } | null {
  const found = kindAt(said, at);
  if (found === undefined) return null;
  let named = at + found.said.length;
  while (isApp(said[named])) named += 1;
  return isHeadEnd(said, named) ? { kind: found.kind, named } : null;
}

/** "language school", "museum inventory app", "volunteer scheduling app". */
function kindWithin(said: readonly string[], from: number, named: number): string | null {
  let end = named;
  while (end > from + 1 && isApp(said[end - 1]) && kindAt(said, end - 1) === undefined) end -= 1;
  for (let at = from; at < end; at += 1) {
    const found = kindAt(said, at);
    if (found !== undefined && at + found.said.length === end) return found.kind;
  }
  return null;
}

/** "volunteer scheduling app", "event registration": the first words say of what. */
function kindBefore(said: readonly string[], from: number, named: number): string | null {
  const first = kindAt(said, from);
  const rest = said.slice(from + (first?.said.length ?? 0), named);
  const isDoing = (word: string) =>
    /(ing|tracker|manager|registration|membership|member|schedule|box|hub|keeper|log|diary|organi[sz]er|calendar)$/.test(
      word,
    ) || isApp(word);
  // What a restaurant has in stock is none of its orders.
  if (first !== undefined && PLACES.test(first.kind) && rest.includes('inventory')) return null;
  return first !== undefined && rest.length > 0 && rest.every(isDoing) ? first.kind : null;
}

/** "SaaS for gyms", "a queue app for a barber shop": what whom it is for usually keeps. */
function kindOfAudience(said: readonly string[], named: number, end: number): string | null {
  if (said[named] !== 'for') return null;
  // Of "our choir" a list that follows says what is kept.
  const isListed = said[end] === 'to' && isKeeping(said[end + 1]);
  const isOne = (isListed ? /^an?$/ : /^(a|an|my|our|the)$/).test(said[named + 1] ?? '');
  for (let at = named + 1; at < end; at += 1) {
    const found = kindAt(said, at);
    if (found !== undefined && at + found.said.length === end && (isOne || PLACES.test(found.kind)))
      return found.kind;
  }
  return null;
}

/** Kinds that are somewhere, and no people or things: an app for photos is no gallery. */
export const PLACES =
  /(school|library|gym|clinic|hospital|shop|store|studio|garage|hotel|restaurant|cafe|bakery|salon|spa|church|museum|farm|cinema|club|shelter|warehouse|pharmacy|agency|firm|kindergarten|nursery|daycare|league|barber|dental practice|dentist|vet|parking lot|charity)$/;

/** "a booking app for tennis courts" is one of court booking. */
function kindOfBoth(said: readonly string[], kind: string | null, end: number): string | null {
  if (!/^(booking|rental|rentals|scheduling|reservation)$/.test(kind ?? '')) return kind;
  const whom = singular(said[end - 1] ?? '');
  const both = [`${whom} booking`, `${whom} rental`].find((each) => USUAL_APPS.has(each));
  return both ?? kind;
}

/** The words behind go on with something else than the name. */
export const isHeadEnd = (said: readonly string[], at: number) =>
  said[at] === undefined || CONNECTS.test(said[at] ?? '') || /^max/.test(said[at] ?? '');

/** "for freelancers", "but for boats", "like Lime". */
export function endOfAudience(said: readonly string[], from: number): number {
  const isOf =
    said[from] === 'of' &&
    /^(rental|rent|repair|booking|sharing|hire|tracking)s?$/.test(said[from - 1] ?? '');
  let at = said[from] === 'but' ? from + 1 : from;
  if (!isOf && !/^(for|like)$/.test(said[at] ?? '')) return from;
  at += 1;
  while (/^(a|an|the|my|our|small|some)$/.test(said[at] ?? '')) at += 1;
  const until = at + 4;
  const start = at;
  while (at < until && said[at] !== undefined && !CONNECTS.test(said[at] ?? '')) at += 1;
  const isAmount = /^(fleet|group|set|pair|team|network|chain)$/.test(said[at - 1] ?? '');
  // "residents in a care home": where they are is no more than that.
  const isPlace =
    /^(in|at|of)$/.test(said[at] ?? '') && /^(a|an|the|my|our)$/.test(said[at + 1] ?? '');
  if (at === start || !(isPlace || (said[at] === 'of' && isAmount))) return at;
  at += isPlace ? 2 : 1;
  while (at < until + 3 && said[at] !== undefined && !CONNECTS.test(said[at] ?? '')) at += 1;
  return at;
}
