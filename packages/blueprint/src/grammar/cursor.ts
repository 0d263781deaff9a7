import type { Token } from '../text/tokens.ts';

/** A window on the tokens of one segment; the grammar reads from `at` and never beyond `end`. */
export type Cursor = { readonly tokens: readonly Token[]; at: number; readonly end: number };

export function cursorOf(tokens: readonly Token[], at = 0, end = tokens.length): Cursor {
  return { tokens, at, end };
}

/** Lower-case text of the token `ahead` places from here; empty at the end. */
export function peek(cursor: Cursor, ahead = 0): string {
  const index = cursor.at + ahead;
  return index < cursor.end && index >= 0 ? (cursor.tokens[index]?.lower ?? '') : '';
}

export function tokenAt(cursor: Cursor, ahead = 0): Token | undefined {
  const index = cursor.at + ahead;
  return index < cursor.end ? cursor.tokens[index] : undefined;
}

export function isDone(cursor: Cursor): boolean {
  return cursor.at >= cursor.end;
}

/** Phrases of the grammar cut into words once: they are constants, so this stays small. */
const phraseWords = new Map<string, readonly string[]>();

function wordsOf(phrase: string): readonly string[] {
  let words = phraseWords.get(phrase);
  if (words === undefined) {
    words = phrase.split(' ');
    phraseWords.set(phrase, words);
  }
  return words;
}

/** Consumes the words of `phrase` when they stand here. */
export function accept(cursor: Cursor, phrase: string): boolean {
  const first = peek(cursor);
  if (first === '' || !phrase.startsWith(first)) return false;
  const wanted = wordsOf(phrase);
  for (let index = 0; index < wanted.length; index += 1) {
    if (peek(cursor, index) !== wanted[index]) return false;
  }
  cursor.at += wanted.length;
  return true;
}

/** Lists that are longer than this are constants, of which few phrases begin with the word at hand. */
const FEW = 12;
const indexes = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

function byFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(phrases);
  if (known !== undefined) return known;
  const index = Map.groupBy(phrases, (phrase) => wordsOf(phrase)[0] ?? '');
  indexes.set(phrases, index);
  return index;
}

/** Consumes the first of `phrases` that stands here; longer ones must come first. */
export function acceptAny(cursor: Cursor, phrases: readonly string[]): string | null {
  const likely = phrases.length > FEW ? (byFirstWord(phrases).get(peek(cursor)) ?? []) : phrases;
  for (const phrase of likely) if (accept(cursor, phrase)) return phrase;
  return null;
}

export function endOffset(cursor: Cursor): number {
  return cursor.tokens[cursor.at - 1]?.end ?? 0;
}

const CLOSERS: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

export function isOpener(text: string): boolean {
  return Object.hasOwn(CLOSERS, text);
}

/** Index of the bracket that closes the one at `open`, or `end` when it is never closed. */
export function closingIndex(tokens: readonly Token[], open: number, end: number): number {
  let depth = 0;
  for (let index = open; index < end; index += 1) {
    const text = tokens[index]?.lower ?? '';
    if (isOpener(text)) depth += 1;
    if (text === ')' || text === ']' || text === '}') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return end;
}

/** Where the bracket before token `at` opens; -1 when none stands there. */
export function bracketBefore(tokens: readonly Token[], at: number, floor: number): number {
  if (tokens[at - 1]?.text !== ')') return -1;
  let depth = 0;
  for (let index = at - 1; index > floor; index -= 1) {
    if (tokens[index]?.text === ')') depth += 1;
    if (tokens[index]?.text === '(') depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}

/** Whether what stands at `at` is in brackets. */
export function isInBrackets(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(0, at).findLast(({ text }) => /^[()]$/.test(text))?.text === '(';
}
