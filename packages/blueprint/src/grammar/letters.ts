import { words } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';

const SIGNED_OFF = words('regards cheers greetings wishes sincerely faithfully thanks thx');
const AROUND = words(
  'kind kindest best warm warmest many friendly with my our all the yours and in advance',
);
const MOST_WORDS = 5;

/** "Kind regards", "cheers": how a letter ends says nothing of what is to be kept. */
export function isSignOff(tokens: readonly Token[]): boolean {
  const said = tokens.filter(({ kind }) => kind !== 'symbol');
  return (
    said.length <= MOST_WORDS &&
    said.some(({ lower }) => SIGNED_OFF.has(lower)) &&
    said.every(({ lower }) => SIGNED_OFF.has(lower) || AROUND.has(lower))
  );
}

/** "Subject: software for our nursery": the first line of a mail is its title. */
export function withoutSubjectLine(tokens: readonly Token[]): readonly Token[] {
  const [label, colon] = tokens;
  const isLine = /^(subject|re|fwd?)$/.test(label?.lower ?? '') && colon?.text === ':';
  return isLine && tokens.length > 2 ? tokens.slice(2) : tokens;
}
