import type { IToken } from 'chevrotain';
import { MysqlText } from './tokens.ts';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['0', ''],
  ['b', ''],
  ['Z', ''],
]);

/** `'it''s'` -> `it's`; prefixes and backslashes mean something in MySQL alone. */
export function textOf({ image, tokenType }: IToken): string {
  const start = image.search(/['"]/);
  if (start < 0) return image;
  const quote = image[start] ?? "'";
  const inner = image.slice(start + 1, -1).replaceAll(quote + quote, quote);
  return tokenType === MysqlText
    ? inner.replace(/\\([\s\S])/g, (_all, char: string) => ESCAPES.get(char) ?? char)
    : inner;
}

/** A name without its quotes or brackets. */
export function unquoted(image: string): string {
  const quote = image[0] ?? '';
  const inner = image.slice(1, -1);
  return quote === '[' ? inner : inner.replaceAll(quote + quote, quote);
}
