import { describe, expect, it } from 'vitest';
import { confidenceInterval, drawSample } from './draw-sample.ts';

const keysOf = (path: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${path}@${at}`);
const byFile = new Map([
  ['a.ts', keysOf('a.ts', 60)],
  ['b.ts', keysOf('b.ts', 30)],
  ['c.ts', keysOf('c.ts', 10)],
]);

describe('drawSample', () => {
  it('takes of each file its share, and none twice', () => {
    const sample = drawSample(byFile, 20, 1);
    const counts = [...byFile.keys()].map(
      (path) => sample.filter((key) => key.startsWith(path)).length,
    );

    expect(new Set(sample).size).toBe(20);
    for (const [at, share] of [12, 6, 2].entries())
      expect(Math.abs((counts[at] ?? 0) - share)).toBeLessThanOrEqual(1);
  });

  it('is the same for the same seed, another one for another, and part of a larger one', () => {
    const sample = drawSample(byFile, 20, 1);

    expect(drawSample(byFile, 20, 1)).toEqual(sample);
    expect(drawSample(byFile, 20, 2)).not.toEqual(sample);
    expect(drawSample(byFile, 50, 1)).toEqual(expect.arrayContaining(sample));
  });

  it('takes each with the same chance', () => {
    const hits = new Map<string, number>();
    for (let seed = 0; seed < 400; seed += 1)
      for (const key of drawSample(byFile, 20, seed)) hits.set(key, (hits.get(key) ?? 0) + 1);
    const counts = [...byFile.values()].flat().map((key) => hits.get(key) ?? 0);

    // 80 on average, with a standard deviation of 8.
    expect(Math.min(...counts)).toBeGreaterThan(80 - 5 * 8);
    expect(Math.max(...counts)).toBeLessThan(80 + 5 * 8);
  });

  it('is everything when as much is asked for', () => {
    expect(drawSample(byFile, 1_000, 1)).toHaveLength(100);
  });
});

describe('confidenceInterval', () => {
  it('is that of Wilson', () => {
    const [low, high] = confidenceInterval(70, 100);

    expect(low).toBeCloseTo(0.604, 3);
    expect(high).toBeCloseTo(0.781, 3);
  });

  it('says nothing where nothing was judged', () => {
    expect(confidenceInterval(0, 0)).toEqual([0, 1]);
  });
});
