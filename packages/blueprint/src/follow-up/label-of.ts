import type { Token } from '../text/tokens.ts';
import { EDIT_VERBS } from './edit-verbs.ts';

/** What a sentence is about, said before its wishes: "guests: add a nationality", "for rooms, add a view". */
export function labelOf(tokens: readonly Token[]): { label: Token[]; from: number } {
  const isFor = tokens[0]?.lower === 'for' && tokens[1]?.lower !== 'existing';
  const signs = isFor ? [',', ':'] : [':'];
  const end = tokens.findIndex(({ text }) => signs.includes(text));
  const isLabel = end > 0 && end < 6 && EDIT_VERBS.has(tokens[end + 1]?.lower ?? '');
  return isLabel
    ? { label: tokens.slice(isFor ? 1 : 0, end), from: end + 1 }
    : { label: [], from: 0 };
}
