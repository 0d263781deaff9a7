import { isActorWord } from '../lexicon/people.ts';
import { words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Tagger } from '../text/tagger.ts';
import type { Token } from '../text/tokens.ts';
import type { Predicate } from './predicate.ts';

const ARTICLES = words('a an their');
const BORDERS = /^([,;]|and|but|while)$/;

/**
 * "shippers have a name, carriers a name and a fleet", "members and instructors a name": after things in the plural the verb is
 * told once for all; null where none is left out.
 */
export function matchGappedHave(
  tokens: readonly Token[],
  index: number,
  previous: Predicate | undefined,
  { isThing }: Tagger,
): Predicate | null {
  const [next, after] = [tokens[index]?.lower ?? '', tokens[index + 1]?.lower ?? ''];
  const isAlso = /^(also|only|just)$/.test(next);
  const isArticle = ARTICLES.has(isAlso ? after : next);
  if (previous?.kind !== 'has' || previous.to >= index - 1 || !isArticle) return null;
  const from = subjectStart(tokens, index, isThing);
  if (from < 0 || from <= previous.to || !BORDERS.test(tokens[from - 1]?.lower ?? '')) return null;
  const to = isAlso ? index + 1 : index;
  return {
    ...previous,
    kind: 'has',
    from: index,
    to,
    optional: false,
    verb: 'has',
    subjectFrom: from,
  };
}

/** Where one or two known things or people in the plural begin that end before `end`; -1 where none do. */
function subjectStart(
  tokens: readonly Token[],
  end: number,
  isThing: (word: string) => boolean,
): number {
  const isKnown = (at: number) => {
    const word = tokens[at]?.lower ?? '';
    return isPlural(word) && (isThing(word) || isActorWord(singular(word)));
  };
  if (!isKnown(end - 1)) return -1;
  const isPair = tokens[end - 2]?.lower === 'and' && isKnown(end - 3);
  const border = tokens[end - 4]?.lower ?? '';
  return isPair && BORDERS.test(border) ? end - 3 : end - 1;
}
