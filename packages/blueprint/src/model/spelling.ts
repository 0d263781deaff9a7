/** True when one letter was added, dropped, changed or swapped with its neighbour. */
function isOneTypoApart(left: string, right: string): boolean {
  if (left === right || Math.abs(left.length - right.length) > 1) return false;
  let head = 0;
  while (head < Math.min(left.length, right.length) && left[head] === right[head]) head += 1;
  let tail = 0;
  while (
    tail < Math.min(left.length, right.length) - head &&
    left[left.length - 1 - tail] === right[right.length - 1 - tail]
  )
    tail += 1;
  const leftRest = left.slice(head, left.length - tail);
  const rightRest = right.slice(head, right.length - tail);
  if (Math.max(leftRest.length, rightRest.length) <= 1) return true;
  return (
    leftRest.length === 2 &&
    rightRest.length === 2 &&
    leftRest[0] === rightRest[1] &&
    leftRest[1] === rightRest[0]
  );
}

const MIN_LENGTH = 5;

/** The word of `vocabulary` that `word` is one typo away from; null when it is short, known or ambiguous. */
export function correct(word: string, vocabulary: Iterable<string>): string | null {
  if (word.length < MIN_LENGTH) return null;
  let found: string | null = null;
  for (const candidate of vocabulary) {
    if (candidate === word) return null;
    if (candidate === `${word}s` || word === `${candidate}s`) continue;
    // "a cleaner" cleans; it is no "cleaned" with a wrong letter.
    if (/e[dr]$/.test(word) && /e[dr]$/.test(candidate)) continue;
    if (
      candidate.length < MIN_LENGTH ||
      candidate[0] !== word[0] ||
      !isOneTypoApart(word, candidate)
    )
      continue;
    if (found !== null) return null;
    found = candidate;
  }
  return found;
}
