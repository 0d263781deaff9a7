import { createHash } from 'node:crypto';

/**
 * Draws `size` of the keys, of each file as many as its share (one more or less): a larger sample of the same seed holds
 * the smaller ones.
 */
export function drawSample(
  byFile: ReadonlyMap<string, readonly string[]>,
  size: number,
  seed: number,
): string[] {
  const places = [...byFile].flatMap(([path, keys]) => {
    const offset = chance(seed, path);
    return keys
      .toSorted((one, other) => chance(seed, one) - chance(seed, other))
      .map((key, at) => ({ key, place: (at + offset) / keys.length }));
  });
  return places
    .toSorted((one, other) => one.place - other.place)
    .slice(0, size)
    .map(({ key }) => key);
}

/** From 0 to 1, always the same for the same seed and text. */
function chance(seed: number, text: string): number {
  return createHash('sha256').update(`${seed} ${text}`).digest().readUInt32BE() / 2 ** 32;
}

/** Of a normal distribution 95 % lie within so many standard deviations. */
const Z = 1.96;

/** Between which shares the true one lies with 95 % certainty, as Wilson (1927) has it. */
export function confidenceInterval(noticed: number, judged: number): [low: number, high: number] {
  if (judged === 0) return [0, 1];
  const share = noticed / judged;
  const spread = Z ** 2 / judged;
  const middle = share + spread / 2;
  const half = Z * Math.sqrt((share * (1 - share)) / judged + spread / (4 * judged));
  return [(middle - half) / (1 + spread), (middle + half) / (1 + spread)];
}
