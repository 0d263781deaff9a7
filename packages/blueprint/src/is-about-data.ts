import { ERRANDS, LEAD_FILLERS, LEAD_VERBS, NOT_DATA } from './lexicon/apps.ts';
import type { Draft } from './model/draft.ts';
import type { Block } from './text/blocks.ts';

/** False for questions, errands and things made of something else than data ("write a raytracer"). */
export function isAboutData(blocks: readonly Block[], draft: Draft): boolean {
  const substance =
    [...draft.entities.values()].reduce((sum, entity) => sum + entity.fields.length, 0) +
    draft.facts.length;
  const tokens = blocks.flatMap((block) => block.tokens).slice(0, 40);
  const first = tokens[0]?.lower ?? '';
  const words = tokens.map((token) => token.lower);
  if (asksForSomethingElse(words)) return substance >= (words.some(isDoing) ? 4 : 2);
  if (ERRANDS.has(first)) return substance >= 3;
  return true;
}

/** "A letter has a subject" describes, "write a letter with a subject" asks for one. */
function isDoing(word: string, index: number): boolean {
  return index < 4 && LEAD_VERBS.has(word);
}

/** The first noun after "write a ..." is a poem, a game, an algorithm. */
export function asksForSomethingElse(words: readonly string[]): boolean {
  let index = 0;
  while (
    index < words.length &&
    (LEAD_FILLERS.has(words[index] ?? '') || LEAD_VERBS.has(words[index] ?? ''))
  )
    index += 1;
  return words.slice(index, index + 3).some((word) => NOT_DATA.has(word)) && index > 0;
}
