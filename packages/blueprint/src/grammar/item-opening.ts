import { PLURAL_VALUES } from '../lexicon/fields.ts';
import { isPersonWord } from '../lexicon/people.ts';
import { isUnit } from '../lexicon/types.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { DETERMINERS, phrases, QUANTIFIERS } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import { accept, acceptAny, type Cursor, isDone, peek } from './cursor.ts';
import { isNounEnd } from './noun.ts';
import { readNumber } from './number-words.ts';
import { readQuality, readType } from './qualities.ts';
import type { Item, Qualities } from './statements.ts';

const MANY = phrases(`
  one or two | two or three | one to two | one to three | 1 or 2 | 1 - 2 | 2 or 3 | two or more | three or more | 2 or more | 3 or more | 1 or more | 1 or many | 0 or more | 0 or many | 1 . . n | 0 . . n | 1 . . * | 0 . . * | one or more | one or many | one or several | zero or more | zero or many | zero to many | one-to-many |
  zero , one or more | zero , one or many | at least one | at least two | more than one |
  any number of | a list of | list of | a set of | set of | a collection of | collection of |
  a series of | lots of | plenty of | a bunch of | bunch of | a handful of | a lot of | a couple of | a variety of | a few | many different |
  multiple | many | several | numerous | various
`);

const ONE = phrases(`
  exactly one | only one | one and only one | a single | just one | one | single
`);
/** One that need not be there. */
const AT_MOST_ONE = phrases(`
  zero or one | at most one | no more than one | not more than one | up to one | one or no | one or none | 0 or 1 |
  maximum one | max one
`);

type Opening = Pick<Item, 'quantity' | 'indefinite' | 'determiner'> & {
  isExact: boolean;
  isListed: boolean;
} & {
  qualities: Qualities;
};

export function readOpening(cursor: Cursor): Opening {
  const opening: Opening = {
    quantity: null,
    indefinite: false,
    determiner: null,
    isExact: false,
    isListed: false,
    qualities: {},
  };
  for (let steps = 0; steps < 12 && !isDone(cursor); steps += 1) {
    const from = cursor.at;
    const { quantity } = opening;
    if (readMany(cursor, opening) || acceptNumber(cursor)) opening.quantity = 'many';
    else if (readOne(cursor, opening)) opening.quantity = 'one';
    else if (QUANTIFIERS.has(peek(cursor))) {
      opening.quantity = 'many';
      cursor.at += 1;
    } else if (DETERMINERS.has(peek(cursor))) {
      if (['a', 'an', 'another', 'one'].includes(peek(cursor))) opening.indefinite = true;
      opening.determiner = peek(cursor);
      cursor.at += 1;
    } else if (!readOpeningWord(cursor, opening.qualities)) break;
    if (isNounEnd(cursor)) {
      cursor.at = from;
      opening.quantity = quantity;
      break;
    }
  }
  return opening;
}

/** "10 questions": as many as the number says. */
function acceptNumber(cursor: Cursor): boolean {
  const noun = peek(cursor, 1);
  const isThings =
    isPlural(noun) && !isUnit(noun) && !isValueWord(noun) && !PLURAL_VALUES.has(noun);
  const isCount =
    /^\d{1,5}$/.test(peek(cursor)) && !/^(number|with)$/.test(peek(cursor, -1)) && isThings;
  if (isCount) cursor.at += 1;
  return isCount;
}

/** "exactly two debaters", "up to 5 guests": a number of things. */
function acceptCount(cursor: Cursor): boolean {
  const from = cursor.at;
  const intro = acceptAny(cursor, [
    'exactly',
    'at least',
    'at most',
    'up to',
    'max .',
    'max',
    'maximum',
    'no more than',
    'a maximum of',
    'a minimum of',
    'maximum of',
    'minimum of',
  ]);
  const number = intro === null ? null : readNumber(cursor);
  const noun = peek(cursor);
  if (number !== null && number > 1 && isPlural(noun) && !isUnit(noun) && !isValueWord(noun))
    if (!/^(characters|chars|letters|digits|symbols|stars|points)$/.test(noun)) return true;
  cursor.at = from;
  return false;
}

function readMany(cursor: Cursor, opening: Opening): boolean {
  const many = acceptAny(cursor, MANY);
  if (many !== null && /^(a )?(list|set|collection|series) of$/.test(many)) opening.isListed = true;
  return many !== null || acceptCount(cursor);
}

function readOne(cursor: Cursor, opening: Opening): boolean {
  if (acceptAny(cursor, AT_MOST_ONE) !== null) {
    opening.isExact = true;
    opening.qualities.optional = true;
    return true;
  }
  const one = acceptAny(cursor, ONE);
  if (one === null) return false;
  // One technician is somebody; one colour is a value.
  opening.isExact = one.includes(' one') || (one === 'one' && isPersonWord(peek(cursor)));
  return true;
}

const RANGE_OPENERS = phrases(`
  in | of | number | over | under | from | range | min | max | minimum | maximum | default
`);

/** `optional`, `unique`, `positive integer` before the noun; a type word counts only when a noun follows. */
function readOpeningWord(cursor: Cursor, qualities: Qualities): boolean {
  if (acceptAny(cursor, ['possibly', 'perhaps', 'maybe', 'potentially', 'sometimes'])) {
    qualities.optional = true;
    return true;
  }
  if (acceptAny(cursor, ['globally', 'always', 'also', 'only', 'just', 'and'])) return true;
  if (RANGE_OPENERS.includes(peek(cursor))) return false;
  if (['flag', 'boolean'].includes(peek(cursor, 1))) return false;
  if (readQuality(cursor, qualities)) {
    accept(cursor, ',');
    return true;
  }
  const from = cursor.at;
  const typed: Qualities = {};
  if (
    ['integer', 'decimal', 'numeric', 'boolean', 'monetary', 'float'].includes(peek(cursor)) &&
    readType(cursor, typed) &&
    !isNounEnd(cursor)
  ) {
    Object.assign(qualities, typed);
    return true;
  }
  cursor.at = from;
  return false;
}
