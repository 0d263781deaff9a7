import { PREPOSITIONS } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { like } from './questions.ts';

const YIELDING = [
  ['becomes'],
  ['become'],
  ['turns', 'into'],
  ['turn', 'into'],
  ['results', 'in'],
  ['result', 'in'],
  ['leads', 'to'],
  ['lead', 'to'],
  ['yields'],
  ['yield'],
  ['produces'],
];

/** "each donation becomes a bag", "a test results in findings": it has what comes of it. */
export function withYield(tokens: readonly Token[]): readonly Token[] {
  for (let at = 1; at < tokens.length - 2; at += 1) {
    const verb = YIELDING.find((words) =>
      words.every((word, ahead) => tokens[at + ahead]?.lower === word),
    );
    const [token] = tokens.slice(at);
    const object = tokens.slice(at + (verb?.length ?? 0));
    if (verb === undefined || token === undefined || !isCounted(object)) continue;
    const has = like(token, verb[0]?.endsWith('s') ? 'has' : 'have');
    return [...tokens.slice(0, at), has, ...object];
  }
  return tokens;
}

function isCounted([count, noun]: readonly Token[]): boolean {
  return (
    /^(a|an|one|several|many|multiple)$/.test(count?.lower ?? '') &&
    noun?.kind === 'word' &&
    !/^(member|part|user|problem|mess)$/.test(noun.lower)
  );
}

const GIVING = /^(give|gives|assign|assigns|award|awards|grant|grants)$/;

/** "I can give each enrolment a grade", "we assign every member a number": what is given is what it has. */
export function withGiven(tokens: readonly Token[]): readonly Token[] {
  const verb = tokens.findIndex(({ lower }, at) => GIVING.test(lower) && isSpoken(tokens, at));
  const [, which] = verb < 0 ? [] : tokens.slice(verb, verb + 2);
  if (!/^(each|every|a|an|the)$/.test(which?.lower ?? '')) return tokens;
  const given = tokens.findIndex(
    ({ lower }, at) => at > verb + 2 && at < verb + 5 && /^(a|an|one)$/.test(lower),
  );
  const before = tokens[given - 1];
  const isPlain = tokens
    .slice(verb + 2, given)
    .every(({ kind, lower }) => kind === 'word' && !PREPOSITIONS.has(lower));
  if (given < 0 || before === undefined || !isPlain) return tokens;
  return [...tokens.slice(verb + 1, given), like(before, 'has'), ...tokens.slice(given)];
}

/** Whoever speaks has no part in it. */
function isSpoken(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => /^(we|i|you)$/.test(lower));
}
