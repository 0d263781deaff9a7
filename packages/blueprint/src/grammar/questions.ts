import { words } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';

const ASKING = words(
  'know see note store record keep track save want tell log need write recorded noted logged',
);
const MEASURED = words('many much long old far often tall heavy');
const ENDS = /^(,|and|or|but|\(|\)|;|\.|)$/;

type Part = { tokens: Token[]; length: number };

/** "who the customer is, how urgent it is, on which day we go there": the customer, the urgency and the day are meant. */
export function withAnswers(tokens: readonly Token[]): readonly Token[] {
  const asked = tokens.findIndex(({ lower }) => ASKING.has(lower));
  if (asked < 0) return tokens;
  const made: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const part = index > asked ? answerAt(tokens, index) : null;
    const token = tokens[index];
    if (part !== null) made.push(...part.tokens);
    else if (token !== undefined) made.push(token);
    index += part?.length ?? 1;
  }
  return made;
}

function answerAt(tokens: readonly Token[], at: number): Part | null {
  const before = tokens[at - 1]?.lower ?? '';
  if (!ENDS.test(before) && !ASKING.has(before)) return null;
  const [first, second, third, fourth] = tokens.slice(at, at + 4);
  if (first === undefined || second === undefined || third === undefined) return null;
  const said = [first, second, third].map(({ lower }) => lower);
  if (/^(who|what) (the|its|their)$/.test(said.slice(0, 2).join(' ')))
    return askedThing(tokens, at);
  if (/^what (was|is|gets) (done|written|said|found|bought|needed)$/.test(said.join(' ')))
    return { tokens: [{ ...like(first, 'description'), end: third.end }], length: 3 };
  if (/^who (has|have) an?$/.test(said.join(' ')) && ASKING.has(before))
    return { tokens: [like(first, 'whether'), like(second, 'it'), like(second, 'has')], length: 3 };
  if (
    said[0] === 'how' &&
    !MEASURED.has(said[1] ?? '') &&
    /^(it|they|this)$/.test(said[2] ?? '') &&
    /^(is|are|was)$/.test(fourth?.lower ?? '')
  )
    return { tokens: [like(first, 'the'), second], length: 4 };
  if (/^(on|at|in) (which|what)$/.test(said.slice(0, 2).join(' ')))
    return { tokens: [like(second, 'the'), third], length: 3 + clauseLength(tokens, at + 3) };
  return null;
}

/** "who the customer is": up to the verb, which says no more. */
function askedThing(tokens: readonly Token[], at: number): Part | null {
  const be = tokens.findIndex(({ lower }, index) => index > at + 1 && /^(is|are|was)$/.test(lower));
  const isWhole = be > at + 2 && be < at + 6 && ENDS.test(tokens[be + 1]?.text ?? '');
  return isWhole ? { tokens: tokens.slice(at + 1, be), length: be + 1 - at } : null;
}

/** The words of a clause up to the next sign or "and". */
function clauseLength(tokens: readonly Token[], from: number): number {
  const end = tokens.findIndex(({ lower }, index) => index >= from && ENDS.test(lower));
  return (end < 0 ? tokens.length : end) - from;
}

/** A word of the grammar in the place of one of the prompt. */
export function like(token: Token, word: string): Token {
  return { ...token, kind: 'word', text: word, lower: word };
}
