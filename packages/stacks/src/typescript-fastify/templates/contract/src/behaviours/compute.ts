import { createHash } from 'node:crypto';
import type { Answer } from '../contract/answer.ts';
import type { Handler } from '../contract/operation.ts';
import { Refusal } from '../contract/refusal.ts';
import { evaluateText } from './calculate.ts';
import { figureOf, isFigure, type NumberFigure } from './number-figures.ts';
import type { Source } from './sources.ts';
// @if topWords
import { TEXT_FUNCTIONS, topWords } from './text-functions.ts';
// @end
// @if !topWords
import { TEXT_FUNCTIONS } from './text-functions.ts';
// @end
import { inUnit } from './units.ts';

const NOTHING = new Map();
/** What may be left out of a request says nothing. */
const OPTIONAL: ReadonlySet<string> = new Set([
  ...['slug', 'slug-or-nothing', 'top-words', 'roman-number', 'roman-numeral'],
]);

type Computed = {
  // @if topWords
  function: keyof typeof FUNCTIONS | NumberFigure | 'formula' | 'top-words';
  /** What the document calls a word and how often it occurs. */
  names?: readonly string[];
  // @end
  // @if !topWords
  function: keyof typeof FUNCTIONS | NumberFigure | 'formula';
  // @end
  from: readonly Source[];
  /** With `{0}` for the first value. */
  formula?: string;
  /** Decimal places. */
  round?: number;
};

/** Works out values from the request; the same request has the same answer each time. */
export function compute({
  values,
  answer,
}: {
  values: Readonly<Record<string, Computed>>;
  answer: (found: { computed: Readonly<Record<string, unknown>> }) => Answer;
}): Handler {
  return async (call) => {
    const computed = Object.entries(values).map(([name, value]) => {
      const said = value.from.map((source) => source(call, NOTHING));
      const given = OPTIONAL.has(value.function) ? said.map((each) => each ?? '') : said;
      if (given.some((each) => each === undefined || each === null))
        throw new Refusal('invalid', 'A value is missing.');
      return [name, rounded(workOut(value, given), value.round)];
    });
    return answer({ computed: Object.fromEntries(computed) });
  };
}

// @if topWords
function workOut({ function: does, formula, names }: Computed, given: readonly unknown[]): unknown {
  // @end
  // @if !topWords
function workOut({ function: does, formula }: Computed, given: readonly unknown[]): unknown {
  // @end
  if (does === 'formula') return byFormula(formula ?? '', given);
  // @if topWords
  if (does === 'top-words') return topWords(names ?? [], given);
  // @end
  if (isFigure(does)) return figureOf(does, given[0]);
  return FUNCTIONS[does](...given.map(String));
}

function byFormula(formula: string, given: readonly unknown[]): number {
  const text = formula.replaceAll(/\{(\d+)\}/g, (_found, at) => {
    const value = Number(given[Number(at)]);
    if (!Number.isFinite(value)) throw new Refusal('invalid', 'A value is no number.');
    return `(${value})`;
  });
  return evaluateText(text);
}

function rounded(value: unknown, places: number | undefined): unknown {
  if (typeof value !== 'number' || places === undefined) return value;
  return Number(value.toFixed(places));
}

const FUNCTIONS = {
  echo: (text = '') => text,
  upper: (text = '') => text.toUpperCase(),
  lower: (text = '') => text.toLowerCase(),
  capitals: (text = '') =>
    text.toLowerCase().replaceAll(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase()),
  reverse: (text = '') => [...text].toReversed().join(''),
  trim: (text = '') => text.trim(),
  ...TEXT_FUNCTIONS,
  rot13: (text = '') =>
    text.replaceAll(/[a-z]/gi, (letter) => {
      const base = letter <= 'Z' ? 65 : 97;
      return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
    }),
  'base64-encode': (text = '') => Buffer.from(text).toString('base64'),
  'base64-decode': (text = '') => {
    const code = text.trim();
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(code) || code.length % 4 === 1) throw notCode();
    return textOf(Buffer.from(code, 'base64'));
  },
  'hex-encode': (text = '') => Buffer.from(text).toString('hex'),
  'hex-decode': (text = '') => {
    if (!/^([0-9a-f]{2})*$/i.test(text.trim())) throw notCode();
    return textOf(Buffer.from(text.trim(), 'hex'));
  },
  'url-encode': (text = '') => {
    if (!text.isWellFormed()) throw notCode();
    return encodeURIComponent(text);
  },
  'url-decode': (text = '') => {
    try {
      return decodeURIComponent(text);
    } catch {
      throw notCode();
    }
  },
  hash: (text = '', algorithm = '') => {
    const name = algorithm.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
    if (!/^(md5|sha1|sha224|sha256|sha384|sha512)$/.test(name))
      throw new Refusal('invalid', 'There is no such algorithm.');
    return createHash(name).update(text).digest('hex');
  },
  characters: (text = '') => [...text].length,
  words: (text = '') => text.split(/\s+/).filter((word) => word !== '').length,
  lines: (text = '') => (text === '' ? 0 : text.split(/\r\n|\r|\n/).length),
  arithmetic: (one = '', other = '', operator = '') => {
    const sign = OPERATORS[operator.toLowerCase()];
    if (sign === undefined) throw new Refusal('invalid', 'There is no such operator.');
    return evaluateText(`(${Number(one)}) ${sign} (${Number(other)})`);
  },
  root: (value = '') => {
    if (!(Number(value) >= 0)) throw new Refusal('invalid', 'There is no root of this.');
    return Math.sqrt(Number(value));
  },
  factorial: (value = '') => {
    const count = Number(value);
    if (!Number.isInteger(count) || count < 0 || count > LARGEST_FACTORIAL)
      throw new Refusal('invalid', 'There is no factorial of this.');
    let result = 1;
    for (let factor = 2; factor <= count; factor += 1) result *= factor;
    return result;
  },
  unit: (value = '', from = '', to = '') => {
    const result = inUnit(value.trim() === '' ? Number.NaN : Number(value), from, to);
    if (result === null || !Number.isFinite(result))
      throw new Refusal('invalid', 'That cannot be converted.');
    return result;
  },
};

const OPERATORS: Readonly<Record<string, string>> = {
  ...{ add: '+', addition: '+', plus: '+', sum: '+', '+': '+' },
  ...{ subtract: '-', subtraction: '-', minus: '-', sub: '-', '-': '-' },
  ...{ multiply: '*', multiplication: '*', times: '*', mul: '*', '*': '*', x: '*' },
  ...{ divide: '/', division: '/', div: '/', '/': '/' },
  ...{ modulo: '%', mod: '%', remainder: '%', '%': '%' },
  ...{ power: '^', pow: '^', exponent: '^', '^': '^', '**': '^' },
};

const LARGEST_FACTORIAL = 170;

function notCode(): Refusal {
  return new Refusal('invalid', 'This is not code that can be decoded.');
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notCode();
  }
}
