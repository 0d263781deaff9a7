import { KEEPING_ACTIONS, REMARK_ACTIONS } from '../lexicon/action-verbs.ts';
import { PERIODS } from '../lexicon/periods.ts';
import { phrases, words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { isOpener } from './cursor.ts';
import { opensKeptOf } from './kept-of.ts';
import { opensWithOwner } from './label-owners.ts';
import { timeOpening } from './time-openings.ts';

/** Longer ones are cut: nobody writes them, and the grammar recurses over what is nested in a sentence. */
const SENTENCE_LENGTH = 300;

export function splitSentences(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [[]];
  let depth = 0;
  tokens.forEach((token, index) => {
    if (isOpener(token.text)) depth += 1;
    if (/^[)\]}]$/.test(token.text)) depth = Math.max(0, depth - 1);
    const next = tokens[index + 1];
    const isStop =
      /^[.;!?]$/.test(token.text) &&
      depth === 0 &&
      (next === undefined || next.start > token.end) &&
      !(token.text === '?' && ['(', ','].includes(next?.text ?? '')) &&
      !isAbbreviation(tokens, index) &&
      !(token.text === ';' && goesOnWithLabel(sentences.at(-1) ?? [], tokens, index + 1));
    sentences.at(-1)?.push(token);
    const length = sentences.at(-1)?.length ?? 0;
    const isTooLong =
      (length > SENTENCE_LENGTH && token.text === ',') || length > SENTENCE_LENGTH * 2;
    const isLabelled =
      depth === 0 &&
      (opensLabel(sentences.at(-1) ?? [], tokens, index) || opensOccasion(tokens, index));
    const isClause =
      depth === 0 &&
      token.text === ',' &&
      (opensKeptOf(tokens, index + 1) ||
        isEcho(tokens, index) ||
        opensUsersDeed(tokens, index + 1) ||
        isWishAfterPlace(sentences.at(-1) ?? [], tokens, index));
    if (isStop || isTooLong || isLabelled || isClause) sentences.push([]);
  });
  return sentences.filter((sentence) => sentence.some((token) => token.kind !== 'symbol'));
}

/** "Sellers bring articles, article: description, price": what follows the comma tells of a thing that was just named. */
function opensLabel(sentence: readonly Token[], tokens: readonly Token[], at: number): boolean {
  const [comma, label, colon] = tokens.slice(at, at + 3);
  if (comma?.text !== ',' || label?.kind !== 'word' || colon?.text !== ':') return false;
  const isNamed = sentence.some(({ lower }) => isPlural(lower) && singular(lower) === label.lower);
  return isNamed && !sentence.some(({ text }) => text === ':');
}

/** "my dogs (name, breed) and of every walk: which dog": what follows the colon is told of the walk. */
function opensOccasion(tokens: readonly Token[], at: number): boolean {
  const [and, link, every, noun, colon, ...rest] = tokens.slice(at, at + 7);
  const isOpening = and?.lower === 'and' && /^(of|for|about)$/.test(link?.lower ?? '');
  const isNamed = /^(each|every)$/.test(every?.lower ?? '') && noun?.kind === 'word';
  return isOpening && isNamed && (colon?.text === ':' || rest[0]?.text === ':');
}

/** "Residents live in rooms, rooms are on floors": the same word before the comma and after it. */
function isEcho(tokens: readonly Token[], comma: number): boolean {
  const [before, after, verb, link] = [-1, 1, 2, 3].map((step) => tokens[comma + step]);
  return (
    before?.lower === after?.lower &&
    isPlural(after?.lower ?? '') &&
    verb?.lower === 'are' &&
    /^(in|on|at|under|inside)$/.test(link?.lower ?? '')
  );
}

/** "albums contain tracks, users create playlists": a sentence of its own, and no item of a list. */
function opensUsersDeed(tokens: readonly Token[], at: number): boolean {
  const [who, modal] = tokens.slice(at, at + 2);
  if (!/^(users|people|everyone|everybody|anyone)$/.test(who?.lower ?? '')) return false;
  const from = /^(can|may|could)$/.test(modal?.lower ?? '') ? at + 2 : at + 1;
  const [verb, object] = tokens.slice(from, from + 2);
  return (
    (KEEPING_ACTIONS.has(verb?.lower ?? '') || REMARK_ACTIONS.has(verb?.lower ?? '')) &&
    object?.kind === 'word'
  );
}

const PLACED = words('are live stand lie hang belong sit');

/** "records are in crates, i want to find out which": what is wished for is told apart from where things are. */
function isWishAfterPlace(
  sentence: readonly Token[],
  tokens: readonly Token[],
  comma: number,
): boolean {
  if (sentence.length > 7) return false;
  const [noun, verb, link, ...rest] = sentence;
  const isPlace =
    isPlural(noun?.lower ?? '') &&
    PLACED.has(verb?.lower ?? '') &&
    /^(in|on|at|to|under)$/.test(link?.lower ?? '') &&
    rest.length > 0;
  const wish = tokens.slice(comma + 1, comma + 4).map(({ lower }) => lower);
  return (
    isPlace && /^(i|we)$/.test(wish[0] ?? '') && /^(would|want|need|have)$/.test(wish[1] ?? '')
  );
}

const TELLING = words(
  'has have is are belongs belong must can may should will contains consists with',
);

/** "Voucher: code, unique; value in euros; valid until": the list of the label goes on after the semicolon. */
function goesOnWithLabel(
  sentence: readonly Token[],
  tokens: readonly Token[],
  from: number,
): boolean {
  const label = sentence.findIndex(({ text }) => /^[:–—-]$/.test(text));
  if (label < 1 || label > 4 || sentence.slice(0, label).some(({ kind }) => kind === 'symbol'))
    return false;
  const bracket = tokens.slice(from, from + 4).findIndex(({ text }) => text === '(');
  if (bracket > 0 && tokens.slice(from, from + bracket).every(({ lower }) => lower !== 'by'))
    return false;
  for (let at = from; at < tokens.length && !/^[;.]$/.test(tokens[at]?.text ?? ''); at += 1)
    if (tokens[at]?.text === ':' || TELLING.has(tokens[at]?.lower ?? '')) return false;
  if (opensWithOwner(sentence.slice(label + 1))) return true;
  return !sentence.some(({ lower }) => TELLING.has(lower));
}

function isAbbreviation(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return (
    tokens[index]?.text === '.' &&
    before !== undefined &&
    ['e', 'g', 'i', 'etc', 'no', 'vs', 'approx', 'max', 'min'].includes(before.lower) &&
    before.end === tokens[index]?.start &&
    !(before.lower === 'etc')
  );
}

const ASKING = words(
  'can could would will is are do does did what how who when where why which should may please hi hello hey i we any anyone',
);

/** The end marks of a sentence; "remark?" at the end of a list says that it may be missing. */
export function stripEnd(tokens: readonly Token[]): readonly Token[] {
  const asks = ASKING.has(tokens[0]?.lower ?? '');
  let end = tokens.length;
  while (end > 0 && /^[.;!?,:]$/.test(tokens[end - 1]?.text ?? '')) {
    if (tokens[end - 1]?.text === '?' && !asks) break;
    end -= 1;
  }
  return tokens.slice(0, end);
}

const LEADING = words(
  'oh ah well ok okay so and also additionally furthermore moreover finally then next plus besides hi hello hey basically of',
);

const OPENINGS = phrases(
  'first of all | last but not least | at the end of the month | at the end of the day | at the end of the year | once a year | once a month | twice a day | every month | every year | every day | in the end | in addition | at the end | in the end | on top of that | apart from that',
).map((phrase) => phrase.split(' '));

/** "Oh, and people buy": words of speech before the sentence itself. */
export function stripStart(tokens: readonly Token[]): readonly Token[] {
  let start = 0;
  while (start < tokens.length - 1) {
    const word = tokens[start]?.lower ?? '';
    const isOfCourse = word === 'of' && tokens[start + 1]?.lower === 'course';
    const isOften =
      word === 'every' &&
      tokens[start + 1]?.kind === 'number' &&
      PERIODS.has(tokens[start + 2]?.lower.replace(/s$/, '') ?? '');
    const opening = OPENINGS.find((phrase) =>
      phrase.every((each, index) => tokens[start + index]?.lower === each),
    );
    const often = timeOpening(tokens, start);
    if (isOfCourse) start += 2;
    else if (often > 0) start += often;
    else if (isOften) start += 3;
    else if (opening !== undefined) start += opening.length;
    else if (word !== 'of' && (LEADING.has(word) || (start > 0 && /^[,!:]$/.test(word))))
      start += 1;
    else break;
  }
  return tokens.slice(start);
}

export function textOf(tokens: readonly Token[], prompt: string): string {
  return prompt.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}

/** "We are a charity and need to record donors": without what the speakers are; null when nothing such is said. */
export function withoutSpeaker(tokens: readonly Token[]): readonly Token[] | null {
  const [first] = tokens;
  const spoken = tokens.slice(1, 3).map(({ lower }) => lower);
  if (first === undefined || !/^(we|i)$/.test(first.lower) || !/^(are|am)$/.test(spoken[0] ?? ''))
    return null;
  const and = tokens.slice(0, 9).findIndex(({ lower }) => lower === 'and');
  const wish = tokens
    .slice(and + 1, and + 4)
    .map(({ lower }) => lower)
    .join(' ');
  const isWish = /^(?:need|want) to (?:record|keep|track|store|manage|register|log|save)$/.test(
    wish,
  );
  return and > 3 && /^an?$/.test(spoken[1] ?? '') && isWish
    ? [first, ...tokens.slice(and + 1)]
    : null;
}
