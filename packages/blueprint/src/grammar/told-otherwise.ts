import { ENUM_NOUNS } from '../lexicon/fields.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { words } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { like } from './questions.ts';

const COUNTS = words('several many multiple various some');
/** What the many do where they are: it says only that they are part of it. */
const BEING_THERE =
  /^(come along|come|join|join in|take part|participate|are present|are there|are invited|attend|are involved|are included)$/;

/** "A walk has a date and several dogs come along": it has several dogs. */
function withCompany(tokens: readonly Token[]): readonly Token[] {
  const has = tokens.findIndex(({ lower }) => /^(has|have)$/.test(lower));
  const count = tokens.findIndex(
    ({ lower }, at) =>
      has > 0 &&
      at > has &&
      COUNTS.has(lower) &&
      /^(and|,)$/.test(tokens[at - 1]?.lower ?? '') &&
      isPlural(tokens[at + 1]?.lower ?? ''),
  );
  if (count < 0) return tokens;
  const said = tokens.slice(count + 2).map(({ lower }) => lower);
  return BEING_THERE.test(said.join(' ')) ? upTo(tokens, count + 2, tokens.length) : tokens;
}

/** The words before `to`, of which the last stands for all up to `end`. */
function upTo(tokens: readonly Token[], to: number, end: number): Token[] {
  const [last, until] = [tokens[to - 1], tokens[end - 1]];
  if (last === undefined || until === undefined) return [...tokens.slice(0, to)];
  return [...tokens.slice(0, to - 1), { ...last, end: until.end }];
}

/** "invoices have a number and list the projects they cover": they have the projects, and others have them too. */
function withListedThings(tokens: readonly Token[]): readonly Token[] {
  const list = tokens.findIndex(
    ({ lower }, at) =>
      at > 2 &&
      /^lists?$/.test(lower) &&
      tokens[at - 1]?.lower === 'and' &&
      /^(the|all|all the)$/.test(tokens[at + 1]?.lower ?? '') &&
      isPlural(tokens[at + 2]?.lower ?? ''),
  );
  const token = tokens[list];
  if (list < 0 || token === undefined) return tokens;
  const rest = tokens.slice(list + 3);
  const isRelative =
    rest.length === 0 || (rest.length < 4 && /^(they|it|that|which)$/.test(rest[0]?.lower ?? ''));
  if (!isRelative) return tokens;
  const has = like(token, token.lower === 'lists' ? 'has' : 'have');
  const things = upTo(tokens, list + 3, tokens.length).slice(list + 1);
  return [...tokens.slice(0, list), has, ...things, ...[like(token, 'many-to-many')]];
}

/** "amenities that can be shared": many have many. */
function withSharing(tokens: readonly Token[]): readonly Token[] {
  const that = tokens.findIndex(
    ({ lower }, at) =>
      at > 2 &&
      /^(that|which)$/.test(lower) &&
      /^(can be|may be|are|can also be) shared$/.test(
        tokens
          .slice(at + 1, at + (tokens[at + 1]?.lower === 'are' ? 3 : 4))
          .map((token) => token.lower)
          .join(' '),
      ),
  );
  const shared = tokens.findIndex(({ lower }, at) => at > that && lower === 'shared');
  const token = tokens[shared];
  if (that < 0 || token === undefined) return tokens;
  const isEnd = /^([,;.]|and|)$/.test(tokens[shared + 1]?.lower ?? '');
  return isEnd
    ? [
        ...tokens.slice(0, that),
        { ...like(token, 'many-to-many'), start: tokens[that]?.start ?? token.start },
        ...tokens.slice(shared + 1),
      ]
    : tokens;
}

const KINSHIP = words('mother father parent dam sire boss supervisor predecessor');
const KNOWING = words('know note record keep see store write track');

/** "Every goat has a name and we know who her mother is", "which cow is the mother of which": a role that others of the kind play. */
function withKin(tokens: readonly Token[]): readonly Token[] {
  const who = tokens.findIndex(
    ({ lower }, at) => lower === 'who' && KNOWING.has(tokens[at - 1]?.lower ?? ''),
  );
  const kin = tokens[who + 2];
  const [first, thing, have] = tokens;
  if (
    who > 5 &&
    kin !== undefined &&
    first !== undefined &&
    thing !== undefined &&
    /^(a|an|each|every)$/.test(first.lower) &&
    have?.lower === 'has' &&
    KINSHIP.has(kin.lower) &&
    /^(his|her|its|their)$/.test(tokens[who + 1]?.lower ?? '') &&
    tokens[who + 3]?.lower === 'is'
  ) {
    const and = tokens.findLastIndex(({ lower }, at) => at < who && /^(and|,)$/.test(lower));
    const link = tokens[and];
    if (link === undefined || and < 3) return tokens;
    return [
      ...tokens.slice(0, and),
      like(link, 'and'),
      like(link, 'a'),
      kin,
      ...inBrackets(kin, [like(kin, 'a'), like(kin, thing.lower)]),
      ...tokens.slice(who + 4),
    ];
  }
  return whichOfWhich(tokens);
}

function whichOfWhich(tokens: readonly Token[]): readonly Token[] {
  const which = tokens.findIndex(
    ({ lower }, at) =>
      lower === 'which' &&
      /^is (a|the)$/.test(`${tokens[at + 2]?.lower} ${tokens[at + 3]?.lower}`) &&
      /^of (which|whom)$/.test(`${tokens[at + 5]?.lower} ${tokens[at + 6]?.lower}`),
  );
  const [link, thing, be, , kin] = tokens.slice(Math.max(which, 0), which + 7);
  if (which < 0 || link === undefined || thing === undefined || be === undefined) return tokens;
  if (kin === undefined || !KINSHIP.has(kin.lower)) return tokens;
  return [
    like(link, 'a'),
    thing,
    ...[like(be, 'has'), like(be, 'a'), kin],
    ...inBrackets(kin, [like(kin, 'a'), like(kin, thing.lower)]),
  ];
}

function inBrackets(at: Token, inner: readonly Token[]): Token[] {
  const sign = (text: string): Token => ({ ...at, kind: 'symbol', text, lower: text });
  return [sign('('), ...inner, sign(')')];
}

/** "A seller adds an item - photo, condition is new, good or worn": in a list, the values in brackets. */
function withChoiceInList(tokens: readonly Token[]): readonly Token[] {
  const opens = tokens.findIndex(({ text }) => /^[:–—-]$/.test(text));
  const be = tokens.findIndex(
    ({ lower }, at) =>
      opens > 0 &&
      at > opens + 2 &&
      /^(is|are)$/.test(lower) &&
      isChosen(tokens[at - 1]?.lower ?? '') &&
      tokens[at - 2]?.text === ',',
  );
  const or = tokens.findIndex(({ lower }, at) => at > be && lower === 'or');
  const [noun, last] = [tokens[be - 1], tokens[or + 1]];
  if (be < 0 || or < 0 || or > be + 8 || noun === undefined || last === undefined) return tokens;
  const inner = tokens.slice(be + 1, or + 2);
  const isPlain = inner.every(({ kind, text }) => kind === 'word' || text === ',');
  const isEnd = /^([,;.–—-]|and|)$/.test(tokens[or + 2]?.text ?? '');
  if (!isPlain || !isEnd) return tokens;
  return [...tokens.slice(0, be), ...inBrackets(noun, inner), ...tokens.slice(or + 2)];
}

function isChosen(word: string): boolean {
  return isValueWord(word) || ENUM_NOUNS.has(word);
}

/** "Students take exams, theory or practical, with a date": what kinds of them there are. */
function withKindsBetween(tokens: readonly Token[]): readonly Token[] {
  const comma = tokens.findIndex(({ text, lower: _lower }, at) => {
    const [a, or, b, end] = tokens.slice(at + 1, at + 5);
    const isChoice =
      a?.kind === 'word' && or?.lower === 'or' && b?.kind === 'word' && end?.text === ',';
    const isWith = /^(with|each|which|on|and)$/.test(tokens[at + 5]?.lower ?? '');
    return text === ',' && at > 1 && isPlural(tokens[at - 1]?.lower ?? '') && isChoice && isWith;
  });
  const noun = tokens[comma - 1];
  if (comma < 0 || noun === undefined) return tokens;
  const [a, or, b] = tokens.slice(comma + 1, comma + 4);
  if (a === undefined || or === undefined || b === undefined) return tokens;
  if (isValueWord(a.lower) || isValueWord(b.lower)) return tokens;
  const rest = tokens.slice(comma + 4);
  const [, next] = rest;
  const sign = (text: string): Token => ({ ...or, kind: 'symbol', text, lower: text });
  if (next?.lower !== 'with') return tokens;
  return [
    ...tokens.slice(0, comma),
    next,
    like(a, 'type'),
    sign('('),
    ...[a, sign(','), b],
    sign(')'),
    sign(','),
    ...rest.slice(2),
  ];
}

/** "the analyst who ran it", "the person who took them": somebody, whatever they did. */
export function withoutDeedOfActor(tokens: readonly Token[]): readonly Token[] {
  const who = tokens.findIndex(
    ({ lower }, at) =>
      at > 3 &&
      lower === 'who' &&
      tokens[at - 2]?.lower === 'the' &&
      /^(it|them|this)$/.test(tokens[at + 2]?.lower ?? '') &&
      /^([,;.]|and|)$/.test(tokens[at + 3]?.lower ?? ''),
  );
  return who < 0 ? tokens : [...upTo(tokens, who, who + 3), ...tokens.slice(who + 3)];
}

/** "job has tasks - description, minutes": what follows the dash is theirs. */
function withDashList(tokens: readonly Token[]): readonly Token[] {
  const dashes = tokens.flatMap(({ text }, at) => (/^[–—-]$/.test(text) ? [at] : []));
  const [dash, more] = dashes;
  const sign = tokens[dash ?? -1];
  const last = tokens.at(-1);
  if (dash === undefined || more !== undefined || sign === undefined || last === undefined)
    return tokens;
  const before = tokens.slice(0, dash);
  const has = before.findIndex(({ lower }) => /^(has|have)$/.test(lower));
  const rest = tokens.slice(dash + 1);
  const isList =
    rest.some(({ text }) => text === ',') &&
    rest.every(
      ({ kind, text, lower }) => (kind === 'word' || /^[,/]$/.test(text)) && lower !== 'is',
    );
  const isThings =
    has > 0 && has >= dash - 4 && isPlural(before.at(-1)?.lower ?? '') && !before.some(isComma);
  if (!isList || !isThings) return tokens;
  const at = (text: string, token: Token): Token => ({
    ...token,
    kind: 'symbol',
    text,
    lower: text,
  });
  return [...before, at('(', sign), ...rest, at(')', last)];
}

function isComma({ text }: Token): boolean {
  return text === ',';
}

const KEEPING = words('note record write store keep log enter track know');

/** "We milk them and would like to note for each milking the cow and the litres": it is told of each milking. */
function withForEachFirst(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      KEEPING.has(lower) &&
      /^for (each|every)$/.test(`${tokens[index + 1]?.lower} ${tokens[index + 2]?.lower}`) &&
      /^(the|a|an)$/.test(tokens[index + 4]?.lower ?? ''),
  );
  const verb = tokens[at];
  const isSpoken = tokens.slice(0, at).some(({ lower }) => /^(we|i)$/.test(lower));
  if (at < 1 || verb === undefined || !isSpoken || tokens.some(({ text }) => text === ':'))
    return tokens;
  return [...tokens.slice(at + 1, at + 4), like(verb, 'we'), verb, ...tokens.slice(at + 4)];
}

/** "reports to another employee, their manager": the role in which the other one is meant. */
function withRoleOfOther(tokens: readonly Token[]): readonly Token[] {
  const other = tokens.findIndex(
    ({ lower }, at) =>
      lower === 'another' &&
      tokens[at + 1]?.kind === 'word' &&
      tokens[at + 2]?.text === ',' &&
      /^(their|his|her|its|the)$/.test(tokens[at + 3]?.lower ?? '') &&
      tokens[at + 4]?.kind === 'word' &&
      /^([,;.]|)$/.test(tokens[at + 5]?.text ?? ''),
  );
  const [article, thing, , , role] = tokens.slice(Math.max(other, 0), other + 5);
  if (other < 0 || article === undefined || thing === undefined || role === undefined)
    return tokens;
  return [
    ...tokens.slice(0, other),
    like(article, 'a'),
    role,
    ...inBrackets(role, [like(article, 'a'), thing]),
    ...tokens.slice(other + 5),
  ];
}

/** "how urgent it is (low, normal, high)", "how hard it is (1-5)": how much of it there is has these values. */
function withDegree(tokens: readonly Token[]): readonly Token[] {
  const how = tokens.findIndex(
    ({ lower }, at) =>
      lower === 'how' &&
      !MEASURED.has(tokens[at + 1]?.lower ?? '') &&
      /^(it|they|this)$/.test(tokens[at + 2]?.lower ?? '') &&
      /^(is|are|was)$/.test(tokens[at + 3]?.lower ?? '') &&
      tokens[at + 4]?.text === '(',
  );
  const [token, word, , be] = tokens.slice(Math.max(how, 0), how + 4);
  if (how < 0 || token === undefined || word === undefined || be === undefined) return tokens;
  const named = { ...word, start: token.start, end: be.end };
  return [...tokens.slice(0, how), like(token, 'the'), named, ...tokens.slice(how + 4)];
}

/** What is counted or measured, where the bracket tells something else. */
const MEASURED = words('many much long old far often tall heavy');

/** "..., and the instructor writes remarks afterwards": they are kept of what the sentence tells. */
function withLaterRemarks(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(
    ({ lower }, at) =>
      at > 8 && at === tokens.length - 1 && /^(afterwards|later|after)$/.test(lower),
  );
  const isCounted = /^(a|an|the|any)$/.test(tokens[end - 2]?.lower ?? '');
  const back = isCounted ? 6 : 5;
  const [and, article, , verb] = tokens.slice(Math.max(0, end - back), end);
  const what = tokens[end - 1];
  const isTold =
    end > 0 &&
    and?.lower === 'and' &&
    /^(the|a|an|each)$/.test(article?.lower ?? '') &&
    /^(writes|adds|enters|notes|fills|leaves|gives)$/.test(verb?.lower ?? '') &&
    /^(remarks?|comments?|notes?|feedback|results?|findings|summary)$/.test(what?.lower ?? '');
  const isOfThing = tokens.slice(0, end).some(({ lower }) => /^(is|are)$/.test(lower));
  const last = tokens[end];
  if (!isTold || !isOfThing || and === undefined || what === undefined || last === undefined)
    return tokens;
  const from = tokens[end - back - 1]?.text === ',' ? end - back - 1 : end - back;
  const comma: Token = { ...and, kind: 'symbol', text: ',', lower: ',' };
  const optional = inBrackets(last, [like(last, 'optional')]);
  return [
    ...tokens.slice(0, from),
    comma,
    like(and, 'with'),
    { ...what, end: last.end },
    ...optional,
  ];
}

/** "It is about crates": what is to be kept. */
export function withSubjectMatter(tokens: readonly Token[]): readonly Token[] {
  const [it, be, about] = tokens;
  const words = [it, be, about].map((token) => token?.lower ?? '').join(' ');
  if (it === undefined || be === undefined || !/^(it|this) is (all )?about$/.test(words))
    return tokens;
  return [like(it, 'we'), like(be, 'track'), ...tokens.slice(3)];
}

/** "..., because everything lives in my head": why something is wanted is nothing to keep. */
export function withoutReason(tokens: readonly Token[]): readonly Token[] {
  const because = tokens.findIndex(({ lower }) => lower === 'because');
  if (because < 3) return tokens;
  return tokens.slice(0, tokens[because - 1]?.text === ',' ? because - 1 : because);
}

/** Wordings of lists and of things that take part, in the order in which they are taken. */
export const TOLD_OTHERWISE: readonly ((tokens: readonly Token[]) => readonly Token[])[] = [
  withCompany,
  withListedThings,
  withSharing,
  withKin,
  withChoiceInList,
  withKindsBetween,
  withoutDeedOfActor,
  withDashList,
  withForEachFirst,
  withRoleOfOther,
  withDegree,
  withLaterRemarks,
];
