import { distance } from 'fastest-levenshtein';

const MOST_OFFERED = 5;

/** Those of the names that a person may have meant, the likeliest first: few letters apart, or with a word in common. */
export function nearest<Place>(
  wanted: string,
  named: readonly { name: string; place: Place }[],
): Place[] {
  const words = new Set(wordsOf(wanted));
  const scored = named.map(({ name, place }) => {
    const letters = distance(wanted.toLowerCase(), name.toLowerCase());
    const hasWord = wordsOf(name).some((word) => word.length > 2 && words.has(word));
    return { place, letters, isNear: letters <= Math.max(1, wanted.length / 4) || hasWord };
  });
  return scored
    .filter(({ isNear }) => isNear)
    .toSorted((left, right) => left.letters - right.letters)
    .slice(0, MOST_OFFERED)
    .map(({ place }) => place);
}

function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? []).map((word) => word.toLowerCase());
}
