import { isPersonWord } from '../lexicon/people.ts';
import { DEED_NOUNS, GENERIC_ACTORS } from '../lexicon/predicates.ts';
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

/** "activities like calls and emails": things like nothing, so what follows are their kinds. */
export function withKinds(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, at) => {
    const [before, next] = [tokens[at - 1]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
    const isThings =
      isPlural(before) && !GENERIC_ACTORS.has(before) && !isPersonWord(singular(before));
    const isListed = isPlural(next) && /^(,|and|or)$/.test(tokens[at + 2]?.lower ?? '');
    return token.lower === 'like' && isThings && isListed ? like(token, 'including') : token;
  });
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

/** "stock movements in and out": in which direction each goes. */
export function withDirections(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, at) => {
    const isFirst = isPlural(tokens[at - 1]?.lower ?? '') && isInAndOut(tokens, at);
    if (isFirst) return [sign('(', token), token];
    if (isInAndOut(tokens, at - 1)) return [sign('/', token)];
    return isInAndOut(tokens, at - 2) ? [token, sign(')', token)] : [token];
  });
}

function isInAndOut(tokens: readonly Token[], at: number): boolean {
  const said = tokens.slice(Math.max(at, 0), at + 3).map(({ lower }) => lower);
  const isPair = at > 0 && /^in (and|or|\/) out$/.test(said.join(' '));
  return (
    isPair &&
    /^([,.;]|and|)$/.test(tokens[at + 3]?.lower ?? '') &&
    isPlural(tokens[at - 1]?.lower ?? '')
  );
}

function sign(text: string, token: Token): Token {
  return { ...token, kind: 'symbol', text, lower: text };
}

/** "books i've read with a rating": whose they are is nothing to keep. */
export function withoutOwnDeed(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      /^(i|we)$/.test(lower) &&
      isPlural(tokens[index - 1]?.lower ?? '') &&
      tokens[index + 1]?.lower === 'have',
  );
  const isMore = /^(with|,|:|and|)$/.test(tokens[at + 3]?.lower ?? '');
  return at > 0 && isMore ? [...tokens.slice(0, at), ...tokens.slice(at + 3)] : tokens;
}
