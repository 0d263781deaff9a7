import { splitSentences, stripEnd, stripStart } from '../grammar/sentences.ts';
import { words } from '../lexicon/words.ts';
import { type Block, toSegments } from '../text/blocks.ts';
import { singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { clauseEnds, clauseStarts, JOINTS, textOf } from './clauses.ts';
import type { Candidate, Computation, Span } from './statements.ts';

/** Words without which nothing is computed; other sentences are not looked at. */
const SIGNS = words(
  'times x × = multiplied product sum sums plus minus less difference added adds number count many computed calculated derived',
);

/** What a prompt says to be worked out: whole sentences, and members of a list ("a total that is ..."). */
export function readComputed(blocks: readonly Block[]): Candidate[] {
  return toSegments(blocks)
    .filter(({ isRow }) => !isRow)
    .flatMap(({ tokens }) => splitSentences(tokens))
    .filter((whole) => whole.some(({ lower }) => SIGNS.has(lower)))
    .flatMap((whole) => readSentence(stripStart(stripEnd(whole)), whole));
}

const OPENS = words('has have with having including includes show shows');

function readSentence(tokens: readonly Token[], whole: readonly Token[]): Candidate[] {
  const found: Candidate[] = [];
  const opened = tokens.flatMap(({ lower }, at) => (OPENS.has(lower) ? [at + 1] : []));
  const starts = [...clauseStarts(tokens), ...opened].sort((one, other) => one - other);
  let after = 0;
  for (const from of starts) {
    if (from < after) continue;
    for (const to of clauseEnds(tokens, from)) {
      const made = readComputation(textOf(tokens, from, to), to === tokens.length);
      if (made === null) continue;
      const span = spanOf(tokens, whole, from, to);
      found.push({ ...span, options: [{ ...made, ...span }], isFirm: true });
      after = to;
      break;
    }
  }
  return found;
}

/** With what joins it to the rest: before it, or after it where it stands first in its list. */
function spanOf(tokens: readonly Token[], whole: readonly Token[], from: number, to: number): Span {
  const isJoint = (at: number) => JOINTS.has(tokens[at]?.lower ?? '');
  let [first, last] = [from, to];
  while (first > 0 && isJoint(first - 1)) first -= 1;
  if (first === from && from > 0) while (last < tokens.length && isJoint(last)) last += 1;
  const start = first === 0 ? whole[0] : tokens[first];
  // What stays of a sentence keeps its end mark.
  const end = first === 0 && last === tokens.length ? whole.at(-1) : tokens[last - 1];
  return { start: start?.start ?? 0, end: end?.end ?? 0 };
}

const WORD =
  "(?!(?:and|or|times|x|plus|minus|less|is|are|of|that|which|multiplied|sum|has|have|with|by|from|as|for|we|how|many)\\b)[a-z][a-z0-9'/-]*";
const DETERMINER = '(?:(?:an?|the|each|every|its|their|all|all its|all the|all of its) )*';
/** Up to four words that name a field or a thing. */
const noun = (name: string) => `${DETERMINER}(?<${name}>${WORD}(?: ${WORD}){0,3})`;
const IS =
  '(?:(?:that |which )?(?:always )?(?:is|are|equals|is calculated as|is computed as|is worked out as|is calculated from|is computed from|calculated as|computed as|is equal to)|=|:|\\()';
const END = '(?: (?:automatically|in total))?(?: \\))?';

const HAS = '(?:it|they|he|she) (?:has|have)|there are|belong to (?:it|them)';
const COUNTED = `(?:how many ${noun('rows')} (?:${HAS})|(?:the |its |their )(?:total )?(?:number|count) of ${noun('rows')})`;

const EXPRESSIONS: readonly (readonly [RegExp, (groups: Groups) => Computation['how'] | null])[] = [
  [of(`${noun('a')} (?:times|x|×|multiplied by) ${noun('b')}`), operation('product')],
  [of(`(?:the )?product of ${noun('a')} and ${noun('b')}`), operation('product')],
  [of(`${noun('a')} plus ${noun('b')}(?: plus ${noun('c')})?`), operation('sum')],
  [of(`(?:the )?sum of ${noun('a')} and ${noun('b')}`), operation('sum')],
  [
    of(`${noun('a')} (?:minus|less|-|–) ${noun('b')}(?: (?:minus|less|-|–) ${noun('c')})?`),
    operation('difference'),
  ],
  [of(`(?:the )?difference (?:of|between) ${noun('a')} and ${noun('b')}`), operation('difference')],
  [of(`(?:the )?sum of ${noun('field')} of ${noun('rows')}`), total],
  [of(`(?:the )?sum of ${noun('rows')}`), total],
  [of(`${noun('rows')} added up`), total],
  [of(COUNTED), count],
];

function count({ rows = '' }: Groups): Computation['how'] {
  return { kind: 'count', rows: rows.split(' ') };
}

type Groups = Readonly<Record<string, string>>;

function of(text: string): RegExp {
  return new RegExp(`^${text}${END}$`);
}

function operation(kind: 'product' | 'sum' | 'difference') {
  return ({ a, b, c }: Groups): Computation['how'] => ({
    kind,
    of: [a, b, c].flatMap((each) => (each === undefined ? [] : [each.split(' ')])),
  });
}

function total({ field, rows = '' }: Groups): Computation['how'] {
  return { kind: 'total', field: field?.split(' ') ?? null, rows: rows.split(' ') };
}

const SHOWS = '(?:has|have|shows?|tells?|displays?|knows?|lists?|says?)';
const SHOWN = '(?:(?:is|are) )?(?:shown|displayed|counted|given|listed)';
/** What is counted gives the name: "a member shows how many loans it has", "with the number of comments". */
const NAMELESS: readonly RegExp[] = [
  new RegExp(`^(?:(?:it |they )?(?:also )?${SHOWS} )?${COUNTED}$`),
  new RegExp(`^${noun('thing')} ${SHOWS} ${COUNTED}$`),
  new RegExp(
    `^(?:for|on|with|of) ${noun('thing')} (?:, )?(?:(?:we|you|it|i|one|the app) )?(?:(?:can )?(?:see|show|shows|count|counts|want) )?${COUNTED}(?: ${SHOWN})?$`,
  ),
  new RegExp(`^${COUNTED} (?:${SHOWN} )?(?:of|for|on|with|in|per) ${noun('thing')}(?: ${SHOWN})?$`),
];

const HEADS: readonly RegExp[] = [
  new RegExp(
    `^(?:the |an? )?(?<name>${WORD}(?: ${WORD}){0,2}) of ${noun('thing')} ${IS} (?<how>.+)$`,
  ),
  new RegExp(
    `^${DETERMINER}(?<thing>${WORD}(?: ${WORD}){0,2})'s (?<name>${WORD}(?: ${WORD}){0,2}) ${IS} (?<how>.+)$`,
  ),
  new RegExp(
    `^${noun('thing')} (?:has|have) ${DETERMINER}(?<name>${WORD}(?: ${WORD}){0,2}) ${IS} (?<how>.+)$`,
  ),
  new RegExp(`^${noun('name')} ${IS} (?<how>.+)$`),
];

/** "A line has a total = ..., a note": the rest of a list needs its subject, so that this is read from "a total" on. */
const LISTING = new RegExp(`^${noun('thing')} (?:has|have) `);

/** "The order total is computed", "totals are calculated from the items": of what, is plain where there is one way. */
const PLAIN = new RegExp(
  `^(?:${DETERMINER}(?<name>(?:${WORD} ){0,3}(?:total|totals|subtotal|total price|total amount|total cost|sum))(?: of ${noun('thing')})?) (?:is|are|gets|get) (?:automatically )?(?:computed|calculated|derived|added up|worked out)(?: automatically| for me)?(?: from ${noun('rows')})?$`,
);

function readComputation(text: string, isToTheEnd: boolean): Computation | null {
  if (!isToTheEnd && LISTING.test(text)) return null;
  const plain = isToTheEnd ? PLAIN.exec(text)?.groups : undefined;
  if (plain !== undefined) {
    const { thing, name = '', rows } = plain;
    const how = { kind: 'plain' as const, rows: rows?.split(' ') ?? null };
    const words = name.split(' ').map(singular);
    return { kind: 'computed', thing: thing?.split(' ') ?? null, name: words, how };
  }
  for (const pattern of NAMELESS) {
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) continue;
    const thing = groups.thing?.split(' ') ?? null;
    return { kind: 'computed', thing, name: null, how: count(groups) };
  }
  for (const head of HEADS) {
    const groups = head.exec(text)?.groups;
    if (groups === undefined) continue;
    const isEquation = / = /.test(text);
    const how = readHow(groups.how ?? '', isEquation);
    if (how === null) continue;
    const { thing, name = '' } = groups;
    return { kind: 'computed', thing: thing?.split(' ') ?? null, name: name.split(' '), how };
  }
  return null;
}

/** A plus sign is read as "and". */
function readHow(text: string, isEquation: boolean): Computation['how'] | null {
  const said = isEquation ? text.replaceAll(' and ', ' plus ') : text;
  for (const [pattern, make] of EXPRESSIONS) {
    const groups = pattern.exec(said)?.groups;
    if (groups !== undefined) return make(groups);
  }
  return null;
}
