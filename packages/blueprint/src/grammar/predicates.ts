import { HAVE, HAVE_PHRASES } from '../lexicon/predicates.ts';
import { BE, DETERMINERS, phrases, words } from '../lexicon/words.ts';
import type { Tagger } from '../text/tagger.ts';
import type { Token } from '../text/tokens.ts';
import { matchActive } from './active-verbs.ts';
import { BELONG_VERBS, isBelongVerb, matchBe } from './belonging-verbs.ts';
import { accept, acceptAny, type Cursor, closingIndex, isOpener, peek } from './cursor.ts';
import { skipLabel } from './item-parts.ts';
import type { Predicate } from './predicate.ts';
import { isTopicVerb, topicLength } from './topic-verbs.ts';
import { ADVERBS, agrees, startsNoun } from './verbs.ts';

const MODAL_WORDS = phrases(`
  must | should | shall | can | may | could | will | might | would | cannot | can't | has to | have to |
  needs to | wants to | want to | need to
`);

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
