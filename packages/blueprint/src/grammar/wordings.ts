import { DEED_NOUNS } from '../lexicon/predicates.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { like } from './questions.ts';
import { baseForm } from './verbs.ts';

/** "Vendors like florists have a name": examples of the subject are no things beside it. */
export function withoutLikes(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      /^(like|such)$/.test(lower) &&
      index > 0 &&
      index < 3 &&
      isPlural(tokens[index - 1]?.lower ?? ''),
  );
  const verb = tokens.findIndex(
    ({ lower }, index) =>
      index > at + 1 && index < at + 9 && /^(has|have|are|can|belong)$/.test(lower),
  );
  const examples = tokens.slice(at + 1, verb);
  const isPlain = examples.every(({ kind, text }) => kind === 'word' || text === ',');
  return at > 0 && verb > 0 && isPlain ? [...tokens.slice(0, at), ...tokens.slice(verb)] : tokens;
}

/** "Users can comment on bugs": they write comments on them. */
export function withComments(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, at) => {
    const [before, next] = [tokens[at - 1]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
    const isDone = /^(can|may|and|to|also)$/.test(before) || isPlural(before);
    const isVerb = token.lower === 'comment' && next === 'on' && isDone;
    return isVerb ? [like(token, 'write'), like(token, 'comments')] : [token];
  });
}

/** "An overview of all repairs of a machine: date, cost": the repairs are meant. */
export function withoutOverview(tokens: readonly Token[]): readonly Token[] {
  const said = tokens.slice(0, 3).map(({ lower }) => lower);
  const of = said.indexOf('of');
  const isOverview =
    /^(overview|list|log|register|history|inventory|catalogue|catalog|directory)$/.test(
      said[of - 1] ?? '',
    );
  if (of < 1 || !isOverview || !tokens.some(({ text }) => text === ':')) return tokens;
  let from = of + 1;
  while (/^(all|the|our|my)$/.test(tokens[from]?.lower ?? '')) from += 1;
  return isPlural(tokens[from]?.lower ?? '') ? tokens.slice(from) : tokens;
}

/** "a member borrows a book as a loan with a due date": what the deed is kept as anyway is named. */
export function withoutRecordName(tokens: readonly Token[]): readonly Token[] {
  const as = tokens.findIndex(({ lower }, index) => index > 2 && lower === 'as');
  if (as < 0) return tokens;
  const isCounted = ['a', 'an', 'one'].includes(tokens[as + 1]?.lower ?? '');
  const to = as + (isCounted ? 3 : 2);
  const name = singular(tokens[to - 1]?.lower ?? '');
  const isNamed = tokens
    .slice(1, as)
    .some(({ lower }) =>
      DEED_NOUNS.get(baseForm(lower))?.some((noun) => noun.toLowerCase() === name),
    );
  const isMore = ['with', ':'].includes(tokens[to]?.lower ?? '');
  return isNamed && isMore ? [...tokens.slice(0, as), ...tokens.slice(to)] : tokens;
}

/** "Students express interest in topics": they choose them. */
export function withInterest(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ lower }) => /^(express|show|declare|register)e?s?$/.test(lower));
  const [verb, article, noun] = tokens.slice(Math.max(at, 0), at + 3);
  const isCounted = /^(an|their|his|her)$/.test(article?.lower ?? '');
  const length = isCounted ? 4 : 3;
  const interest = isCounted ? noun : article;
  const isMeant = interest?.lower === 'interest' && tokens[at + length - 1]?.lower === 'in';
  if (at < 1 || verb === undefined || !isMeant) return tokens;
  return [...tokens.slice(0, at), like(verb, 'select'), ...tokens.slice(at + length)];
}
