import { MISSPELT } from '../lexicon/misspellings.ts';
import { splitContraction } from './contractions.ts';

/** A piece of the prompt; `start`/`end` are UTF-16 offsets. */
export type Token = {
  kind: 'word' | 'number' | 'symbol';
  text: string;
  /** Lower case, straight apostrophes, no possessive ending. */
  lower: string;
  start: number;
  end: number;
  possessive: boolean;
  /** Stands inside backticks or quotation marks. */
  quoted: boolean;
};

const PIECE =
  /\bw\/(?:out|o)?(?![\p{L}\p{N}])|\p{Lu}&\p{Lu}(?![\p{L}&])|\p{L}[\p{L}\p{N}\p{M}_]*(?:['’]\p{L}+)*(?:-[\p{L}\p{N}_]+)*|__[\p{L}\p{N}_]+|\d+(?:[.,]\d+)*\p{L}*|>=|<=|\S/gu;
const INVISIBLE = new Set(['"', '“', '”', '`', "'", '‘', '’', '*', '_', '«', '»']);
/** Emoji and their joiners; digits and `#` count as emoji to Unicode, not here. */
const PICTURE =
  /^(?![\d#*])(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0e|\ufe0f|\u20e3)$/u;
const SPELLINGS: Record<string, string> = {
  'e-mail': 'email',
  'e-mails': 'emails',
  '&': 'and',
  '+': 'and',
  'w/': 'with',
  'w/o': 'without',
  'w/out': 'without',
  pls: 'please',
  plz: 'please',
  thx: 'thanks',
  ...MISSPELT,
};

/** Splits text into words, numbers and symbols; quotation and emphasis marks vanish. */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  let quotes = 0;
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0];
    const contracted = splitContraction(
      piece,
      tokens.at(-1)?.lower ?? '',
      text.slice(match.index + piece.length, match.index + piece.length + 40),
    );
    if (contracted !== null) {
      tokens.push(
        ...contracted.map((part) => ({
          ...toToken(piece, offset + match.index, quotes % 2 === 1),
          ...part,
        })),
      );
      continue;
    }
    if (piece === '"' || piece === '`' || piece === '“' || piece === '”') quotes += 1;
    const last = tokens.at(-1);
    if (
      (piece === "'" || piece === '’') &&
      last?.end === offset + match.index &&
      last.lower.endsWith('s') &&
      !/['‘]/.test(text.charAt(last.start - offset - 1))
    )
      last.possessive = true;
    if (isProduct(text, match.index)) {
      tokens.push({ ...toToken(piece, offset + match.index, quotes % 2 === 1), lower: '×' });
      continue;
    }
    if (INVISIBLE.has(piece) || PICTURE.test(piece)) continue;
    tokens.push(toToken(piece, offset + match.index, quotes % 2 === 1));
  }
  return joinFlags(joinMoments(spellOut(tokens)));
}

/** "quantity * price": a star with room on both sides, in a line, emphasises nothing. */
function isProduct(text: string, at: number): boolean {
  return text.charAt(at) === '*' && /^\*[ \t]+\S/.test(text.slice(at)) && isWithin(text, at);
}

function isWithin(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /[ \t]/.test(text.charAt(before))) before -= 1;
  return before >= 0 && before < at - 1 && !/[\n*•-]/.test(text.charAt(before));
}

/** Short forms that people write with a full stop; the stop is no end of a sentence. */
const SHORT: Readonly<Record<string, string>> = {
  no: 'number',
  nr: 'number',
  cap: 'capacity',
  qty: 'quantity',
  yr: 'year',
  addr: 'address',
  tel: 'phone',
  desc: 'description',
  descr: 'description',
  inv: 'inventory',
  ser: 'serial',
  ref: 'reference',
  num: 'number',
  amt: 'amount',
  dept: 'department',
  temp: 'temperature',
  opt: 'optional',
  req: 'required',
  reg: 'registration',
  est: 'estimated',
  avg: 'average',
  max: 'maximum',
  min: 'minimum',
};

/** "tank: no. unique, cap. litres", "planted yr., qty": the words that are meant. */
function spellOut(tokens: readonly Token[]): Token[] {
  const spelt: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const [token, stop, next] = tokens.slice(index, index + 3);
    if (token === undefined) continue;
    const full = Object.hasOwn(SHORT, token.lower) ? SHORT[token.lower] : undefined;
    const before = spelt.at(-1)?.text ?? ':';
    const isStopped = stop?.text === '.' && stop.start === token.end;
    const isWithin = next !== undefined && !/^(a|an|the|each|every)$/.test(next.lower);
    const isLast = !isWithin || next.text !== next.lower || tokens[index + 3]?.text === ':';
    const isNumber = token.lower === 'no' || token.lower === 'nr';
    if (full === undefined || (isNumber && !(isStopped && /^[:,(;|]$/.test(before))))
      spelt.push(token);
    else if (isStopped && !isLast) {
      spelt.push({ ...token, text: full, lower: full, end: stop.end });
      index += 1;
    } else if (isStopped || /^(qty|yr|addr|amt|dept)$/.test(token.lower))
      spelt.push({ ...token, text: full, lower: full });
    else spelt.push(token);
  }
  return spelt;
}

const COUNTS = new Set(['one', 'many']);

/** "a date and time" is one moment. */
function joinMoments(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const [token, and, time] = tokens.slice(index, index + 3);
    if (token === undefined) continue;
    if (token.lower === 'date' && and?.lower === 'and' && time?.lower === 'time') {
      joined.push({ ...token, text: 'date time', lower: 'date time', end: time.end });
      index += 2;
    } else if (COUNTS.has(token.lower) && and?.lower === 'to' && COUNTS.has(time?.lower ?? '')) {
      const lower = `${token.lower}-to-${time?.lower}`;
      joined.push({ ...token, text: lower, lower, end: time?.end ?? token.end });
      index += 2;
    } else joined.push(token);
  }
  return joined;
}

const FLAG_VERBS = new Set(['is', 'has', 'was']);
const FLAG_LEFT = new Set(['a', 'an', ',', '(', '-', '|', 'and']);
const FLAG_RIGHT = new Set(['?', '.', ',', ')', 'and', 'flag', 'boolean', ':', ';', '|', '(']);
const FLAG_ASKERS = new Set(['requires', 'needs', 'allows', 'accepts', 'has', 'was', 'can', 'is']);
const NO_FLAG = new Set([
  'unique',
  'required',
  'optional',
  'mandatory',
  'positive',
  'a',
  'an',
  'the',
  'one',
  'not',
  'many',
  'as',
]);

/** "is pending, granted or denied": one of several, no flag. */
function isChoice(tokens: readonly Token[], from: number): boolean {
  const ahead = tokens.slice(from, from + 12).map((token) => token.lower);
  const end = ahead.findIndex(
    (word) => /^[.;:)]$/.test(word) || ['and', 'has', 'a'].includes(word),
  );
  return (end < 0 ? ahead : ahead.slice(0, end)).includes('or');
}

/** "an is internal flag" and "(name, is vegetarian)": the verb is the first word of a name. */
function joinFlags(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const [token, next] = [tokens[index], tokens[index + 1]];
    if (token === undefined) continue;
    const left = tokens[index - 1]?.lower ?? ',';
    const right = tokens[index + 2]?.lower ?? ',';
    const isNamedFlag =
      ['a', 'an'].includes(left) &&
      ['flag', 'boolean', 'checkbox', 'switch'].includes(right) &&
      FLAG_ASKERS.has(token.lower) &&
      next?.kind === 'word';
    const isAsked =
      /^(can|needs|requires|accepts)$/.test(token.lower) &&
      [',', '('].includes(left) &&
      next?.kind === 'word' &&
      right === '?';
    const isListedFlag =
      FLAG_ASKERS.has(token.lower) &&
      [',', '(', '-', '|', ':'].includes(left) &&
      next?.kind === 'word' &&
      right === '(' &&
      /^(boolean|bool|yes|y|flag)$/.test(tokens[index + 3]?.lower ?? '');
    const isFlag =
      isNamedFlag ||
      isListedFlag ||
      isAsked ||
      (FLAG_VERBS.has(token.lower) &&
        (token.lower === 'is' || left !== 'and') &&
        FLAG_LEFT.has(left) &&
        next?.kind === 'word' &&
        !NO_FLAG.has(next.lower) &&
        FLAG_RIGHT.has(right) &&
        !(left === 'and' && right === ',' && isChoice(tokens, index + 2)));
    if (isFlag && next !== undefined) {
      const text = `${token.text} ${next.text}`;
      joined.push({ ...token, text, lower: text.toLowerCase(), end: next.end });
      index += 1;
    } else joined.push(token);
  }
  return joined;
}

function toToken(piece: string, start: number, quoted: boolean): Token {
  const straight = piece.toLowerCase().replaceAll('’', "'");
  const possessive = straight.endsWith("'s") && !CONTRACTED.has(straight);
  const base = possessive ? straight.slice(0, -2) : straight;
  const lower = Object.hasOwn(SPELLINGS, base) ? (SPELLINGS[base] ?? base) : base;
  const kind = /^\d/.test(piece)
    ? 'number'
    : /^[\p{L}_]/u.test(piece) || lower === 'and'
      ? 'word'
      : 'symbol';
  return { kind, text: piece, lower, start, end: start + piece.length, possessive, quoted };
}

const CONTRACTED = new Set([
  "it's",
  "that's",
  "there's",
  "what's",
  "let's",
  "who's",
  "he's",
  "she's",
]);

const CAMEL = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}]+|\p{Lu}+|\p{Lo}+|\d+/gu;

/** `dueDate`, `due_date` and `due-date` are each the words `due` and `date`. */
export function subwords(token: Token): string[] {
  const bare = token.possessive ? token.text.slice(0, -2) : token.text;
  if (token.lower === 'email' || token.lower === 'emails') return [token.lower];
  if (!/[-_ ]|\p{Ll}\p{Lu}/u.test(bare)) return [token.lower];
  return (bare.match(CAMEL) ?? []).map((word) => word.toLowerCase());
}
