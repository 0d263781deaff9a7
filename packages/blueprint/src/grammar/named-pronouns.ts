import { PLURAL_VALUES } from '../lexicon/fields.ts';
import { MANY_TO_MANY_VERBS, ONE_TO_MANY_VERBS } from '../lexicon/predicates.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { PREPOSITIONS, words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { isInBrackets } from './cursor.ts';

/** Verbs of behaviour: nothing is kept of it. */
const ANSWERING = words('respond reply answer react deal talk listen care look');
export const ANAPHORA_LINKS = words('on at of in for to with by from about into');

/** "sellers put up lots and bidders place bids on them", "each order is picked up at one of them": the things that are meant. */
export function withNamed(tokens: readonly Token[]): readonly Token[] {
  const named: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    // "book classes with them": by means of them, whatever they are.
    const isMeans = tokens[index - 1]?.lower === 'with' && isPlural(tokens[index - 2]?.lower ?? '');
    const isThem =
      token.lower === 'them' &&
      (ANAPHORA_LINKS.has(tokens[index - 1]?.lower ?? '') || isActedOn(tokens, index)) &&
      !ANSWERING.has(tokens[index - 2]?.lower ?? '');
    if (isThem && isMeans) {
      named.pop();
      continue;
    }
    const meant = isThem ? antecedent(tokens, index) : undefined;
    if (meant === undefined) {
      named.push(token);
      continue;
    }
    const isOne = named.at(-1)?.lower === 'of' && named.at(-2)?.lower === 'one';
    if (isOne) named.pop();
    const word = isOne ? singular(meant.lower) : meant.lower;
    named.push({ ...token, text: word, lower: word });
  }
  return named;
}

/** "users like recipes and rate them": the verb after "and" has the object of the one before. */
function isActedOn(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at - 1]?.lower ?? '';
  // "vets vaccinate animals and families adopt them": others do something else with the same.
  const isOpened = [at - 3, at - 4].some((index) =>
    /^(and|while|but|,)$/.test(tokens[index]?.lower ?? ''),
  );
  const isByOthers = isOpened && isPlural(tokens[at - 2]?.lower ?? '');
  if (isByOthers && !PREPOSITIONS.has(verb)) return true;
  const isVerb = MANY_TO_MANY_VERBS.has(verb) || ONE_TO_MANY_VERBS.has(verb);
  return isVerb && /^(and|or|then|also|can|may)$/.test(tokens[at - 2]?.lower ?? '');
}

/** The last plural before the clause in which the pronoun stands. */
function antecedent(tokens: readonly Token[], at: number): Token | undefined {
  const starts = tokens
    .slice(0, at)
    .map(({ lower }, index) => (/^(and|where|but|;|,|while)$/.test(lower) ? index : -1))
    .filter((index) => index > 0);
  const clause = starts.at(-1) ?? 0;
  return tokens
    .slice(0, clause)
    .findLast(
      ({ kind, lower }, index) =>
        !isInBrackets(tokens, index) &&
        kind === 'word' &&
        isPlural(lower) &&
        !isValueWord(lower) &&
        !PLURAL_VALUES.has(lower),
    );
}
