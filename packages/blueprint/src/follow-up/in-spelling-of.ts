import type { Blueprint } from '@quantumlayer/contracts';
import { otherSpelling } from '../text/spelling-variants.ts';
import type { Token } from '../text/tokens.ts';
import { wordsOf } from './seed-draft.ts';

/** "licence number" of a blueprint that has a `licenseNumber`; words that it has as they are written stay. */
export function inSpellingOf({ entities }: Blueprint, tokens: readonly Token[]): readonly Token[] {
  const names = entities.flatMap(({ name, plural, fields, relations }) => [
    ...[name, plural],
    ...[...fields, ...relations].map((each) => each.name),
  ]);
  const known = new Set(names.flatMap(wordsOf));
  return tokens.map((token) => {
    const other = known.has(token.lower) ? null : otherSpelling(token.lower);
    return other === null || !known.has(other) ? token : { ...token, lower: other, text: other };
  });
}
