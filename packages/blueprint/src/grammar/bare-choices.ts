import { ENUM_NOUNS } from '../lexicon/fields.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { BE, DETERMINERS, MODALS, PREPOSITIONS, RELATIVES } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import { type Cursor, endOffset, tokenAt } from './cursor.ts';
import { type Item, itemOf } from './statements.ts';

const MAX_WORDS = 8;
const BORDER = /^([,;)]|)$/;

/** "gearbox manual or automatic", "level beginner intermediate or advanced", "home or away": a choice that nothing introduces. */
export function readBareChoice(cursor: Cursor): Item | null {
  const words = plainWords(cursor);
  const or = words.indexOf('or');
  if (or < 1 || or === words.length - 1 || words.lastIndexOf('or') !== or) return null;
  if (!isListPlace(cursor)) return null;
  const [first = ''] = words;
  if (words[or - 1] === 'yes' && words[or + 1] === 'no')
    return readYesNo(cursor, words.slice(0, or - 1), words.length);
  const last = words.slice(or + 1).join(' ');
  if (words.length === 3 && [first, last].every((word) => STATE.test(word)))
    return takeStatus(cursor, [first, last]);
  const isNamed = or > 1;
  const isScale = ENUM_NOUNS.has(first);
  const name = isNamed
    ? isScale
      ? [first]
      : words.slice(0, or - 1)
    : [first, 'or', ...words.slice(or + 1)];
  const before = isNamed ? (isScale ? words.slice(1, or) : words.slice(or - 1, or)) : [first];
  const values = [...before, last];
  if (values.some((value) => !mayBeValue(value)) || (!isNamed && name.length > 3)) return null;
  const start = tokenAt(cursor)?.start ?? 0;
  cursor.at += words.length;
  const item = itemOf({ words: name, plural: false, start, end: endOffset(cursor) });
  return { ...item, indefinite: false, qualities: { values } };
}

const STATE = /^(draft|open|new|done|active|inactive|live|hidden|closed|[a-z]+ed)$/;

/** "published or draft": states that nothing names are a status. */
function takeStatus(cursor: Cursor, values: string[]): Item {
  const start = tokenAt(cursor)?.start ?? 0;
  cursor.at += 3;
  const item = itemOf({ words: ['status'], plural: false, start, end: endOffset(cursor) });
  return { ...item, indefinite: false, qualities: { values } };
}

/** "clean yes or no": true of some and not of others. */
function readYesNo(cursor: Cursor, name: string[], length: number): Item | null {
  if (name.length === 0) return null;
  const start = tokenAt(cursor)?.start ?? 0;
  cursor.at += length;
  const item = itemOf({ words: name, plural: false, start, end: endOffset(cursor) });
  return { ...item, indefinite: false, qualities: { type: 'boolean' } };
}

/** The words up to the next sign, when all of them may be names. */
function plainWords(cursor: Cursor): string[] {
  const words: string[] = [];
  for (let at = cursor.at; at < cursor.end && words.length <= MAX_WORDS; at += 1) {
    const token = cursor.tokens[at];
    if (token === undefined || BORDER.test(token.text)) break;
    const { kind, lower, possessive } = token;
    const isSmall = DETERMINERS.has(lower) || PREPOSITIONS.has(lower) || RELATIVES.has(lower);
    const isVerb =
      BE.has(lower) ||
      MODALS.has(lower) ||
      /^(and|has|have|if|whether|how|not|either)$/.test(lower);
    if (kind !== 'word' || possessive || isSmall || isVerb) return [];
    words.push(lower);
  }
  return words.length > MAX_WORDS ? [] : words;
}

/** Between the signs of a list. */
function isListPlace({ tokens, at }: Cursor): boolean {
  return /^[,:(=]$/.test(tokens[at - 1]?.text ?? '');
}

/** No name of another value, and not several of something. */
function mayBeValue(value: string): boolean {
  const word = value.split(' ').at(-1) ?? '';
  return !isValueWord(word) && !isPlural(word) && word.length > 2;
}
