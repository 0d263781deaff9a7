import { words } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';

const PERIODS = words(
  'day week month quarter year season term semester morning evening afternoon night weekend hour monday tuesday wednesday thursday friday saturday sunday',
);
const TIMES_OF = words(
  'spring summer autumn fall winter january february march april may june july august september october november december',
);
const SUBJECTS = words('we i they he she you the a an each every our my people someone somebody');
const LINKS = words('a per every each');

/** "Twice a week I write", "in autumn pickers pick": how often or when something is done, before who does it; 0 for anything else. */
export function timeOpening(tokens: readonly Token[], from: number): number {
  const length = lengthAt(tokens.slice(from, from + 5).map(({ lower }) => lower));
  const next = tokens[from + length];
  if (length === 0 || next === undefined) return 0;
  if (next.text === ',') return opensClause(tokens, from + length + 1) ? length + 1 : 0;
  return opensClause(tokens, from + length) ? length : 0;
}

function lengthAt([first = '', second = '', third = '', fourth = '']: readonly string[]): number {
  if (/^(every|each)$/.test(first) && PERIODS.has(second)) return 2;
  if (/^every$/.test(first) && /^(two|three|four|six|second|other)$/.test(second))
    return PERIODS.has(third.replace(/s$/, '')) ? 3 : 0;
  if (/^(once|twice)$/.test(first) && LINKS.has(second) && PERIODS.has(third)) return 3;
  const isTimes = second === 'times' && LINKS.has(third) && PERIODS.has(fourth);
  if (/^(two|three|four|five|several|many)$/.test(first) && isTimes) return 4;
  if (first === 'in' && TIMES_OF.has(second)) return 2;
  if (first === 'in' && second === 'the' && (PERIODS.has(third) || TIMES_OF.has(third))) return 3;
  return first === 'at' && second === 'the' && third === 'weekend' ? 3 : 0;
}

function opensClause(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  return SUBJECTS.has(word) || (isPlural(word) && tokens[at + 1]?.kind === 'word');
}
