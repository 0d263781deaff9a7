import type { Blueprint, Field } from '@quantumlayer/contracts';
import { isUnit } from './lexicon/types.ts';
import { isGrammarWord } from './lexicon/understood.ts';
import { words } from './lexicon/words.ts';
import type { Mark } from './model/draft.ts';
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
  aliases: ReadonlyMap<string, string>,
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
  return (token, marks, isNaming) =>
    token.kind !== 'word' ||
    (!isLostDenial(token, marks) &&
      (subwords(token).every((word) => isAccounted(word, marks, stemsOf, isNaming)) ||
        isAccounted(token.lower, marks, stemsOf, isNaming)));
}

const DENIALS = words("cannot can't mustn't never nobody");

/** "You cannot delete orders" is more than that there are orders. */
function isLostDenial({ lower }: Token, marks: readonly Mark[]): boolean {
  return DENIALS.has(lower) && marks.every(({ path }) => !path.includes('.'));
}

function isAccounted(
  word: string,
  marks: readonly Mark[],
  stemsOf: (mark: Mark) => Set<string>,
  isNaming: boolean,
): boolean {
  if (word.length < 3 || (!isNaming && (isGrammarWord(word) || isUnit(word)))) return true;
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
