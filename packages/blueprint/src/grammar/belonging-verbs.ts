import { MANY_TO_MANY_VERBS, STRONG_BELONG } from '../lexicon/predicates.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { DETERMINERS, phrases, words } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import type { Tagger } from '../text/tagger.ts';
import { accept, acceptAny, type Cursor, peek, tokenAt } from './cursor.ts';
import type { Predicate } from './predicate.ts';
import { ADVERBS, agrees, isParticiple, startsNoun } from './verbs.ts';

const RELATING = [...ADVERBS, 'related'];

export const BELONG_VERBS = phrases(`
  belongs to | belong to | refers to | refer to | references | reference | points to | point to |
  reports to | report to | relates to | relate to | links to | link to | lives in | live in |
  comes from | come from | comes in from | come in from | leaves from | leave from | departs from | depart from | arrives at | arrive at | originates from | works in | work in | works for | work for | works at | work at | plays for |
  play for | takes place in | takes place at | take place in | take place at | takes place on | take place on | happens in | happens at |
  falls under | goes out to | go out to | goes to | sits in | stands in | lies in | depends on | is part of | are part of |
  is a part of | is a member of | are members of | is child of | is a child of | replies to |
  reply to | depend on | sit in | stand in | lie in | go to | happen in | fall under | attach to | connect to |
  takes part in | take part in | goes on | go on | goes into | go into | takes place for | take place for |
  lives with | live with | lives at | live at | stays in | stays at | stays with | sits at | sit at | hangs on | hang on | hangs in | hang in | stands on | stand on | is in the care of | are in the care of | be a member of | be members of | be part of | applies to | apply to | concerns | attaches to | connects to
`);

export const PREPOSITIONS_BELONG = phrases(`
  by | to | in | at | for | with | on | from | under | of | into | within | inside | against | onto | upon | between | per
`);

/** `reference` alone is more often a noun. */
export function isBelongVerb(cursor: Cursor): boolean {
  const continues =
    ['and', ',', 'also'].includes(peek(cursor, -1)) &&
    ['a', 'an', 'one', 'the', 'exactly'].includes(peek(cursor, 1));
  if (continues) return true;
  if (
    /^(leave|depart|arrive)s?$/.test(peek(cursor)) &&
    !['a', 'an', 'one', 'the', 'another', 'exactly'].includes(peek(cursor, 2))
  )
    return false;
  return (
    !['reference', 'references', 'concerns'].includes(peek(cursor)) ||
    (agrees(cursor, peek(cursor)) && startsNoun(cursor, 1) && !DETERMINERS.has(peek(cursor, -1)))
  );
}

/** What a thing can be, and need not be at any time. */
const HELD_FOR_NOW = words(
  'put placed occupied reserved assigned taken used booked rented borrowed lent held checked let leased hired',
);

const WITH_THINGS = words(
  'associated linked connected related tied tagged shared paired matched affiliated allocated scheduled booked labelled labeled filled',
);

/** "are saved with a name": what follows is kept about the subject. */
function isStoredWith(cursor: Cursor, participle: string): boolean {
  if (peek(cursor, 1) !== 'with' || WITH_THINGS.has(participle)) return false;
  const ahead = [2, 3, 4].map((index) => peek(cursor, index));
  return ahead.some((word) => isValueWord(word));
}

export function matchBe(cursor: Cursor, predicate: Predicate, tagger: Tagger): Predicate | null {
  const be = cursor.at;
  skipBe(cursor, be);
  const mutual = matchMutual(cursor, predicate);
  if (mutual !== null) return mutual;
  skipBe(cursor, be);
  for (let steps = 0; steps < 2; steps += 1) {
    const adverb = acceptAny(cursor, RELATING);
    if (adverb === 'optionally') predicate.optional = true;
  }
  if (isRated(cursor)) return { ...predicate, kind: 'be', to: be };
  return (
    matchPhrasal(cursor, predicate, tagger) ??
    matchMember(cursor, predicate) ??
    matchParticiple(cursor, predicate, tagger) ??
    matchPlace(cursor, predicate, tagger) ?? { ...predicate, kind: 'be', to: be }
  );
}

/** "is rated from 1 to 5": a value, no place. */
function isRated(cursor: Cursor): boolean {
  const isScale = /^(from|between|on|with)$/.test(peek(cursor, 1));
  const isNumber = [2, 3, 4].some((ahead) => tokenAt(cursor, ahead)?.kind === 'number');
  return /^(rated|scored|graded)$/.test(peek(cursor)) && isScale && isNumber;
}

/** Goes behind the verb, which is "can be" as well as "is". */
function skipBe(cursor: Cursor, be: number): void {
  cursor.at = be + 1;
  if (peek(cursor, -1) !== 'be') accept(cursor, 'be');
}

/** "is in a many-to-many relationship with". */
function matchMutual(cursor: Cursor, predicate: Predicate): Predicate | null {
  const isFirst = peek(cursor) === 'many-to-many';
  if (!isFirst && peek(cursor, 1) !== 'many-to-many') return null;
  cursor.at += isFirst ? 1 : 2;
  acceptAny(cursor, ['relationship', 'relation', 'related']);
  acceptAny(cursor, ['with', 'to']);
  return { ...predicate, kind: 'many-to-many', to: cursor.at };
}

/** "is looked after by", "is lent out to". */
function matchPhrasal(cursor: Cursor, predicate: Predicate, tagger: Tagger): Predicate | null {
  const verb = peek(cursor);
  if (
    peek(cursor, 2) === 'by' &&
    /^(after|up|out|over|in|on|off|down|forward|away|back)$/.test(peek(cursor, 1))
  ) {
    cursor.at += 3;
    return { ...predicate, kind: 'belongs', strong: true, verb, to: cursor.at };
  }
  const isGivenOut =
    /^(out|up|over|off|back|on|in|down|forward)$/.test(peek(cursor, 1)) &&
    ['to', 'for', 'with', 'from', 'at'].includes(peek(cursor, 2)) &&
    isParticiple(verb, tokenAt(cursor)?.start ?? 0, tagger);
  if (!isGivenOut) return null;
  const optional = predicate.optional || isPossible(cursor, predicate);
  cursor.at += 3;
  return { ...predicate, kind: 'belongs', strong: true, optional, verb, to: cursor.at };
}

function isPossible({ tokens }: Cursor, { from }: Predicate): boolean {
  return tokens[from]?.lower === 'can';
}

function matchMember(cursor: Cursor, predicate: Predicate): Predicate | null {
  if (acceptAny(cursor, ['a member of', 'members of']) === null) return null;
  return { ...predicate, kind: 'belongs', strong: true, verb: 'member', to: cursor.at };
}

/** "is assigned to", "is written by", "is stored with". */
function matchParticiple(cursor: Cursor, predicate: Predicate, tagger: Tagger): Predicate | null {
  const participle = tokenAt(cursor);
  const word = participle?.lower ?? '';
  if (
    participle === undefined ||
    !isParticiple(word, participle.start, tagger) ||
    !PREPOSITIONS_BELONG.includes(peek(cursor, 1))
  )
    return null;
  if (isStoredWith(cursor, word)) {
    cursor.at += 2;
    return { ...predicate, kind: 'has', to: cursor.at };
  }
  const isDone = peek(cursor, 1) === 'by' && ['a', 'an', 'one'].includes(peek(cursor, 2));
  const isCounted = /^(one|exactly|several|many|multiple)$/.test(peek(cursor, 2));
  const strong = STRONG_BELONG.has(word) || MANY_TO_MANY_VERBS.has(word) || isDone || isCounted;
  const isOpen = HELD_FOR_NOW.has(word) || (peek(cursor, 1) === 'by' && isDone);
  const optional = predicate.optional || (isPossible(cursor, predicate) && isOpen);
  const isShared = peek(cursor, 1) === 'by' && isPlural(peek(cursor, 2)) && isTakenPartIn(word);
  cursor.at += 2;
  const many = MANY_TO_MANY_VERBS.has(word) || isShared;
  const how = { optional, strong: strong || isShared, verb: word, many };
  return { ...predicate, ...how, kind: 'belongs', to: cursor.at };
}

/** "attended by guests", "joined by members": many take part in many. */
function isTakenPartIn(participle: string): boolean {
  return /^(attended|joined|followed|liked|visited|watched|read|studied|spoken|shared|used|chosen|selected|bookmarked|favourited|endorsed)$/.test(
    participle,
  );
}

const PLACES = [
  'part of',
  'in',
  'for',
  'from',
  'under',
  'at',
  'on',
  'by',
  'inside',
  'between',
  'of',
  'about',
  'with',
  'per',
];
const SINGLE = ['a', 'an', 'one', 'exactly', 'another'];

/** "crates are in sheds": both are things of the prompt. */
function isThingBefore({ tokens }: Cursor, { from }: Predicate, tagger: Tagger): boolean {
  return tagger.isThing(tokens[from - 1]?.lower ?? '');
}

/** "is for a customer", "are part of several tours". */
function matchPlace(cursor: Cursor, predicate: Predicate, tagger: Tagger): Predicate | null {
  const place = acceptAny(cursor, PLACES);
  if (place === null) return null;
  const isPer = place === 'per' && tagger.isThing(peek(cursor));
  if (isPer) return { ...predicate, kind: 'belongs', strong: true, verb: 'is', to: cursor.at };
  const isPair = place === 'between' && peek(cursor) === 'two';
  const isThings =
    isPlural(peek(cursor)) &&
    tagger.isThing(peek(cursor)) &&
    isThingBefore(cursor, predicate, tagger);
  if (isThings) return { ...predicate, kind: 'belongs', strong: false, verb: 'is', to: cursor.at };
  if (!isPair && ![...SINGLE, 'the', 'many', 'multiple', 'several'].includes(peek(cursor)))
    return null;
  const strong = isPair || SINGLE.includes(peek(cursor));
  return { ...predicate, kind: 'belongs', strong, verb: 'is', to: cursor.at };
}
