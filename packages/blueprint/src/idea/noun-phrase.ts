import { cursorOf } from '../grammar/cursor.ts';
import { readNoun } from '../grammar/noun.ts';
import { isPersonWord } from '../lexicon/people.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import {
  BE,
  CONNECTORS,
  DETERMINERS,
  MODALS,
  PREPOSITIONS,
  RELATIVES,
  words,
} from '../lexicon/words.ts';
import { isPlural, plural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';

/** A noun with the words before it: in the singular, and where it ends among the words of the prompt. */
export type NounPhrase = {
  name: string;
  isPlural: boolean;
  isOurs: boolean;
  from: number;
  end: number;
};

const MAX_WORDS = 3;
const SKIPPED = words(
  'shared monthly weekly daily yearly annual new own different various several many few certain other',
);
/** With these an idea goes on behind a noun. */
const GOES_ON = words(
  'per max maximum most only once everyone everybody nobody me them us or daily weekly monthly yearly hourly annually quarterly twice again together online',
);

const NO_NAMES = new Set([
  ...[...PREPOSITIONS, ...CONNECTORS, ...RELATIVES, ...MODALS, ...BE],
  ...words('i we you he she it they no not if'),
]);

const isName = (word: string | undefined) =>
  word !== undefined &&
  /^\p{L}[\p{L}\p{N}'’-]*$/u.test(word) &&
  !GOES_ON.has(word) &&
  !NO_NAMES.has(word);

/** As the grammar reads it, but for words that go on with the idea: "14 days | max", "hours | worked on projects". */
function endOfNoun(said: readonly string[], from: number): number {
  const cursor = cursorOf(said.map(toToken), from);
  if (readNoun(cursor) === null) return from;
  const until = Math.min(cursor.at, from + MAX_WORDS);
  for (let end = from; end < until; end += 1)
    if ((GOES_ON.has(said[end] ?? '') && !isRate(said, end)) || isAfterwards(said, from, end))
      return end;
  return until;
}

function toToken(lower: string): Token {
  const kind = /^\p{L}/u.test(lower) ? 'word' : /^\d/.test(lower) ? 'number' : 'symbol';
  return { kind, text: lower, lower, start: 0, end: 0, possessive: false, quoted: false };
}

/** "the meeting rooms", "a score"; null where no noun stands there. */
export function nounAt(said: readonly string[], at: number): NounPhrase | null {
  let from = at;
  while (
    !isRate(said, from) &&
    (DETERMINERS.has(said[from] ?? '') || SKIPPED.has(said[from] ?? ''))
  )
    from += 1;
  const end = endOfNoun(said, from);
  return phraseOf(said, at, from, end);
}

export function phraseOf(
  said: readonly string[],
  at: number,
  from: number,
  end: number,
): NounPhrase | null {
  const head = said[end - 1];
  if (end <= from || head === undefined || !isName(head)) return null;
  return {
    name: [...said.slice(from, end - 1), singular(head)].join(' '),
    isPlural: isPlural(head) || /^(staff|personnel)$/.test(head),
    isOurs: /^(our|my)$/.test(said[at] ?? ''),
    from: at,
    end,
  };
}

/** "hours | worked on projects", "tickets | assigned": what was done to it stands after the noun. */
const isAfterwards = (said: readonly string[], from: number, end: number) =>
  end > from &&
  /(ed|taken|done|spent|given)$/.test(said[end] ?? '') &&
  isPlural(said[end - 1] ?? '');

/** "hourly rates": of what else is done hourly, the word tells when. */
const isRate = (said: readonly string[], at: number) =>
  /^(hourly|daily|weekly|monthly|yearly)$/.test(said[at] ?? '') &&
  /^(rate|wage|fee|price|salary)s?$/.test(said[at + 1] ?? '');

export const headOf = (name: string) => name.split(' ').at(-1) ?? '';

/** "a class", "an employee". */
export const one = (name: string) => `${/^([aeio]|u(?!s|ni))/.test(name) ? 'an' : 'a'} ${name}`;

export function many(name: string): string {
  const said = name.split(' ');
  const last = said.at(-1) ?? '';
  // The reader takes what has no plural for a value: "feedbacks" are several.
  return [...said.slice(0, -1), plural(last) === last ? `${last}s` : plural(last)].join(' ');
}

export function inSingular(name: string): string {
  const said = name.split(' ');
  return [...said.slice(0, -1), singular(said.at(-1) ?? '')].join(' ');
}

const SOMEBODY = words(
  'member user customer client player kid child student pupil neighbour neighbor employee owner person friend donor voter reader visitor passenger driver parent subscriber attendee teacher mentor nurse farmer seller buyer landlord admin editor singer colleague freelancer roommate courier staff intern',
);
/** Somebody who does something, by the last word. */
export const isSomebody = (name: string) =>
  SOMEBODY.has(headOf(name)) ||
  isPersonWord(headOf(name)) ||
  (/(er|or)$/.test(headOf(name)) && !NO_DOERS.has(headOf(name)));

/** Things that end like those who do something. */
const NO_DOERS = words(
  'container computer printer scooter trailer folder paper water order number letter sensor motor tractor reminder tracker offer poster sticker voucher flower tower monitor router server timer meter charger cover filter color door floor chapter corner counter drawer elevator mirror sweater tender supper dinner locker shower river beer deer tiger helicopter transfer register calendar matter error newsletter answer power layer generator refrigerator boiler heater freezer cooler mower projector',
);

export const isValue = (name: string) =>
  isValueWord(headOf(name)) || /^(pros|cons|pro|con)$/.test(name);

/** "each day", "weekly", "by day": when it is done, which the date of what is kept tells. */
export function endOfTimes(said: readonly string[], at: number): number {
  const span =
    /^(for the (?:day|week|month|year|weekend|season)|(?:this|next|last) (?:day|week|month|year))$/;
  if (span.test(said.slice(at, at + 3).join(' '))) return at + 3;
  if (span.test(said.slice(at, at + 2).join(' '))) return at + 2;
  const isLast = said[at + 1] === undefined || !isName(said[at + 1]);
  if (isLast && /^(daily|weekly|monthly|yearly|annually)$/.test(said[at] ?? '')) return at + 1;
  const isSpan = /^(day|week|month|year|evening|morning|night|time)$/.test(said[at + 1] ?? '');
  return isSpan && /^(each|every|by|per|a)$/.test(said[at] ?? '') ? at + 2 : at;
}
