import type { Qualities } from '../grammar/statements.ts';

/** Called ratings, and no marks that somebody gives: ages, classes, strengths and lists of players. */
const OTHER_RATINGS =
  /^(age|credit|energy|content|film|movie|parental|elo|chess|fide|player|power|fire|bond|insulation|efficiency|emission|octane|pain|load|ip)$/;
/** What ends with ten at most is a rating, whatever it is called here; a score of 100 is a number of points. */
const SCORES = /^(score|grade|mark|note)$/;
const MOST_OF_SCORES = 10;
const MOST_OF_RATINGS = 100;

/** "a rating", "stars", "a score out of ten", "a mark from 1 to 5": what somebody thinks of something. */
export function isRating(words: readonly string[], qualities: Qualities): boolean {
  const { min, max = qualities.outOf } = qualities;
  const head = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  const isOfScale = (min === undefined || min === 1) && qualities.above === undefined;
  if (!isOfScale || qualities.below !== undefined || qualities.unit !== undefined) return false;
  if (!isWithin(max, MOST_OF_RATINGS) || typeof qualities.default === 'string') return false;
  if (/^(ratings?|stars)$/.test(head))
    return !OTHER_RATINGS.test(before) && (words.length < 3 || words.includes('of'));
  const isScale = qualities.outOf !== undefined || (min === 1 && max !== undefined);
  return SCORES.test(head) && isScale && isWithin(max, MOST_OF_SCORES);
}

function isWithin(max: number | undefined, most: number): boolean {
  return max === undefined || (Number.isInteger(max) && max >= 2 && max <= most);
}

const COUNTED = /^(likes|views|forks|followers|shares|downloads|watchers)$/;

/** "likes and stars": how many people starred it. */
export function areCounted(names: readonly string[]): boolean {
  return names.some((name) => COUNTED.test(name));
}
