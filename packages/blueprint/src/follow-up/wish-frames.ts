import { acceptAny, type Cursor, cursorOf, peek } from '../grammar/cursor.ts';
import { like } from '../grammar/questions.ts';
import { BE, phrases } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { EDIT_VERBS } from './edit-verbs.ts';

const ASIDES = phrases(`
  oh | ah | hm | btw | by the way | fyi | hi | hey | hello | sorry | actually | one more thing | another thing | one last thing |
  quick one | small one | one more | hi there | hello there | hey there | there , | good morning | also | and | but | ok | okay | please | , | :
`);
const REQUESTS = phrases(`
  would you be able to | could you maybe |  could you please | can you please | would you please | would you mind | could you | can you | would you | will you |
  could we please | can we please | could we | can we | could i | can i | may we | may i | how about | what about |
  i would like to be able to | we would like to be able to | i would love to be able to |
  we would love to be able to | i would love to | we would love to | i want to be able to | we want to be able to |
  we need to be able to | it should be possible to | it should also be possible to | it must be possible to | should be possible to |
  would it be possible for | is it possible for | make it possible for | make it so that | make it possible to | let me be able to | let us be able to | let me | let us | is it possible to | would it be possible to | is there a way to | do you think we could | do you think you could
`);
const ASKED_TO = phrases(`
  asked us to | asked me to | have asked us to | keep asking us to | told us to | want us to | asked to | would like us to
`);
const OPINIONS = phrases(`
  we have decided that | we've decided that | we decided that | it was decided that | it has been decided that | i have decided that | i've decided that |
  i think that | i think | i guess | i feel that | i feel | i believe | we think that | we think | maybe | perhaps | ideally | preferably
`);
const IT_WOULD_BE = phrases(
  "it would be | it'd be | it would also be | it might be | that would be",
);
const GOOD = phrases(
  'nice | great | good | useful | helpful | handy | cool | better | best | ideal | lovely | convenient | awesome',
);
const WISHED = phrases(
  'if we could | if you could | if i could | to be able to | if there was | if there were | if | when | to | that',
);
const FORGOT = phrases(`
  forgot to mention that | forgot to mention | forgot to say that | forgot to say | forgot to tell you that | forgot that |
  should have mentioned that | should have said that | forgot to
`);

/** Passes words that only say that a wish comes: "oh and", "it would be nice if", "we forgot to mention that". */
function skipFrame(cursor: Cursor): void {
  for (;;) {
    const next = { ...cursor };
    const isPassed =
      acceptAny(next, ASIDES) !== null ||
      acceptAny(next, REQUESTS) !== null ||
      acceptAny(next, OPINIONS) !== null ||
      acceptHope(next) ||
      acceptForgotten(next) ||
      acceptAsked(next);
    if (!isPassed || peek(next) === '') return;
    cursor.at = next.at;
  }
}

function acceptHope(cursor: Cursor): boolean {
  if (acceptAny(cursor, IT_WOULD_BE) === null) return false;
  acceptAny(cursor, ['really', 'very', 'also', 'even']);
  return acceptAny(cursor, GOOD) !== null && acceptAny(cursor, WISHED) !== null;
}

function acceptForgotten(cursor: Cursor): boolean {
  if (acceptAny(cursor, ['we', 'i']) === null) return false;
  acceptAny(cursor, ['also', 'totally', 'completely', 'just']);
  return acceptAny(cursor, FORGOT) !== null;
}

const LONGEST_SPEAKER = 3;

/** "our customers asked us to". */
function acceptAsked(cursor: Cursor): boolean {
  for (let ahead = 1; ahead <= LONGEST_SPEAKER; ahead += 1) {
    const after = { ...cursor, at: cursor.at + ahead };
    if (acceptAny(after, ASKED_TO) === null) continue;
    cursor.at = after.at;
    return true;
  }
  return false;
}

/** The wish alone; "would you mind removing the fax" wishes to remove it. */
export function withoutFrame(tokens: readonly Token[]): readonly Token[] {
  const cursor = cursorOf(tokens);
  skipFrame(cursor);
  const [first, ...rest] = tokens.slice(cursor.at);
  const about = tokens[cursor.at - 1];
  if (about?.lower === 'about' && first !== undefined && verbOf(first.lower) === null)
    return [like(about, 'add'), first, ...rest];
  const verb = first === undefined || cursor.at === 0 ? null : verbOf(first.lower);
  return first === undefined || verb === null
    ? tokens.slice(cursor.at)
    : [like(first, verb), ...rest];
}

function verbOf(word: string): string | null {
  if (!word.endsWith('ing')) return null;
  const stem = word.slice(0, -'ing'.length);
  const verbs = [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')];
  return verbs.find((verb) => EDIT_VERBS.has(verb)) ?? null;
}

const REASONS = phrases(`
  because | so that | so we can | so they can | so people can | as we | as nobody | as no one | as it is | as they are
`);

/** "drop the fax number because nobody uses it": why, is no part of the wish. */
export function withoutReason(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    (_token, index) => index > 1 && startsReason(cursorOf(tokens, index)),
  );
  if (at < 0) return tokens;
  return tokens.slice(0, tokens[at - 1]?.lower === ',' ? at - 1 : at);
}

export function startsReason(cursor: Cursor): boolean {
  if (peek(cursor) === 'since') return tellsSomething({ ...cursor, at: cursor.at + 1 });
  return acceptAny({ ...cursor }, REASONS) !== null;
}

/** "since many clients have none", and not "a member since a date". */
function tellsSomething({ tokens, at, end }: Cursor): boolean {
  return tokens
    .slice(at, end)
    .some(
      ({ lower }) =>
        BE.has(lower) || /^(have|has|do|does|need|needs|use|uses|want|can)$/.test(lower),
    );
}
