import { PERIODS } from '../lexicon/periods.ts';
import { words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { withoutAsides } from './asides.ts';
import { withBounds } from './bound-words.ts';
import { withGiven, withYield } from './giving.ts';
import { withKeptOf } from './kept-of.ts';
import { withMoments, withSpans } from './moments.ts';
import { ANAPHORA_LINKS, withNamed } from './named-pronouns.ts';
import { withOptionalPartners } from './optional-partners.ts';
import { PLAINLY_SAID } from './plainly-said.ts';
import { like, withAnswers } from './questions.ts';
import { RECORDS_TOLD } from './records-told.ts';
import { TOLD_OTHERWISE, withoutReason, withSubjectMatter } from './told-otherwise.ts';
import { TOLD_SHORTLY } from './told-shortly.ts';
import { withLastingNumber, withNumberChoice, withNumbers, withSizes } from './value-phrases.ts';
import { withWhichOf } from './which-which.ts';
import {
  OTHER_WORDINGS,
  withComments,
  withInterest,
  withKinds,
  withoutDirections,
  withoutLikes,
  withoutOverview,
  withoutOwnDeed,
  withoutRecordName,
  withPlaces,
} from './wordings.ts';

const ASKED_FOR = words('track note record see know store keep mark enter write register');

/** "is it clean?", "we track if it is": whether it is. */
function withFlags(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, at) => {
    const [before, next] = [tokens[at - 1]?.text ?? '', tokens[at + 1]?.lower ?? ''];
    const isAsked =
      /^(is|was|has)$/.test(token.lower) && /^(it|he|she)$/.test(next) && /^[,:(]$/.test(before);
    const isKept = token.lower === 'if' && ASKED_FOR.has(before.toLowerCase());
    const isNoting =
      /^(note|mark|write|enter|know)$/.test(token.lower) &&
      /^(we|i|to|also)$/i.test(before) &&
      /^(whether|if)$/.test(next);
    if (isNoting) return like(token, 'track');
    return isAsked || isKept ? like(token, 'whether') : token;
  });
}

/** In the order in which they are taken: each leaves to the next what it does not know. */
const STEPS: readonly ((tokens: readonly Token[]) => readonly Token[])[] = [
  ...[
    ...PLAINLY_SAID,
    ...TOLD_SHORTLY,
    ...RECORDS_TOLD,
    withSubjectMatter,
    withKeptOf,
    withWhichOf,
    withNumbers,
    withSizes,
    withNumberChoice,
    withLastingNumber,
    withFlags,
    withoutReason,
    withoutTurns,
    withBounds,
    withVerbs,
    withoutRepetition,
    withOptionalPartners,
    ...OTHER_WORDINGS,
    ...TOLD_OTHERWISE,
  ],
  ...[
    withoutLikes,
    withKinds,
    withoutDirections,
    withoutOwnDeed,
    withoutOverview,
    withComments,
    withInterest,
    withOneOf,
    withoutOrder,
    withoutAsides,
    withLaterPlace,
    withoutRecordName,
    withSubject,
    withAnswers,
  ],
  ...[
    withPlaces,
    withDuration,
    withSpans,
    withMoments,
    withNamed,
    withGiven,
    withYield,
    withBrackets,
  ],
];

/** A sentence in the words that the grammar knows: each token keeps its place in the prompt. */
export function rephrase(tokens: readonly Token[]): readonly Token[] {
  return STEPS.reduce((said, step) => step(said), tokens);
}

const LASTING = words('last lasts take takes');
const TIMES = words(
  'second seconds minute minutes min mins hour hours day days week weeks month months',
);

/** "sessions last 30 to 180 minutes", "..., takes 2 hours": a duration that is kept. */
function withDuration(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, at) => {
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    const isTimed = tokens.slice(at + 2, at + 6).some(({ lower }) => TIMES.has(lower));
    if (!LASTING.has(token.lower) || next?.kind !== 'number' || !isTimed) return [token];
    if (before?.text === ',' || /^(and|which|that)$/.test(before?.lower ?? ''))
      return [like(token, 'duration')];
    return before?.kind === 'word' && isPlural(before.lower)
      ? [like(token, 'have'), like(token, 'duration')]
      : [token];
  });
}

/** "is with one participant at a time": one after the other, and no time that is kept. */
function withoutTurns(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    (_token, index) => index > 2 && wordsAt(tokens, index, 3) === 'at a time',
  );
  const isOne = tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => lower === 'one');
  return at > 0 && isOne ? [...tokens.slice(0, at), ...tokens.slice(at + 3)] : tokens;
}

/** "lives in one of our barns": in a barn. */
function withOneOf(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, at) => {
    const isOneOf = (from: number): boolean =>
      from > 0 &&
      ANAPHORA_LINKS.has(tokens[from - 1]?.lower ?? '') &&
      tokens[from]?.lower === 'one' &&
      tokens[from + 1]?.lower === 'of' &&
      /^(our|my|the|their|these)$/.test(tokens[from + 2]?.lower ?? '') &&
      isPlural(tokens[from + 3]?.lower ?? '');
    if (isOneOf(at - 1) || isOneOf(at - 2)) return [];
    return isOneOf(at - 3) ? [like(token, singular(token.lower))] : [token];
  });
}

function wordsAt(tokens: readonly Token[], at: number, count: number): string {
  return Array.from({ length: count }, (_none, ahead) => tokens[at + ahead]?.lower ?? '').join(' ');
}

/** "pieces in a fixed order", "has questions in an order": it is not kept by itself. */
function withoutOrder(tokens: readonly Token[]): readonly Token[] {
  const plain = tokens.findIndex(
    (_token, index) =>
      isPlural(tokens[index - 1]?.lower ?? '') &&
      /^in an? (order|sequence) ([.;,]|)$/.test(wordsAt(tokens, index, 4)) &&
      tokens.slice(0, index).some(({ lower }) => /^(has|have|contains?)$/.test(lower)),
  );
  if (plain > 0) return [...tokens.slice(0, plain), ...tokens.slice(plain + 3)];
  const at = tokens.findIndex(
    ({ lower }, index) =>
      lower === 'in' &&
      tokens[index + 1]?.lower === 'a' &&
      /^(fixed|certain|given|specific|particular|defined)$/.test(tokens[index + 2]?.lower ?? '') &&
      /^(order|sequence)$/.test(tokens[index + 3]?.lower ?? ''),
  );
  return at < 1 ? tokens : [...tokens.slice(0, at), ...tokens.slice(at + 4)];
}

const WRITING = words('write note jot put take written noted');

/** "kids take part in camps": they participate, each in many. */
function takesPart(tokens: readonly Token[], at: number): boolean {
  const [what] = tokens.slice(at + 3);
  return wordsAt(tokens, at, 3) === 'take part in' && /^them$|^[a-z]{3,}s$/.test(what?.lower ?? '');
}

/** "write down their name", "is written down": to record it. */
function withVerbs(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1];
    const next = tokens[index + 1]?.lower ?? '';
    if (/^gets?$/.test(token.lower) && /(ed|read|sent|done|paid|made|given|built|sold)$/.test(next))
      return [like(token, token.lower === 'get' ? 'are' : 'is')];
    if (token.lower === 'got' && /^(has|have)$/.test(before?.lower ?? '')) return [];
    if (takesPart(tokens, index)) return [like(token, 'participate')];
    if (takesPart(tokens, index - 1)) return [];
    if (token.lower === 'down' && WRITING.has(before?.lower ?? '')) return [];
    if (next !== 'down' || !WRITING.has(token.lower)) return [token];
    const lower = /(en|ed)$/.test(token.lower) ? 'recorded' : 'record';
    return [{ ...token, text: lower, lower }];
  });
}

/** "In an order there are positions", "with each pledge comes an amount": the order and the pledge have them. */
function withSubject(tokens: readonly Token[]): readonly Token[] {
  const [link, article] = tokens;
  if (link === undefined || !/^(in|at|on|to|with|from|during)$/.test(link.lower)) return tokens;
  if (!/^(a|an|each|every|one)$/.test(article?.lower ?? '')) return tokens;
  const verb = tokens.findIndex(
    ({ lower }, index) =>
      index > 2 &&
      index < 6 &&
      (/^(comes?|belongs?)$/.test(lower) ||
        (lower === 'there' && isBe(tokens[index + 1])) ||
        isInverted(tokens, index)),
  );
  const has = tokens[verb];
  if (has === undefined) return withPlace(tokens);
  const after = has.lower === 'there' ? verb + 2 : verb + 1;
  return [...tokens.slice(1, verb), like(has, 'has'), ...tokens.slice(after)];
}

/** "In each cabinet are several drawers": the verb right before a count. */
function isInverted(tokens: readonly Token[], at: number): boolean {
  const [count, noun] = [tokens[at + 1]?.lower ?? '', tokens[at + 2]?.lower ?? ''];
  return (
    tokens[at]?.lower === 'are' && /^(several|many|multiple|various)$/.test(count) && isPlural(noun)
  );
}

/** "..., and in each plot there are rows": the plot has them, later in the sentence too. */
function withLaterPlace(tokens: readonly Token[]): readonly Token[] {
  const there = tokens.findIndex(
    ({ lower }, at) => at > 6 && lower === 'there' && isBe(tokens[at + 1]),
  );
  const from = tokens.findIndex(
    ({ lower }, at) =>
      at > there - 5 &&
      at < there &&
      /^(in|at|on)$/.test(lower) &&
      /^(a|an|each|every)$/.test(tokens[at + 1]?.lower ?? ''),
  );
  const [link, has] = [tokens[from], tokens[there]];
  const opens = /^(and|,|;|where)$/.test(tokens[from - 1]?.lower ?? '');
  if (there < 0 || link === undefined || has === undefined || !opens) return tokens;
  return [
    ...tokens.slice(0, from),
    ...tokens.slice(from + 1, there),
    like(has, 'has'),
    ...tokens.slice(there + 2),
  ];
}

/** "In every building several meters are installed": the building has them. */
function withPlace(tokens: readonly Token[]): readonly Token[] {
  const be = tokens.findIndex((token, at) => at > 3 && isBe(token));
  const [last, more] = tokens.slice(be + 1);
  const count = tokens.findIndex(
    ({ lower }, at) =>
      at > 2 && at < be && /^(a|an|one|many|several|multiple|various)$/.test(lower),
  );
  const [at, before] = [tokens[count], tokens[count - 1]];
  const isOver = more === undefined || /^[,;.]$/.test(more.text);
  const isPassive = isOver && /(ed|t|n)$/.test(last?.lower ?? '');
  const inner = tokens.slice(2, be);
  const isPlain = inner.every(({ kind }) => kind === 'word');
  if (be < 0 || !isPassive || !isPlain || at === undefined || before === undefined) return tokens;
  const has = like(before, 'has');
  return [...tokens.slice(1, count), has, ...tokens.slice(count, be), ...tokens.slice(be + 2)];
}

function isBe(token: Token | undefined): boolean {
  return /^(is|are)$/.test(token?.lower ?? '');
}

/** "deliveries go out every week to a subscriber": how often is not kept. */
function withoutRepetition(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter((token, index) => {
    const [before, next] = [tokens[index - 1]?.lower ?? '', tokens[index + 1]?.lower ?? ''];
    const isEvery =
      isOften(token.lower) && PERIODS.has(next) && isFree(tokens, index - 1, index + 2);
    const isPeriod =
      PERIODS.has(token.lower) && isOften(before) && isFree(tokens, index - 2, index + 1);
    return !isEvery && !isPeriod;
  });
}

function isOften(word: string): boolean {
  return word === 'every' || word === 'each';
}

/** Between a verb or a thing and what goes on; "for every week we store" tells of weeks. */
function isFree(tokens: readonly Token[], before: number, after: number): boolean {
  const next = tokens[after]?.lower ?? '.';
  const last = tokens[before];
  return (
    last?.kind === 'word' &&
    !/^(for|per|of|in|on|about|and|where)$/.test(last.lower) &&
    /^(to|from|by|at|in|on|for|with|[.,;:])$/.test(next)
  );
}

const KEPT = words('known kept stored recorded saved noted tracked needed registered');
const KEEPING = words('keep know store need record save note track want');

/** "customers, of whom name and address are known, reserve": the values in brackets, as after any other thing. */
function withBrackets(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      /^(of|for|about)$/.test(lower) && /^(whom|which)$/.test(tokens[index + 1]?.lower ?? ''),
  );
  const before = tokens[at - 1];
  const [of, whom] = tokens.slice(Math.max(at, 0), at + 2);
  if (at < 1 || before === undefined || of === undefined || whom === undefined) return tokens;
  const start = before.text === ',' ? at - 1 : at;
  const inner = ofWhom(tokens, at + 2);
  if (inner === null) return tokens;
  const [from, to, end] = inner;
  const sign = (text: string, token: Token): Token => ({
    ...token,
    kind: 'symbol',
    text,
    lower: text,
  });
  return [
    ...tokens.slice(0, start),
    sign('(', of),
    ...tokens.slice(from, to),
    sign(')', tokens[to] ?? whom),
    ...tokens.slice(end),
  ];
}

/** Where the list begins and ends, and where the sentence goes on. */
function ofWhom(tokens: readonly Token[], from: number): [number, number, number] | null {
  const speaker = /^(we|i|you)$/.test(tokens[from]?.lower ?? '');
  if (speaker && KEEPING.has(tokens[from + 1]?.lower ?? ''))
    return [from + 2, tokens.length, tokens.length];
  const be = tokens.findIndex(
    ({ lower }, index) =>
      index > from && /^(is|are)$/.test(lower) && KEPT.has(tokens[index + 1]?.lower ?? ''),
  );
  if (be < 0) return null;
  const after = tokens[be + 2]?.text === ',' ? be + 3 : be + 2;
  return [from, be, after];
}
