import type { FieldType } from '@quantumlayer/contracts';
import { BE, MODALS, PREPOSITIONS } from '../lexicon/words.ts';
import { type Cursor, endOffset, peek, tokenAt } from './cursor.ts';
import { type Item, itemOf } from './statements.ts';

const SUBJECT = /^(it|they|he|she|we|i|you|this|that)$/;
const BORDER = /^([,;.)(]|and|or|but|)$/;

type Answer = { words: string[]; type?: FieldType };

/** "what it cost", "where it stands", "who packed it": the value that the question asks for. */
export function readWhClause(cursor: Cursor): Item | null {
  const asker = peek(cursor);
  if (!/^(what|where|who|why)$/.test(asker)) return null;
  const words = clauseWords(cursor);
  const answer = words.length === 0 ? null : answerOf(asker, words);
  if (answer === null) return null;
  const start = tokenAt(cursor)?.start ?? 0;
  cursor.at += words.length + 1;
  const noun = { words: answer.words, plural: false, start, end: endOffset(cursor) };
  const qualities = answer.type === undefined ? {} : { type: answer.type };
  return { ...itemOf(noun), indefinite: false, qualities };
}

const MAX_WORDS = 6;

/** What stands between the question word and the next sign. */
function clauseWords(cursor: Cursor): string[] {
  const words: string[] = [];
  for (let ahead = 1; ahead <= MAX_WORDS; ahead += 1) {
    const word = peek(cursor, ahead);
    if (BORDER.test(word)) return words;
    words.push(word);
  }
  return [];
}

function answerOf(asker: string, words: readonly string[]): Answer | null {
  const [first = ''] = words;
  const verbs = words.filter((word) => !SUBJECT.test(word) && !BE.has(word) && !MODALS.has(word));
  const [verb = '', next = ''] = verbs;
  if (first === 'to') return null;
  if (asker === 'why') return { words: ['reason'] };
  if (asker === 'where')
    return SUBJECT.test(first) || first === 'the' ? { words: ['location'] } : null;
  if (asker === 'who') return whoOf(words);
  if (/^(cost|costs)$/.test(verb)) return { words: ['cost'], type: 'money' };
  if (/^(paid|pay|pays)$/.test(verb)) return { words: ['amount', 'paid'], type: 'money' };
  if (/^(wrong|broken|missing)$/.test(verb)) return { words: ['problem'], type: 'text' };
  if (/^(in|inside)$/.test(verb) || /^(contains?|holds?)$/.test(verb))
    return { words: ['contents'] };
  if (/^(done|found|said|written|discussed|needed|bought|used|worked|happened)$/.test(verb))
    return { words: ['description'], type: 'text' };
  if (verb === 'for') return { words: ['purpose'] };
  if (verb === '' || PREPOSITIONS.has(verb)) return { words: ['description'] };
  return next === '' || PREPOSITIONS.has(next) ? { words: ['what', ...words] } : null;
}

/** "who did it", "who found the animal": done by, found by. */
function whoOf(words: readonly string[]): Answer | null {
  const [verb = '', object = '', more] = words;
  if (BE.has(verb) || MODALS.has(verb) || !/(ed|d|t|w|e|k|n|g)$/.test(verb)) return null;
  const isWhole = object === '' || (/^(it|him|her|them|this)$/.test(object) && more === undefined);
  return isWhole ? { words: [DONE.get(verb) ?? verb, 'by'] } : null;
}

const DONE: ReadonlyMap<string, string> = new Map([
  ['did', 'done'],
  ['took', 'taken'],
  ['wrote', 'written'],
  ['gave', 'given'],
  ['drove', 'driven'],
]);
