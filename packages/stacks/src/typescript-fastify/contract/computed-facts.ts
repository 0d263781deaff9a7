import type { ApiContract } from '@quantumlayer/contracts';

/** Which functions of texts and numbers an app needs. */
export function computedFacts({ operations }: ApiContract) {
  const used = new Set(
    operations.flatMap(({ behaviour }) =>
      behaviour.kind === 'compute' ? behaviour.values.map((value) => value.function) : [],
    ),
  );
  const has = (pattern: RegExp) => [...used].some((name) => pattern.test(name));
  const slugTexts = has(/^slug/);
  const topWords = used.has('top-words');
  const romans = has(/^roman/);
  return {
    ...{ slugTexts, topWords, romans },
    wordCounts: topWords || has(/^(words-said|distinct-words)$/),
    palindromes: used.has('palindrome'),
    spreads: has(/variance|deviation/),
    modes: has(/^modes?$/),
    choosingTexts: slugTexts || topWords,
    refusingTexts: slugTexts || romans,
  };
}
