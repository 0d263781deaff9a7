// @if refusingTexts
import { Refusal } from '../contract/refusal.ts';
// @end

// @if choosingTexts
/** What stands for a text that was not given. */
const orElse = (given: string, usual: string): string => (given === '' ? usual : given);
// @end

// @if slugTexts
/** Letters without their accents, and one separator for everything between them. */
function slug(text = '', given = '', longest = '', usual = '-', usualLength = '1000000'): string {
  const separator = orElse(given, usual);
  const trimmed = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', separator);
  const cut = trimmed.slice(0, Number(orElse(longest, usualLength)));
  return separator !== '' && cut.endsWith(separator) ? cut.slice(0, -separator.length) : cut;
}

// @end
// @if wordCounts
/** Words in lower case, by what the document has for one. */
function wordsIn(text: string, kind: string): string[] {
  const low = text.toLowerCase();
  if (kind === 'letters') return low.match(/[a-z]+/g) ?? [];
  if (kind === 'letters-and-digits') return low.match(/[a-z0-9]+/g) ?? [];
  return low.split(/\s+/).filter((word) => word !== '');
}

// @end
// @if topWords
/** The words that occur most often, those that occur equally often in alphabetical order. */
export function topWords(
  [word = 'word', count = 'count']: readonly string[],
  [text, kind, most, usual]: readonly unknown[],
): Record<string, unknown>[] {
  const times = new Map<string, number>();
  for (const each of wordsIn(String(text), String(kind))) times.set(each, (times.get(each) ?? 0) + 1);
  return [...times]
    .toSorted(([one, often], [other, oftener]) => oftener - often || (one < other ? -1 : 1))
    .slice(0, Number(orElse(String(most), String(usual))))
    .map(([name, number]) => ({ [word]: name, [count]: number }));
}

// @end
// @if romans
const NUMERALS: readonly (readonly [string, number])[] = [
  ...([['M', 1000], ['CM', 900], ['D', 500], ['CD', 400], ['C', 100], ['XC', 90]] as const),
  ...([['L', 50], ['XL', 40], ['X', 10], ['IX', 9], ['V', 5], ['IV', 4], ['I', 1]] as const),
];
const LARGEST_ROMAN = 3_999;

function numeralOf(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > LARGEST_ROMAN)
    throw new Refusal('invalid', 'There is no Roman numeral of this.');
  let [left, text] = [number, ''];
  for (const [numeral, value] of NUMERALS)
    for (; left >= value; left -= value) text += numeral;
  return text;
}

/** What is no usual form of a number is no numeral. */
function numberOf(numeral: string): number {
  let [rest, number] = [numeral, 0];
  for (const [part, value] of NUMERALS)
    for (; rest.startsWith(part); rest = rest.slice(part.length)) number += value;
  if (rest !== '' || number === 0 || number > LARGEST_ROMAN || numeralOf(number) !== numeral)
    throw new Refusal('invalid', 'This is no Roman numeral.');
  return number;
}

/** One of the two is given. */
function romanNumber(number = '', roman = ''): number {
  if ((number === '') === (roman === '')) throw new Refusal('invalid', 'Give one of the two.');
  return roman === '' ? numberOf(numeralOf(Number(number))) : numberOf(roman);
}

// @end
export const TEXT_FUNCTIONS = {
  // @if slugTexts
  slug,
  'slug-or-nothing': (...given: string[]) => {
    const made = slug(...given);
    if (made === '') throw new Refusal('invalid', 'Nothing is left of this text.');
    return made;
  },
  // @end
  // @if wordCounts
  'words-said': (text = '', kind = '') => wordsIn(text, kind).length,
  'distinct-words': (text = '', kind = '') => new Set(wordsIn(text, kind)).size,
  // @end
  sentences: (text = '') => text.split(/[.!?]+/).filter((part) => part.trim() !== '').length,
  vowels: (text = '') => text.match(/[aeiou]/gi)?.length ?? 0,
  letters: (text = '') => text.match(/\p{L}/gu)?.length ?? 0,
  'characters-without-spaces': (text = '') => [...text.replaceAll(/\s/g, '')].length,
  // @if palindromes
  palindrome: (text = '') => {
    const letters = [...text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')];
    return letters.join('') === letters.toReversed().join('');
  },
  // @end
  // @if romans
  'roman-number': romanNumber,
  'roman-numeral': (number = '', roman = '') => numeralOf(romanNumber(number, roman)),
  // @end
};
