import {
  HAVE,
  HAVE_PHRASES,
  MANY_TO_MANY_VERBS,
  ONE_TO_MANY_VERBS,
  PARTICIPLES,
  STRONG_BELONG,
  TRACK_VERBS,
} from '../lexicon/predicates.ts';
import { BE, DETERMINERS, QUANTIFIERS } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import type { Tagger } from '../text/tagger.ts';
import type { Token } from '../text/tokens.ts';
import { accept, acceptAny, type Cursor, closingIndex, isOpener, peek, tokenAt } from './cursor.ts';
import { skipLabel } from './items.ts';

/** The verb of a clause: tokens `from` (included) to `to` (excluded). */
export type Predicate = {
  kind: 'has' | 'belongs' | 'be' | 'acts' | 'topic' | 'many-to-many';
  from: number;
  to: number;
  optional: boolean;
  modal: boolean;
  strong: boolean;
  many: boolean;
  verb: string;
  /** "grows in", "signs up for". */
  preposition: boolean;
};

const MODAL_WORDS = [
  'must',
  'should',
  'shall',
  'can',
  'may',
  'could',
  'will',
  'might',
  'would',
  'cannot',
  "can't",
  'has to',
  'have to',
  'needs to',
  'need to',
];
const ADVERBS = [
  'also',
  'only',
  'always',
  'usually',
  'typically',
  'each',
  'all',
  'optionally',
  'then',
  'either',
  'both',
  'currently',
  'just',
  'further',
];
const BELONG_VERBS = [
  'belongs to',
  'belong to',
  'refers to',
  'refer to',
  'references',
  'reference',
  'points to',
  'point to',
  'reports to',
  'report to',
  'relates to',
  'relate to',
  'links to',
  'link to',
  'lives in',
  'live in',
  'comes from',
  'come from',
  'works in',
  'work in',
  'works for',
  'work for',
  'works at',
  'work at',
  'plays for',
  'play for',
  'takes place in',
  'takes place at',
  'take place in',
  'take place at',
  'happens in',
  'happens at',
  'falls under',
  'goes to',
  'sits in',
  'stands in',
  'lies in',
  'depends on',
  'is part of',
  'are part of',
  'is a part of',
  'is a member of',
  'are members of',
  'is child of',
  'is a child of',
  'replies to',
  'applies to',
  'apply to',
  'concerns',
  'attaches to',
  'connects to',
];
const PREPOSITIONS_BELONG = [
  'by',
  'to',
  'in',
  'at',
  'for',
  'with',
  'on',
  'from',
  'under',
  'of',
  'into',
  'within',
  'inside',
];
const SUBJECTLESS = new Set([
  'we',
  'i',
  'you',
  'to',
  'that',
  'which',
  'can',
  'and',
  ',',
  'or',
  'should',
  'must',
  'for',
  'lets',
  'let',
  'us',
  'users',
  'user',
  'me',
  'app',
  'application',
  'api',
  'system',
  'tool',
  'platform',
  'service',
  'it',
  'please',
  'will',
  'by',
  'database',
  'backend',
  'of',
  'them',
  'people',
  'staff',
  'also',
  'could',
  'would',
  'then',
  'software',
  'program',
  'website',
  'portal',
  'where',
  'about',
  'in',
  'only',
]);

const RELATIVE = new Set(['which', 'that', 'who']);

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
      tokens[index]?.lower === 'whether' ||
      (tokens[index]?.lower === 'when' && ['it', 'they'].includes(tokens[index + 1]?.lower ?? ''))
    ) {
      while (index < tokens.length && ![',', 'and', ';'].includes(tokens[index]?.lower ?? ''))
        index += 1;
      continue;
    }
    const predicate = matchPredicate(
      { tokens, at: index, end: tokens.length },
      tagger,
      found.at(-1),
    );
    if (predicate === null) index += 1;
    else if (
      index > 1 &&
      RELATIVE.has(tokens[index - 1]?.lower ?? '') &&
      predicate.kind !== 'topic'
    ) {
      index = predicate.to + (predicate.kind === 'be' ? 1 : 0);
    } else {
      found.push(predicate);
      index = predicate.to + (predicate.kind === 'be' ? 1 : 0);
      if (index <= predicate.from) index = predicate.from + 1;
    }
  }
  return found;
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
  if (isTopicVerb(cursor, previous))
    return finish(cursor, { ...predicate, kind: 'topic' }, topicLength(cursor));
  readModals(cursor, predicate);
  const start = cursor.at;
  if (acceptAny(cursor, HAVE_PHRASES) !== null) return { ...predicate, to: cursor.at };
  if (isBelongVerb(cursor) && acceptAny(cursor, BELONG_VERBS) !== null)
    return { ...predicate, kind: 'belongs', verb: 'belongs', to: cursor.at };
  if (
    !['and', ',', 'but'].includes(peek(cursor, -1)) &&
    acceptAny(cursor, ['defaults to', 'default to']) !== null
  )
    return { ...predicate, kind: 'be', to: start };
  if (BE.has(peek(cursor))) return matchBe(cursor, predicate, tagger);
  if (predicate.modal && peek(cursor) === 'be') return matchBe(cursor, predicate, tagger);
  if (isHave(cursor, predicate)) return matchHave(cursor, predicate);
  return matchActive(cursor, predicate, tagger);
}

/** `reference` alone is more often a noun. */
function isBelongVerb(cursor: Cursor): boolean {
  return (
    !['reference', 'references', 'concerns'].includes(peek(cursor)) ||
    (agrees(cursor, peek(cursor)) && startsNoun(cursor, 1) && !DETERMINERS.has(peek(cursor, -1)))
  );
}

function finish(cursor: Cursor, predicate: Predicate, length: number): Predicate {
  return { ...predicate, to: cursor.at + length };
}

function readModals(cursor: Cursor, predicate: Predicate): void {
  for (let steps = 0; steps < 4; steps += 1) {
    const modal = acceptAny(cursor, MODAL_WORDS);
    if (modal !== null) {
      if (isHaveNext(cursor) || modal !== 'has to') predicate.modal = true;
      if (modal === 'may' || modal === 'might') predicate.optional = true;
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

const AMBIGUOUS_HAVE = new Set([
  'record',
  'records',
  'store',
  'stores',
  'hold',
  'holds',
  'need',
  'needs',
  'require',
  'requires',
  'carry',
  'carries',
  'capture',
  'captures',
  'having',
  'containing',
]);

function isHave(cursor: Cursor, predicate: Predicate): boolean {
  const word = peek(cursor);
  if (!HAVE.has(word) || peek(cursor, 1) === 'to') return false;
  if (!AMBIGUOUS_HAVE.has(word) || predicate.modal) return true;
  if (['and', ','].includes(peek(cursor, -1)))
    return DETERMINERS.has(peek(cursor, 1)) && word !== 'record' && word !== 'store';
  return agrees(cursor, word) && startsNoun(cursor, 1);
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

function matchBe(cursor: Cursor, predicate: Predicate, tagger: Tagger): Predicate | null {
  const be = cursor.at;
  cursor.at += 1;
  if (peek(cursor, -1) !== 'be') accept(cursor, 'be');
  if (peek(cursor) === 'many-to-many' || peek(cursor, 1) === 'many-to-many') {
    cursor.at += peek(cursor) === 'many-to-many' ? 1 : 2;
    acceptAny(cursor, ['relationship', 'relation', 'related']);
    acceptAny(cursor, ['with', 'to']);
    return { ...predicate, kind: 'many-to-many', to: cursor.at };
  }
  cursor.at = be + 1;
  if (peek(cursor, -1) !== 'be') accept(cursor, 'be');
  for (let steps = 0; steps < 2; steps += 1) {
    const adverb = acceptAny(cursor, [...ADVERBS, 'related']);
    if (adverb === 'optionally') predicate.optional = true;
  }
  const participle = tokenAt(cursor);
  const word = participle?.lower ?? '';
  if (
    participle !== undefined &&
    isParticiple(word, participle.start, tagger) &&
    PREPOSITIONS_BELONG.includes(peek(cursor, 1))
  ) {
    const strong = STRONG_BELONG.has(word) || MANY_TO_MANY_VERBS.has(word);
    cursor.at += 2;
    return {
      ...predicate,
      kind: 'belongs',
      strong,
      verb: word,
      many: MANY_TO_MANY_VERBS.has(word),
      to: cursor.at,
    };
  }
  const preposition = acceptAny(cursor, [
    'part of',
    'in',
    'for',
    'from',
    'under',
    'at',
    'on',
    'by',
    'inside',
  ]);
  if (
    preposition !== null &&
    ['a', 'an', 'one', 'exactly', 'the', 'many', 'multiple', 'several'].includes(peek(cursor))
  )
    return {
      ...predicate,
      kind: 'belongs',
      strong: ['a', 'an', 'one', 'exactly'].includes(peek(cursor)),
      verb: 'is',
      to: cursor.at,
    };
  return { ...predicate, kind: 'be', to: be };
}

function isParticiple(word: string, start: number, tagger: Tagger): boolean {
  return (
    PARTICIPLES.has(word) ||
    STRONG_BELONG.has(word) ||
    (word.endsWith('ed') && word.length > 3) ||
    tagger.isParticiple(start)
  );
}

/** "we need to track", "for managing", "that stores": what follows are the things the app is about. */
function isTopicVerb(cursor: Cursor, previous: Predicate | undefined): boolean {
  const word = peek(cursor);
  const before = peek(cursor, -1);
  const isStart = cursor.at === 0;
  if (
    ['need', 'want', 'like', 'wants', 'needs'].includes(word) &&
    ['i', 'we', 'would', 'you', "i'd", "we'd", 'company', 'team'].includes(before)
  )
    return peek(cursor, 1) !== 'to' && startsNoun(cursor, 1);
  if (['have', 'has', 'had'].includes(word) && ['i', 'we', 'there'].includes(before))
    return peek(cursor, 1) !== 'to';
  if (['is', 'are'].includes(word) && before === 'there') return true;
  if (!TRACK_VERBS.has(word)) return false;
  if (isStart) return isImperative(cursor, word);
  if (
    !SUBJECTLESS.has(before) ||
    !(
      startsNoun(cursor, 1) ||
      peek(cursor, 1) === ',' ||
      peek(cursor, 1) === 'and' ||
      peek(cursor, 1) === 'track' ||
      peek(cursor, 1) === ':'
    )
  )
    return false;
  if (['and', ',', 'or'].includes(before))
    return previous?.kind === 'topic' && previous.to >= cursor.at - 2 && !isPlural(word);
  if (before === 'of' || before === 'in' || before === 'about') return word.endsWith('ing');
  return before === 'for' || before === 'by' ? word.endsWith('ing') : true;
}

function isImperative(cursor: Cursor, word: string): boolean {
  if (
    word === 'document' ||
    word === 'model' ||
    word.endsWith('s') ||
    word === 'store' ||
    word === 'record' ||
    word === 'list' ||
    word === 'log'
  )
    return (
      ['a', 'an', 'the', 'our', 'my', 'all'].includes(peek(cursor, 1)) ||
      (startsNoun(cursor, 1) && isPlural(peek(cursor, 1)))
    );
  return (
    startsNoun(cursor, 1) ||
    peek(cursor, 1) === 'track' ||
    peek(cursor, 1) === ',' ||
    peek(cursor, 1) === 'and'
  );
}

function topicLength(cursor: Cursor): number {
  const probe = { tokens: cursor.tokens, at: cursor.at + 1, end: cursor.end };
  for (let steps = 0; steps < 8; steps += 1) {
    if (
      acceptAny(probe, [
        'track of',
        'track',
        'records of',
        'a record of',
        'a list of',
        'lists of',
        'information about',
        'information on',
        'data about',
        'data on',
        'details of',
        'details about',
        'details for',
        'info about',
        'info on',
        'the details of',
        'the following',
        ':',
        'basic',
      ]) !== null
    )
      continue;
    const save = probe.at;
    acceptAny(probe, [', and', 'and', ',', 'or', '/']);
    if (
      probe.at > save &&
      TRACK_VERBS.has(peek(probe)) &&
      !isPlural(peek(probe)) &&
      startsNounOrVerb(probe)
    )
      probe.at += 1;
    else if (
      probe.at > save &&
      ['edit', 'update', 'delete', 'remove', 'search', 'filter', 'view'].includes(peek(probe))
    )
      probe.at += 1;
    else {
      probe.at = save;
      break;
    }
  }
  return probe.at - cursor.at;
}

function startsNounOrVerb(cursor: Cursor): boolean {
  const next = peek(cursor, 1);
  return startsNoun(cursor, 1) || next === ',' || next === 'and';
}

function startsNoun(cursor: Cursor, ahead: number): boolean {
  const token = tokenAt(cursor, ahead);
  if (token === undefined || token.kind === 'symbol') return false;
  return (
    !BE.has(token.lower) &&
    !['of', 'to', 'by', 'in', 'on', 'with', 'and', 'or', 'has', 'have', 'for', 'from'].includes(
      token.lower,
    )
  );
}

/** "customers place orders", "a customer places orders": the form of the verb fits the noun before it. */
function agrees(cursor: Cursor, word: string): boolean {
  const before = tokenAt(cursor, -1);
  if (before === undefined || before.kind !== 'word') return false;
  const isThirdPerson = word.endsWith('s');
  if (isPlural(before.lower)) return !isThirdPerson;
  if (['it', 'he', 'she'].includes(before.lower)) return isThirdPerson;
  if (['they', 'you'].includes(before.lower)) return !isThirdPerson;
  const isSubject =
    DETERMINERS.has(peek(cursor, -2)) ||
    DETERMINERS.has(peek(cursor, -3)) ||
    cursor.at === 1 ||
    ['one', 'each', 'every'].includes(peek(cursor, -2));
  return isThirdPerson && isSubject && !DETERMINERS.has(before.lower);
}

const LINKING = new Set([
  'links',
  'connects',
  'joins',
  'associates',
  'relates',
  'ties',
  'pairs',
  'links',
  'assigns',
  'link',
  'connect',
  'join',
  'associate',
  'relate',
  'tie',
  'pair',
  'assign',
  'involves',
  'involve',
  'maps',
  'map',
  'binds',
  'bind',
]);

function matchActive(cursor: Cursor, predicate: Predicate, tagger: Tagger): Predicate | null {
  const token = tokenAt(cursor);
  if (token === undefined || token.kind !== 'word' || cursor.at === 0) return null;
  const base = baseForm(token.lower);
  const isKnown = ONE_TO_MANY_VERBS.has(base) || MANY_TO_MANY_VERBS.has(base) || LINKING.has(base);
  const continues =
    isKnown &&
    ['and', ','].includes(peek(cursor, -1)) &&
    (QUANTIFIERS.has(peek(cursor, 1)) ||
      ['a', 'an', 'one', 'their'].includes(peek(cursor, 1)) ||
      (isPlural(peek(cursor, 1)) && !isPlural(token.lower)));
  if (!predicate.modal && !continues && !agrees(cursor, token.lower)) return null;
  if (!predicate.modal && !isKnown && !tagger.isVerb(token.start)) return null;
  if (!predicate.modal && !isActiveObject(cursor)) return null;
  cursor.at += 1;
  if (LINKING.has(token.lower) && !predicate.modal)
    return { ...predicate, kind: 'belongs', verb: 'links', to: cursor.at };
  if (!isKnown && !predicate.modal && PREPOSITIONS_BELONG.includes(peek(cursor)))
    return { ...predicate, kind: 'belongs', strong: false, verb: base, to: cursor.at + 1 };
  skipVerbs(cursor);
  const preposition =
    acceptAny(cursor, ['up for', 'in', 'to', 'for', 'on', 'at', 'with', 'about']) !== null;
  return { ...predicate, preposition, kind: 'acts', verb: base, to: cursor.at };
}

function isActiveObject(cursor: Cursor): boolean {
  const next = tokenAt(cursor, 1);
  if (next === undefined || next.kind === 'symbol') return false;
  if (['in', 'to', 'for', 'on', 'at', 'up'].includes(next.lower)) return true;
  return (
    ['one', 'exactly', 'only'].includes(next.lower) ||
    DETERMINERS.has(next.lower) ||
    QUANTIFIERS.has(next.lower) ||
    isPlural(next.lower) ||
    isPlural(peek(cursor, 2))
  );
}

/** "create, edit and delete": one predicate. */
function skipVerbs(cursor: Cursor): void {
  for (let steps = 0; steps < 6; steps += 1) {
    const save = cursor.at;
    if (acceptAny(cursor, [', and', 'and', ',', 'or', '/']) === null) return;
    const word = peek(cursor);
    if (!CRUD.has(word)) {
      cursor.at = save;
      return;
    }
    cursor.at += 1;
  }
}

export const CRUD = new Set([
  'create',
  'add',
  'edit',
  'update',
  'delete',
  'remove',
  'view',
  'see',
  'list',
  'search',
  'filter',
  'read',
  'browse',
  'find',
  'sort',
  'change',
  'modify',
  'manage',
  'get',
  'show',
  'look',
  'store',
  'save',
  'track',
  'keep',
  'record',
  'archive',
  'enter',
  'register',
  'define',
  'maintain',
]);

function baseForm(verb: string): string {
  if (verb.endsWith('ies')) return `${verb.slice(0, -3)}y`;
  if (/(ch|sh|ss|x|o)es$/.test(verb)) return verb.slice(0, -2);
  return verb.endsWith('s') && !verb.endsWith('ss') ? verb.slice(0, -1) : verb;
}
