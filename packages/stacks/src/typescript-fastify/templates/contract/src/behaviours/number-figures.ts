import { Refusal } from '../contract/refusal.ts';

const sumOf = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0);
const meanOf = (all: readonly number[]) => sumOf(all) / all.length;
const sortedOf = (all: readonly number[]) => all.toSorted((one, other) => one - other);
const leastOf = (all: readonly number[]) =>
  all.reduce((one, each) => Math.min(one, each), Number.POSITIVE_INFINITY);
const mostOf = (all: readonly number[]) =>
  all.reduce((one, each) => Math.max(one, each), Number.NEGATIVE_INFINITY);

// @if spreads
/** The squares of how far each lies from the mean, over as many as are counted. */
function varianceOf(all: readonly number[], count: number): number {
  const mean = meanOf(all);
  return all.reduce((sum, each) => sum + (each - mean) ** 2, 0) / count;
}

// @end
// @if modes
/** Those that occur most often, the least of them first. */
function modesOf(all: readonly number[]): number[] {
  const times = new Map<number, number>();
  for (const each of all) times.set(each, (times.get(each) ?? 0) + 1);
  const most = mostOf([...times.values()]);
  return sortedOf([...times].flatMap(([value, count]) => (count === most ? [value] : [])));
}

// @end
const FIGURES = {
  sum: sumOf,
  mean: meanOf,
  median: (all: readonly number[]) => {
    const sorted = sortedOf(all);
    const [low = Number.NaN, high = Number.NaN] = [
      sorted[Math.floor((sorted.length - 1) / 2)],
      sorted[Math.ceil((sorted.length - 1) / 2)],
    ];
    return (low + high) / 2;
  },
  least: leastOf,
  most: mostOf,
  'how-many': (all: readonly number[]) => all.length,
  range: (all: readonly number[]) => mostOf(all) - leastOf(all),
  // @if modes
  mode: (all: readonly number[]) => modesOf(all)[0] ?? Number.NaN,
  modes: modesOf,
  // @end
  product: (all: readonly number[]) => all.reduce((product, each) => product * each, 1),
  distinct: (all: readonly number[]) => new Set(all).size,
  // @if spreads
  variance: (all: readonly number[]) => varianceOf(all, all.length),
  deviation: (all: readonly number[]) => Math.sqrt(varianceOf(all, all.length)),
  'sample-variance': (all: readonly number[]) => varianceOf(all, all.length - 1),
  'sample-deviation': (all: readonly number[]) => Math.sqrt(varianceOf(all, all.length - 1)),
  // @end
  sorted: sortedOf,
  unique: (all: readonly number[]) => [...new Set(all)],
};
export type NumberFigure = keyof typeof FIGURES;

export function isFigure(name: string): name is NumberFigure {
  return Object.hasOwn(FIGURES, name);
}

/** Of no numbers at all there is no mean. */
export function figureOf(name: NumberFigure, given: unknown): number | number[] {
  if (!Array.isArray(given)) throw new Refusal('invalid', 'A list of numbers is missing.');
  const result = FIGURES[name](given.map(Number));
  const all = typeof result === 'number' ? [result] : result;
  if (!all.every(Number.isFinite)) throw new Refusal('invalid', 'There is no such figure.');
  return result;
}
