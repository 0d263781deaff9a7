import { HOSTILE } from '../lexicon/apps.ts';
import { RULE_WORDS } from '../lexicon/predicates.ts';
import type { Token } from '../text/tokens.ts';

export function findRule(tokens: readonly Token[]): { reason: string; isHostile: boolean } | null {
  const hostile = tokens.filter((token) => HOSTILE.has(token.lower)).length;
  if (
    hostile >= 2 &&
    /^(ignore|disregard|forget|reveal|execute|drop|run|please|print|show|read|then|also|and|delete)$/.test(
      tokens[0]?.lower ?? '',
    )
  )
    return { reason: 'instructions to the reader are never acted on', isHostile: true };
  if (
    /^(drop|select|insert|delete|truncate|alter|update|grant)$/.test(tokens[0]?.lower ?? '') &&
    tokens.some(
      (token, index) =>
        index > 0 && ['table', 'from', 'into', 'database', 'set', '*'].includes(token.lower),
    )
  )
    return { reason: 'database commands are never acted on', isHostile: true };
  for (const { words, reason } of RULE_WORDS)
    if (tokens.some((token) => words.has(token.lower))) return { reason, isHostile: false };
  return null;
}
