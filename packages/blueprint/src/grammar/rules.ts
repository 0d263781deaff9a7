import { HOSTILE } from '../lexicon/apps.ts';
import { RULE_WORDS } from '../lexicon/predicates.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import type { Statement } from './statements.ts';

const PRODUCTS = words(
  'react vue angular svelte next.js nextjs html css tailwind docker kubernetes python django java spring rails php laravel graphql mongodb mysql postgres postgresql sqlite redis aws azure typescript javascript fastify',
);

/** "Please use React with Tailwind": every noun is a product to build with, none a thing to keep. */
export function isTechnology(statements: readonly Statement[]): boolean {
  const nouns = statements.flatMap((statement) =>
    'subjects' in statement && statement.subjects.length > 0
      ? statement.subjects
      : 'items' in statement
        ? statement.items.map((item) => item.noun)
        : [],
  );
  return nouns.length > 0 && nouns.every((noun) => noun.words.some((word) => PRODUCTS.has(word)));
}

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
  for (const { words: listed, reason } of RULE_WORDS)
    if (tokens.some((token) => listed.has(token.lower))) return { reason, isHostile: false };
  return null;
}
