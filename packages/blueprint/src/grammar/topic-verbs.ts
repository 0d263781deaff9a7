import { STRONG_BELONG, TRACK_VERBS } from '../lexicon/predicates.ts';
import { BE, phrases, words } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import { acceptAny, type Cursor, peek } from './cursor.ts';
import type { Predicate } from './predicate.ts';
import { startsNoun } from './verbs.ts';

const SUBJECTLESS = words(`
  we i you to that which can and , or should must for lets let us users user me app application api
  system tool platform service it please will by database backend of them people staff also could
  would then software program website portal where about in only
`);

/** "we need to track", "for managing", "that stores": what follows are the things the app is about. */
export function isTopicVerb(cursor: Cursor, previous: Predicate | undefined): boolean {
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
  // "and we note whether they have paid".
  const isAsked = /^(whether|if)$/.test(peek(cursor, 1)) && /^(we|i|to|you)$/.test(before);
  if (isAsked && /^(note|know|see|log|track|record|remember|store|check)$/.test(word)) return true;
  if (word === 'look' && peek(cursor, 1) === 'after' && ['we', 'i'].includes(before)) return true;
  if (!TRACK_VERBS.has(word) || isUsedAsNoun(cursor)) return false;
  if (isStart) return isImperative(cursor, word);
  if (
    !SUBJECTLESS.has(before) ||
    !(
      startsNoun(cursor, 1) ||
      peek(cursor, 1) === ',' ||
      peek(cursor, 1) === 'and' ||
      peek(cursor, 1) === 'track' ||
      /^(whether|if)$/.test(peek(cursor, 1)) ||
      peek(cursor, 1) === ':'
    )
  )
    return false;
  if (['and', ',', 'or'].includes(before))
    return (
      previous?.kind === 'topic' &&
      previous.to >= cursor.at - 2 &&
      !isPlural(word) &&
      !(before === ',' && word === 'model')
    );
  if (before === 'of' || before === 'in' || before === 'about') return word.endsWith('ing');
  return before === 'for' || before === 'by' ? word.endsWith('ing') : true;
}

/** "post belongs to user", "comment belongs to post": the word is a thing, no verb. */
function isUsedAsNoun(cursor: Cursor): boolean {
  const after = peek(cursor, 1);
  if (
    BE.has(after) ||
    ['belongs', 'belong', 'has', 'have', 'must', 'can', 'should', 'may'].includes(after)
  )
    return true;
  const target = peek(cursor, -1) === 'to' ? peek(cursor, -2) : '';
  return (
    /^(belongs?|refers?|points?|reports?|links?|relates?|connects?)$/.test(target) ||
    STRONG_BELONG.has(target)
  );
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
      (['record', 'store', 'log'].includes(word) &&
        startsNoun(cursor, 1) &&
        peek(cursor, 2) === ',') ||
      (startsNoun(cursor, 1) && isPlural(peek(cursor, 1))) ||
      (word !== 'document' && word !== 'model' && isCompoundNext(cursor))
    );
  return (
    startsNoun(cursor, 1) ||
    peek(cursor, 1) === 'track' ||
    peek(cursor, 1) === ',' ||
    peek(cursor, 1) === 'and'
  );
}

/** "record stock movements with a type": the things come right after the verb, in the plural and with their fields. */
function isCompoundNext(cursor: Cursor): boolean {
  if (!startsNoun(cursor, 1)) return false;
  return [2, 3].some(
    (last) =>
      isPlural(peek(cursor, last)) && ['with', 'having', 'for'].includes(peek(cursor, last + 1)),
  );
}

const TOPIC_LEADS = phrases(`
  track of | track | after | records of | a record of | a list of | lists of | information about |
  information on | data about | data on | details of | details about | details for | info about |
  info on | the details of | the following | : | basic
`);

export function topicLength(cursor: Cursor): number {
  const probe = { tokens: cursor.tokens, at: cursor.at + 1, end: cursor.end };
  for (let steps = 0; steps < 8; steps += 1) {
    if (acceptAny(probe, TOPIC_LEADS) !== null) continue;
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
