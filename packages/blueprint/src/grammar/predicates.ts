import { isActorWord } from '../lexicon/people.ts';
import {
  HAVE,
  HAVE_PHRASES,
  MANY_TO_MANY_VERBS,
  PARTICIPLES,
  STRONG_BELONG,
} from '../lexicon/predicates.ts';
import { BE, DETERMINERS, phrases, words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Tagger } from '../text/tagger.ts';
import type { Token } from '../text/tokens.ts';
import { matchActive } from './active-verbs.ts';
import { BELONG_VERBS, isBelongVerb, matchBe, PREPOSITIONS_BELONG } from './belonging-verbs.ts';
import { accept, acceptAny, type Cursor, closingIndex, isOpener, peek } from './cursor.ts';
import { matchGappedHave } from './gapped-verbs.ts';
import { skipLabel } from './item-parts.ts';
import { asksWhich } from './item-which.ts';
import type { Predicate } from './predicate.ts';
import { readPredicateQualities } from './predicate-qualities.ts';
import type { Qualities } from './statements.ts';
import { isTopicVerb, topicLength } from './topic-verbs.ts';
import { ADVERBS, agrees, startsNoun } from './verbs.ts';

const MODAL_WORDS = phrases(`
  may or may not | can or cannot | does not need to | do not need to | doesn't need to | don't need to | does not have to |
  do not have to | doesn't have to | don't have to | need not | must | should | shall | can | may | could | will | might | would | cannot | can't | has to | have to |
  needs to | wants to | want to | need to
`);

/** What may be, or need not be. */
const OPEN_MODAL = /^(may|might|can or cannot|need not|.*(not|n't) (need|have) to|may or may not)$/;

/** Counts before which a verb may be left out. */
const GAP_COUNTS = words('many several multiple');

const RELATIVE = new Set(['which', 'that', 'who']);

const AMBIGUOUS_HAVE = words(`
  record records store stores hold holds need needs require requires carry carries capture captures
  having containing
`);

/** Finds every predicate of a sentence outside brackets, left to right. */
export function findPredicates(tokens: readonly Token[], tagger: Tagger): Predicate[] {
  const found: Predicate[] = [];
  let index = 0;
  while (index < tokens.length) {
    if (isOpener(tokens[index]?.lower ?? '')) {
      index = closingIndex(tokens, index, tokens.length) + 1;
      continue;
    }
    if (
      opensClause(tokens, index) ||
      asksWhich({ tokens, at: index, end: tokens.length }, tagger.isThing)
    ) {
      while (index < tokens.length && ![',', 'and', ';'].includes(tokens[index]?.lower ?? ''))
        index += 1;
      continue;
    }
    const predicate =
      matchGap(tokens, index, found.at(-1)) ??
      matchGappedHave(tokens, index, found.at(-1), tagger) ??
      matchPredicate({ tokens, at: index, end: tokens.length }, tagger, found.at(-1));
    if (predicate === null) index += 1;
    else if (tellsOfItem(tokens, predicate)) index = predicate.to + 1;
    else if (
      index > 1 &&
      RELATIVE.has(tokens[index - 1]?.lower ?? '') &&
      predicate.kind !== 'topic'
    ) {
      index = predicate.to + (predicate.kind === 'be' ? 1 : 0);
      while (['not', 'never', 'be'].includes(tokens[index]?.lower ?? '')) index += 1;
    } else {
      found.push(predicate);
      index = predicate.to + (predicate.kind === 'be' ? 1 : 0);
      if (index <= predicate.from) index = predicate.from + 1;
    }
  }
  return found;
}

const CLAUSE_OPENERS = words('year when where how time date moment day if once');
function isDated(word: string): boolean {
  return /^(year|date|day|time)$/.test(word);
}
const CLAUSE_SUBJECTS = words('it they he she there');

/** "to know if they have paid": a question, and no condition. */
const ASKING = words('know note see record store track remember check');

/** "whether it is paid", "when it was sent", "that nobody else has": its verb is not the sentence's. */
function opensClause(tokens: readonly Token[], index: number): boolean {
  const [word = '', next = '', third = ''] = tokens.slice(index, index + 3).map((t) => t.lower);
  const isNobody = /^(nobody|noone)$/.test(next) || (next === 'no' && /^(one|other)$/.test(third));
  return (
    word === 'whether' ||
    (word === 'if' && ASKING.has(tokens[index - 1]?.lower ?? '')) ||
    isContact(tokens, index) ||
    (word === 'how' && /^(many|much|long|often|old|far)$/.test(next)) ||
    (CLAUSE_OPENERS.has(word) && CLAUSE_SUBJECTS.has(next)) ||
    (isDated(word) && next === 'the' && BE.has(tokens[index + 3]?.lower ?? '')) ||
    isAside(tokens, index) ||
    (RELATIVE.has(word) && isNobody) ||
    (word === 'no' && next === 'two' && index > 0)
  );
}

/** "the camera it was taken with", "prescriptions that a doctor issued": said of the noun before it. */
function isContact(tokens: readonly Token[], index: number): boolean {
  const [before, word, next] = [-1, 0, 1].map((step) => tokens[index + step]?.lower ?? '');
  if (index < 2 || tokens[index - 1]?.kind !== 'word') return false;
  if (CLAUSE_SUBJECTS.has(word ?? ''))
    return word !== 'there' && DETERMINERS.has(tokens[index - 2]?.lower ?? '');
  if (/^(in|for|during) which (a|an|one)$/.test([before, word, next].join(' '))) return true;
  return (
    /^(that|which)$/.test(word ?? '') &&
    /^(a|an|one|each)$/.test(next ?? '') &&
    !BE.has(before ?? '')
  );
}

/** ", if the customer wants something written, the inscription": a condition between two commas. */
function isAside(tokens: readonly Token[], index: number): boolean {
  const [word, next] = [tokens[index]?.lower ?? '', tokens[index + 1]?.lower ?? ''];
  const isBetween = /^[,(]$/.test(tokens[index - 1]?.text ?? '') && index > 3;
  if (!isBetween || !/^(if|once|when)$/.test(word) || !DETERMINERS.has(next)) return false;
  const comma = tokens.findIndex(({ text }, at) => at > index && text === ',');
  return comma > 0 && comma - index < 14 && DETERMINERS.has(tokens[comma + 1]?.lower ?? '');
}

/** "email - must be unique": what is said of the item before the mark, with no subject of its own. */
function tellsOfItem(tokens: readonly Token[], { kind, from }: Predicate): boolean {
  if (kind !== 'be' || !/^[,–—-]$/.test(tokens[from - 1]?.text ?? '')) return false;
  const said: Qualities = {};
  const cursor = { tokens, at: from, end: tokens.length };
  return (
    readPredicateQualities(cursor, said) && said.values === undefined && said.default === undefined
  );
}

/** "products can have many tags and tags many products": the verb stands before and is left out here. */
function matchGap(
  tokens: readonly Token[],
  index: number,
  previous: Predicate | undefined,
): Predicate | null {
  if (previous === undefined || !['has', 'acts', 'belongs'].includes(previous.kind)) return null;
  const subject = tokens[index - 1];
  const isInto =
    tokens[index]?.lower === 'into' &&
    tokens[previous.to - 1]?.lower === 'into' &&
    isPlural(subject?.lower ?? '') &&
    tokens[index - 2]?.lower === 'and';
  if (isInto) return { ...previous, kind: 'has', from: index, to: index + 1, verb: 'has' };
  const isAgain =
    previous.kind === 'belongs' &&
    /^(in|on|at|to|by|under)$/.test(tokens[index]?.lower ?? '') &&
    tokens[index]?.lower === tokens[previous.to - 1]?.lower &&
    isPlural(subject?.lower ?? '') &&
    isPlural(tokens[index + 1]?.lower ?? '') &&
    /^(and|,)$/.test(tokens[index - 2]?.lower ?? '');
  if (isAgain) return { ...previous, from: index, to: index + 1 };
  if (previous.to === index) return null;
  const next = tokens.slice(index, index + 4).map((token) => token.lower);
  const isMany =
    (GAP_COUNTS.has(next[0] ?? '') && isPlural(next[1] ?? '')) ||
    (/^(one|1|zero|0) or (more|many|several)$/.test(next.slice(0, 3).join(' ')) &&
      isPlural(next[3] ?? '')) ||
    /^(more than one|one or more)$/.test(next.slice(0, 3).join(' '));
  if (!isMany || subject?.kind !== 'word') return null;
  const before = tokens[index - 2]?.lower ?? '';
  const opens = ['and', ',', ';', 'while', 'but'];
  const isSubject =
    (isPlural(subject.lower) && opens.includes(before)) ||
    (['a', 'an', 'each', 'every', 'one'].includes(before) &&
      opens.includes(tokens[index - 3]?.lower ?? ''));
  return isSubject && !HAVE.has(subject.lower)
    ? { ...previous, kind: 'has', from: index, to: index, optional: false, verb: 'has' }
    : null;
}

function matchPredicate(
  cursor: Cursor,
  tagger: Tagger,
  previous: Predicate | undefined,
): Predicate | null {
  const from = cursor.at;
  const predicate: Predicate = {
    kind: 'has',
    from,
    to: from,
    optional: false,
    modal: false,
    strong: true,
    many: false,
    verb: peek(cursor),
    preposition: false,
  };
  const bare =
    matchParticiple({ ...cursor }, predicate) ?? matchSecond({ ...cursor }, predicate, previous);
  if (bare !== null) return bare;
  if (isTopicVerb(cursor, previous))
    return finish(cursor, { ...predicate, kind: 'topic' }, topicLength(cursor));
  readModals(cursor, predicate);
  const start = cursor.at;
  if (acceptAny(cursor, HAVE_PHRASES) !== null) {
    const isOurs =
      previous?.kind === 'topic' &&
      peek({ ...cursor, at: from }) !== '' &&
      isOwnNeed(cursor.tokens, from);
    return { ...predicate, ...(isOurs && { kind: 'topic' }), to: cursor.at };
  }
  const belonging = isBelongVerb(cursor) ? acceptAny(cursor, BELONG_VERBS) : null;
  if (belonging !== null) {
    const verb = belonging.startsWith('appl') ? 'apply' : 'belongs';
    return { ...predicate, kind: 'belongs', verb, to: cursor.at };
  }
  if (
    !['and', ',', 'but'].includes(peek(cursor, -1)) &&
    acceptAny(cursor, ['defaults to', 'default to']) !== null
  )
    return { ...predicate, kind: 'be', to: start };
  if (BE.has(peek(cursor))) return matchBe(cursor, predicate, tagger);
  if (predicate.modal && peek(cursor) === 'be') return matchBe(cursor, predicate, tagger);
  const isDone = isDoneByPeople(cursor, tagger);
  if (!isDone && (isHave(cursor, predicate) || keepsOn(cursor, previous)))
    return matchHave(cursor, predicate);
  return matchActive(cursor, predicate, tagger);
}

/** "I manage a practice and need to keep track of": the speaker needs it, not the practice. */
function isOwnNeed(tokens: readonly Token[], from: number): boolean {
  return (
    ['and', 'but'].includes(tokens[from - 1]?.lower ?? '') &&
    ['need', 'want', 'have', 'would', 'like'].includes(tokens[from]?.lower ?? '') &&
    tokens[from + 1]?.lower === 'to'
  );
}

const BARE_OBJECTS = words('a an one the exactly at many several multiple another each zero up');

/** "..., linked to one account", "optionally assigned to an agent": the verb "is" is left out. */
function matchParticiple(cursor: Cursor, predicate: Predicate): Predicate | null {
  const before = peek(cursor, -1);
  const isApart =
    ['out', 'up', 'over', 'off', 'after'].includes(peek(cursor, 1)) && peek(cursor, 2) === 'by';
  const isSecond = before === 'and' && (isApart || peek(cursor, 1) === 'by');
  if (cursor.at > 0 && !isSecond && ![',', ':', '-', '–', '—', ';'].includes(before)) return null;
  const optional = acceptAny(cursor, ['optionally', 'possibly', 'maybe']) !== null;
  if (before === ',' && optional === false && peek(cursor, -2) === ')') acceptAny(cursor, ['also']);
  const verb = peek(cursor);
  const isKnown =
    STRONG_BELONG.has(verb) ||
    isApart ||
    ['belonging', 'belongs', 'belong', 'referencing'].includes(verb) ||
    ((/ed$/.test(verb) || PARTICIPLES.has(verb)) &&
      (['a', 'an', 'one', 'exactly'].includes(peek(cursor, 2)) || before === ';'));
  const link = isApart ? 2 : 1;
  if (!isKnown || !PREPOSITIONS_BELONG.includes(peek(cursor, link))) return null;
  // "; attended by owners": the list is over, and who does it may be many.
  const isMany = before === ';' && peek(cursor, link) === 'by' && isPlural(peek(cursor, link + 1));
  if (!BARE_OBJECTS.has(peek(cursor, link + 1)) && !isMany) return null;
  cursor.at += link + 1;
  const many = isMany && MANY_TO_MANY_VERBS.has(verb.replace(/ed$/, ''));
  return { ...predicate, kind: 'belongs', optional, many, verb, to: cursor.at };
}

/** "are collected by couriers and put on tours": the verb "is" is told once for both. */
function matchSecond(
  cursor: Cursor,
  predicate: Predicate,
  previous: Predicate | undefined,
): Predicate | null {
  const isPassive = previous?.kind === 'belongs' && /(ed|t|n|d)$/.test(previous.verb);
  if (!isPassive || !/^(and|or)$/.test(peek(cursor, -1))) return null;
  acceptAny(cursor, ['then', 'later', 'also']);
  const verb = peek(cursor);
  const isParticiple = STRONG_BELONG.has(verb) || PARTICIPLES.has(verb) || /[a-z]{2}ed$/.test(verb);
  if (!isParticiple || !PREPOSITIONS_BELONG.includes(peek(cursor, 1)) || !startsNoun(cursor, 2))
    return null;
  cursor.at += 2;
  const optional = peek({ ...cursor, at: predicate.from }, -1) === 'or';
  // "stored in a depot or displayed in an exhibition": neither must be so.
  if (optional) previous.optional = true;
  const strong = STRONG_BELONG.has(verb) || BARE_OBJECTS.has(peek(cursor));
  const how = { strong, optional, verb, sharesSubject: true } as const;
  return { ...predicate, ...how, kind: 'belongs', to: cursor.at };
}

function finish(cursor: Cursor, predicate: Predicate, length: number): Predicate {
  return { ...predicate, to: cursor.at + length };
}

function readModals(cursor: Cursor, predicate: Predicate): void {
  for (let steps = 0; steps < 4; steps += 1) {
    const modal = acceptAny(cursor, MODAL_WORDS);
    if (modal !== null) {
      if (isHaveNext(cursor) || modal !== 'has to') predicate.modal = true;
      if (OPEN_MODAL.test(modal)) predicate.optional = true;
      if (modal === 'can' && peek(cursor) === 'have' && /^(one|only|up|a)$/.test(peek(cursor, 1)))
        predicate.optional = true;
      continue;
    }
    const adverb = acceptAny(cursor, ADVERBS);
    if (adverb === null) return;
    if (adverb === 'optionally') predicate.optional = true;
  }
}

function isHaveNext(cursor: Cursor): boolean {
  return HAVE.has(peek(cursor));
}

function isHave(cursor: Cursor, predicate: Predicate): boolean {
  const word = peek(cursor);
  if (!HAVE.has(word) || peek(cursor, 1) === 'to') return false;
  if (/^carr(y|ies)$/.test(word) && peek(cursor, 1) === 'out') return false;
  if (!AMBIGUOUS_HAVE.has(word) || predicate.modal) return true;
  if (['and', ','].includes(peek(cursor, -1)))
    return (
      (DETERMINERS.has(peek(cursor, 1)) || ['when', 'whether', 'who'].includes(peek(cursor, 1))) &&
      word !== 'record' &&
      word !== 'store'
    );
  return agrees(cursor, word) && startsNoun(cursor, 1);
}

/** "teachers record grades": people write down what is described, they do not have it. */
function isDoneByPeople(cursor: Cursor, { isThing }: Tagger): boolean {
  const subject = peek(cursor, -1);
  const isPeople = isPlural(subject) && isActorWord(singular(subject)) && cursor.at < 3;
  return isPeople && /^(record|store|capture)$/.test(peek(cursor)) && isThing(peek(cursor, 1));
}

/** "reservations are for a table and record the guest name": the subject goes on. */
function keepsOn(cursor: Cursor, previous: Predicate | undefined): boolean {
  return (
    ['record', 'store', 'records', 'stores'].includes(peek(cursor)) &&
    ['has', 'belongs'].includes(previous?.kind ?? '') &&
    ['and', ','].includes(peek(cursor, -1)) &&
    DETERMINERS.has(peek(cursor, 1))
  );
}

function matchHave(cursor: Cursor, predicate: Predicate): Predicate | null {
  cursor.at += 1;
  if (accept(cursor, 'a many-to-many') || accept(cursor, 'many-to-many')) {
    acceptAny(cursor, [
      'relationship with',
      'relation with',
      'relation to',
      'relationship to',
      'association with',
      'relationship',
      'relation',
      'with',
    ]);
    return { ...predicate, kind: 'many-to-many', to: cursor.at };
  }
  acceptAny(cursor, ['both', 'also', 'either', 'at minimum']);
  skipLabel(cursor);
  return { ...predicate, to: cursor.at };
}
