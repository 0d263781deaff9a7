import type { Blueprint, Field } from '@quantumlayer/contracts';
import { isMeasureUnit, isNumberOfMark, isUnitOfMark } from './accounted-numbers.ts';
import { TELLING_VERBS } from './lexicon/predicates.ts';
import { isGrammarWord } from './lexicon/understood.ts';
import { words } from './lexicon/words.ts';
import type { Draft, Mark } from './model/draft.ts';
import { correct } from './model/spelling.ts';
import { singular } from './text/nouns.ts';
import { subwords, type Token } from './text/tokens.ts';

/**
 * Tells whether what a phrase became accounts for a word of it; what nothing accounts for was not understood. A word of the
 * name of a value ("a start date") must turn up there even when the grammar knows it otherwise ("start", "date").
 */
export type Accounts = (token: Token, marks: readonly Mark[], isNaming: boolean) => boolean;

export function createAccounts(
  blueprint: Blueprint,
  { aliases, questions, assumptions }: Pick<Draft, 'aliases' | 'questions' | 'assumptions'>,
): Accounts {
  const fields = new Map<string, Field>();
  for (const entity of blueprint.entities)
    for (const field of entity.fields) fields.set(`${entity.name}.${field.name}`, field);
  const known = new Map<string, Set<string>>();
  const stemsOf = (mark: Mark): Set<string> => {
    const key = `${mark.path} ${mark.meaning}`;
    let stems = known.get(key);
    if (stems === undefined) {
      const names = [...aliases].filter(([, name]) => mark.path === name).map(([alias]) => alias);
      stems = new Set(stemsIn([key, describe(fields.get(mark.path)), ...names].join(' ')));
      known.set(key, stems);
    }
    return stems;
  };
  const remarks = [...questions, ...assumptions];
  const isUnitSaid = (word: string, marks: readonly Mark[]) =>
    marks.some(({ path }) => isUnitOfMark(word, fields.get(path)));
  return (token, marks, isNaming) => {
    if (token.kind === 'symbol') return true;
    if (token.kind === 'number')
      return marks.some((mark) => isNumberOfMark(token, mark, fields.get(mark.path), remarks));
    if (isLostDenial(token, marks)) return false;
    const isSaid = (word: string) => isAccounted(word, marks, { stemsOf, isUnitSaid, isNaming });
    return subwords(token).every(isSaid) || isSaid(token.lower);
  };
}

const DENIALS = words("cannot can't mustn't never nobody");

/** "You cannot delete orders" is more than that there are orders. */
function isLostDenial({ lower }: Token, marks: readonly Mark[]): boolean {
  return DENIALS.has(lower) && marks.every(({ path }) => !path.includes('.'));
}

type Known = {
  stemsOf: (mark: Mark) => Set<string>;
  isUnitSaid: (word: string, marks: readonly Mark[]) => boolean;
  isNaming: boolean;
};

function isAccounted(
  word: string,
  marks: readonly Mark[],
  { stemsOf, isUnitSaid, isNaming }: Known,
): boolean {
  if (isMeasureUnit(word) && !isNaming) {
    if (isUnitSaid(word, marks)) return true;
  } else if (word.length < 3 || (!isNaming && isGrammarWord(word))) return true;
  // "A permit shows the zone": what is told of a thing is what it has.
  if (TELLING_VERBS.has(word) && marks.some(({ path }) => path.includes('.'))) return true;
  const stem = stemOf(word);
  return marks.some((mark) => {
    const stems = stemsOf(mark);
    return stems.has(stem) || correct(stem, stems) !== null;
  });
}

function describe(field: Field | undefined): string {
  if (field === undefined) return '';
  const { type, description, values = [], mediaTypes = [] } = field;
  return [type, description, ...values, ...mediaTypes, field.default].filter(Boolean).join(' ');
}

function stemsIn(text: string): string[] {
  const pieces = text.match(/\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}]+|\p{Lu}+|\d+/gu) ?? [];
  const wholes = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...pieces, ...wholes].map((piece) => stemOf(piece.toLowerCase()));
}

/** "booking", "booked" and "books" are one word here. */
function stemOf(word: string): string {
  const base = singular(word.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, ''));
  return base.length > 5 ? base.replace(/(ing|ed|er|or|ment|ation|ly)$/, '') : base;
}
