import { isValueWord } from '../lexicon/value-nouns.ts';
import { VAGUE } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import { subwords, type Token } from '../text/tokens.ts';
import type { Noun } from './statements.ts';

/** The noun that these tokens name, without vague adjectives. */
export function nounOf(tokens: readonly Token[], start: number, end: number): Noun {
  const all = tokens.flatMap((token) => (token.lower === 'id' ? ['id'] : subwords(token)));
  const isGivenName = /^(given|short) (name|code|title|text|description)$/.test(
    all.slice(-2).join(' '),
  );
  const kept = all.filter(
    (word, index) => !VAGUE.has(word) || index === all.length - 1 || isGivenName,
  );
  const said = kept.length === 0 ? all : kept;
  // "multiple-choice questions": one word, and no count.
  const named = tokens[0]?.lower.includes('-') ? said : withoutCount(said);
  const ofAt = named.indexOf('of');
  const head = (ofAt > 0 ? named[ofAt - 1] : named.at(-1)) ?? '';
  const isFlag =
    named.length > 1 && /^(is|has|was|are|have|can|allows|accepts)$/.test(named[0] ?? '');
  return { words: named, plural: isPlural(head) && !isFlag, start, end };
}

/** "many donations": how many there are is no part of what they are. */
function withoutCount(named: string[]): string[] {
  const [first = '', ...rest] = named;
  const isOften = /^(weekly|monthly|yearly|annual)$/.test(first);
  const last = rest.at(-1) ?? '';
  if (isOften && isPlural(last) && !isValueWord(last)) return rest;
  return rest.length > 0 && rest[0] !== 'per' && /^(many|several|multiple|numerous)$/.test(first)
    ? rest
    : named;
}
