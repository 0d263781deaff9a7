import type { Field, Remark } from '@quantumlayer/contracts';
import { isUnit } from './lexicon/types.ts';
import { words } from './lexicon/words.ts';
import type { Mark } from './model/draft.ts';
import type { Token } from './text/tokens.ts';

/** What the length of a text is counted in. */
const CHARACTERS = words('letter letters digit digits character characters char chars symbols');
const MEASURED = words('integer decimal money percentage duration rating');
/** Short words that mean more than a unit: "n:m", "T-shirt size S, M, L". */
const AMBIGUOUS = words('m l g s day');

/** A word that says in what something is measured, and nothing by itself. */
export function isMeasureUnit(word: string): boolean {
  return CHARACTERS.has(word) || (isUnit(word) && !AMBIGUOUS.has(word));
}

/** "2-5 uppercase letters": a unit counts as understood only where something measured or bounded was made of it. */
export function isUnitOfMark(word: string, field: Field | undefined): boolean {
  if (field === undefined) return false;
  const { type, description, minLength, maxLength } = field;
  if (CHARACTERS.has(word)) return minLength !== undefined || maxLength !== undefined;
  return MEASURED.has(type) || description !== undefined || field.maxBytes !== undefined;
}

/** The number turns up in what its phrase became: as a bound, a length, a default, a value, or in the words of a rule or of a remark on it. */
export function isNumberOfMark(
  { text }: Token,
  mark: Mark,
  field: Field | undefined,
  remarks: readonly Remark[],
): boolean {
  const number = Number.parseFloat(text.replace(/,(?=\d{3})/g, '').replace(',', '.'));
  if (Number.isNaN(number)) return true;
  const { min, max, minLength, maxLength, default: start, values = [] } = field ?? {};
  const bounds: readonly unknown[] = [min, max, minLength, maxLength, start];
  const isSize = field?.maxBytes !== undefined && field.maxBytes % number === 0;
  // "more than 0" bounds a whole number by 1 and an amount by 0.01.
  const isBound = bounds.some(
    (each) => typeof each === 'number' && [0, 0.01, 1].includes(distance(each, number)),
  );
  // A rating starts at 1, and ends at 5 where nothing else is said; "1 or more" and "1-n" tell how a thing is related.
  const isScale = field?.type === 'rating' && (number === 1 || (max === undefined && number === 5));
  const isRelated = field === undefined && mark.path.includes('.') && number <= 1;
  const told = remarks.filter(({ path }) => path === mark.path).map((remark) => remark.text);
  const said = [mark.path, mark.meaning, start, field?.description, ...values, ...told].join(' ');
  const digits = /\d+/.exec(text)?.[0] ?? text;
  return (
    isBound ||
    isSize ||
    isScale ||
    isRelated ||
    (said.match(/\d+/g) ?? []).some((each) => each === digits)
  );
}

function distance(left: number, right: number): number {
  return Math.round(Math.abs(left - right) * 100) / 100;
}
