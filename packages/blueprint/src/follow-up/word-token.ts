import type { Token } from '../text/tokens.ts';

/** A word of the grammar that stands nowhere in the text. */
export function wordToken(lower: string): Token {
  const at = { start: 0, end: 0 };
  return { kind: 'word', text: lower, lower, ...at, possessive: false, quoted: false };
}
