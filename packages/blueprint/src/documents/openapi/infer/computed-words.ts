import type { ComputedFunction } from '@quantumlayer/contracts';

const CODES: readonly (readonly [RegExp, 'base64' | 'hex' | 'url'])[] = [
  [/\bbase[- ]?64\b/, 'base64'],
  [/\bhex(adecimal)?\b/, 'hex'],
  [/\b(url|uri|percent)\b/, 'url'],
];
const CHANGES: readonly (readonly [RegExp, ComputedFunction])[] = [
  [/\b(upper[- ]?case|uppercased?|capital letters|to ?upper)\b/, 'upper'],
  [/\b(lower[- ]?case|lowercased?|small letters|to ?lower)\b/, 'lower'],
  [/\b(title[- ]?case|capitali[sz]es? (each|every) word)\b/, 'capitals'],
  [/\b(reverse|reverses|reversed|backwards)\b/, 'reverse'],
  [/\b(slug|slugify|slugifies)\b/, 'slug'],
  [/\brot[- ]?13\b/, 'rot13'],
];

/** What a text becomes, by the words that speak of it; null where they speak of nothing or of several things. */
export function changeSaid(words: string): ComputedFunction | null {
  const encodes = /\b(encod\w*|to base[- ]?64|escap\w*)\b/.test(words);
  const decodes = /\b(decod\w*|from base[- ]?64|unescap\w*)\b/.test(words);
  const codes = CODES.filter(([pattern]) => pattern.test(words)).map(([, code]) => code);
  const [code, ...others] = codes;
  if (code !== undefined && others.length === 0 && encodes !== decodes)
    return encodes ? `${code}-encode` : `${code}-decode`;
  const found = CHANGES.filter(([pattern]) => pattern.test(words)).map(([, change]) => change);
  const [only, ...more] = found;
  return only !== undefined && more.length === 0 && code === undefined ? only : null;
}

/** The one algorithm that the words name. */
export function algorithmSaid(words: string): string | null {
  const found = [...words.matchAll(/\b(md5|sha[- ]?(?:1|224|256|384|512))\b/g)].map(
    ([, name = '']) => name.replaceAll(/[^a-z0-9]/g, ''),
  );
  const [only, ...others] = new Set(found);
  return only !== undefined && others.length === 0 ? only : null;
}

/** `wordCount`, `characters`: what is counted in a text. */
export function countSaid(name: string): ComputedFunction | null {
  const stem = name.replace(/(count|total|number)$|^(number|num|total)(of)?/g, '');
  if (/^(characters?|chars?|length|letters?)$/.test(stem))
    return /letter/.test(stem) ? null : 'characters';
  if (/^words?$/.test(stem)) return 'words';
  return /^lines?$/.test(stem) ? 'lines' : null;
}

const KINDS: readonly (readonly string[])[] = [
  'm metre meter metres meters km kilometre kilometer kilometres kilometers cm centimetre centimeter centimetres centimeters mm millimetre millimeter millimetres millimeters mi mile miles yd yard yards ft foot feet in inch inches',
  'kg kilogram kilograms kilo kilos g gram grams mg milligram milligrams lb lbs pound pounds oz ounce ounces',
  'l litre liter litres liters ml millilitre milliliter millilitres milliliters',
  's sec second seconds ms millisecond milliseconds min minute minutes h hr hour hours d day days',
  'k kelvin c celsius centigrade f fahrenheit',
].map((names) => names.split(' '));

/** All of these are units of one kind. */
export function areUnits(names: readonly string[]): boolean {
  const low = names.map((name) => name.toLowerCase());
  return low.length > 0 && KINDS.some((kind) => low.every((name) => kind.includes(name)));
}

/** `celsius-to-fahrenheit`, "miles to kilometres". */
export function conversionSaid(words: string): readonly [string, string] | null {
  for (const [, from = '', to = ''] of words.matchAll(
    /\b([a-z]+)(?:[- _]| (?:in|in)?)?to[- _]([a-z]+)\b/g,
  ))
    if (areUnits([from, to]) && from.length > 1 && to.length > 1) return [from, to];
  return null;
}
