import { MODALS, words } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { like } from './questions.ts';

const MOMENT_VERBS = words(
  'begins begin starts start ends end finishes finish expires expire opens open closes close departs depart arrives arrive renews renew lapses lapse matures mature lands land returns return',
);
const MOMENTS = words('time date day moment year');
const VAGUE_MOMENTS = words('given certain specific particular fixed defined set');

/** "begins at a given time", "are employed since a certain date": a moment that is kept of the subject. */
export function withMoments(tokens: readonly Token[]): readonly Token[] {
  const made: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const moment = spanAt(tokens, index) ?? lastingAt(tokens, index) ?? momentAt(tokens, index);
    const token = tokens[index];
    if (moment !== null) made.push(...moment.tokens);
    else if (token !== undefined && !isOnWhich(tokens, index) && !opensMoment(tokens, index))
      made.push(token);
    index += moment?.length ?? 1;
  }
  return made;
}

/** "a licence which is valid until a date": the date stands beside the licence. */
function opensMoment(tokens: readonly Token[], at: number): boolean {
  return /^(which|that)$/.test(tokens[at]?.lower ?? '') && momentAt(tokens, at + 1) !== null;
}

type Moment = { tokens: Token[]; length: number };

/** "the date on which it was opened": the date it was opened. */
function isOnWhich(tokens: readonly Token[], at: number): boolean {
  const isAfter = (index: number) => MOMENTS.has(tokens[index]?.lower ?? '');
  const words = (from: number) => `${tokens[from]?.lower} ${tokens[from + 1]?.lower}`;
  return (
    (/^(on|at) which$/.test(words(at)) && isAfter(at - 1)) ||
    (/^(on|at) which$/.test(words(at - 1)) && isAfter(at - 2))
  );
}

function momentAt(tokens: readonly Token[], at: number): Moment | null {
  const [first, second] = tokens.slice(at, at + 2);
  if (first === undefined || second === undefined || at === 0) return null;
  const isBe = /^(is|are|was|were)$/.test(first.lower) && /(ed|wn|en|ld|valid)$/.test(second.lower);
  const verb = isBe ? second : first;
  const link = tokens[at + (isBe ? 2 : 1)];
  const isLinked = isBe
    ? link?.lower === 'since' ||
      (verb.lower === 'valid' && /^(until|till|from)$/.test(link?.lower ?? ''))
    : /^(at|on)$/.test(link?.lower ?? '');
  if (link === undefined || !isLinked || (!isBe && !MOMENT_VERBS.has(verb.lower))) return null;
  const end = endOfMoment(tokens, at + (isBe ? 3 : 2));
  if (end === null) return null;
  const isRelative = /^(which|that)$/.test(tokens[at - 1]?.lower ?? '');
  // "may end on a date" names the value as "ends on a date" does.
  const isModal = !isBe && MODALS.has(tokens[at - 1]?.lower ?? '');
  const said = isModal
    ? like(verb, verb.lower.endsWith('h') ? `${verb.lower}es` : `${verb.lower}s`)
    : verb;
  const [has, ...rest] = held(first, [[said, link]]);
  if (has === undefined) return null;
  return { tokens: [isRelative ? like(has, 'and') : has, ...rest], length: end - at };
}

/** "is valid from a date to a date". */
function spanAt(tokens: readonly Token[], at: number): Moment | null {
  const [be, valid, from] = tokens.slice(at, at + 3);
  if (be === undefined || valid === undefined || from?.lower !== 'from') return null;
  if (!/^(is|are)$/.test(be.lower) || !/^(valid|available|open|active)$/.test(valid.lower))
    return null;
  const middle = endOfMoment(tokens, at + 3, /^(to|until|till)$/);
  const to = middle === null ? undefined : tokens[middle];
  const end = middle === null ? null : endOfMoment(tokens, middle + 1);
  if (to === undefined || end === null) return null;
  return {
    tokens: held(be, [
      [valid, from],
      [valid, like(to, 'until')],
    ]),
    length: end - at,
  };
}

const LASTING = words('run runs last lasts go goes extend extends reach reaches stretch stretches');

/** "runs from an opening date to a closing date", "lasts from a day until a day": both ends are kept. */
function lastingAt(tokens: readonly Token[], at: number): Moment | null {
  const [verb, from] = tokens.slice(at, at + 2);
  if (verb === undefined || from?.lower !== 'from' || at === 0 || !LASTING.has(verb.lower))
    return null;
  const first = namedMoment(tokens, at + 2);
  const to = first === null ? undefined : tokens[at + 2 + first.length];
  if (first === null || to === undefined || !/^(to|until|till)$/.test(to.lower)) return null;
  const second = namedMoment(tokens, at + 3 + first.length);
  if (second === null) return null;
  const has = like(verb, verb.lower.endsWith('s') ? 'has' : 'have');
  return {
    tokens: [has, ...withEnd(first, from), like(to, 'and'), ...withEnd(second, like(to, 'to'))],
    length: 3 + first.length + second.length,
  };
}

/** "an opening date", "a day": the words of a moment with its article. */
function namedMoment(tokens: readonly Token[], from: number): readonly Token[] | null {
  if (!/^(a|an|the|one)$/.test(tokens[from]?.lower ?? '')) return null;
  const ahead = [1, 2, 3].find((step) => MOMENTS.has(tokens[from + step]?.lower ?? ''));
  const said = ahead === undefined ? [] : tokens.slice(from, from + ahead + 1);
  return said.length > 0 && said.every(({ kind }) => kind === 'word') ? said : null;
}

/** "a date": of the two that nothing else tells apart, the one from which or to which. */
function withEnd(moment: readonly Token[], link: Token): readonly Token[] {
  const [article, name, more] = moment;
  if (article === undefined || name === undefined || more !== undefined) return moment;
  const words = `${link.lower} ${name.lower}`;
  return [like(article, 'a'), { ...name, text: words, lower: words, start: link.start }];
}

const SPAN_ENDS: ReadonlyMap<string, string> = new Map([
  ['date', 'date'],
  ['day', 'date'],
  ['time', 'time'],
]);

/** "for one boat, from a date to a date": with both ends. */
export function withSpans(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(
    ({ lower }, at) =>
      at > 1 && lower === 'from' && !isVerbal(tokens[at - 1]?.lower ?? '') && isSpan(tokens, at),
  );
  const [link, , first, to, , second] = tokens.slice(from, from + 6);
  if (
    from < 0 ||
    link === undefined ||
    first === undefined ||
    to === undefined ||
    second === undefined
  )
    return tokens;
  // What somebody does from a day to a day is read as a deed with both of them.
  if (!tokens.slice(0, from).some(({ lower }) => /^(is|are|belongs?)$/.test(lower))) return tokens;
  const before = tokens[from - 1]?.text ?? '';
  const comma: Token = { ...link, kind: 'symbol', text: ',', lower: ',' };
  const end = SPAN_ENDS.get(first.lower) ?? 'date';
  return [
    ...tokens.slice(0, from),
    ...(before === ',' ? [] : [comma]),
    ...[like(link, 'with'), like(link, 'start'), like(first, end)],
    ...[like(to, 'and'), like(to, 'end'), like(second, end)],
    ...tokens.slice(from + 6),
  ];
}

/** "is valid from", "runs from": the ends of what the verb says. */
function isVerbal(word: string): boolean {
  return /^(is|are|valid|available|open|active|lasts?|runs?|goes|go|spans?|leads?|lasting|running)$/.test(
    word,
  );
}

function isSpan(tokens: readonly Token[], at: number): boolean {
  const [, article, first, to, other, second] = tokens.slice(at, at + 6).map(({ lower }) => lower);
  const isCounted = /^(an?|one)$/.test(article ?? '') && /^(an?|another|one)$/.test(other ?? '');
  const isEnd = SPAN_ENDS.has(first ?? '') && SPAN_ENDS.has(second ?? '');
  return isCounted && isEnd && /^(to|until|till)$/.test(to ?? '');
}

/** Behind "a certain date", where the phrase ends; null where it says more. */
function endOfMoment(
  tokens: readonly Token[],
  from: number,
  ends = /^([,.;:]|and|but|with|)$/,
): number | null {
  let at = from;
  if (!/^(a|an|the)$/.test(tokens[at]?.lower ?? '')) return null;
  at += 1;
  while (VAGUE_MOMENTS.has(tokens[at]?.lower ?? '')) at += 1;
  const isMoment = MOMENTS.has(tokens[at]?.lower ?? '');
  return isMoment && ends.test(tokens[at + 1]?.lower ?? '') ? at + 1 : null;
}

/** "has a begins at": one word for each name. */
function held(verb: Token, names: readonly (readonly [Token, Token])[]): Token[] {
  const has = like(verb, 'has');
  return names.flatMap(([word, link], index) => {
    const name = `${word.lower} ${link.lower}`;
    const token = { ...word, text: name, lower: name, end: Math.max(word.end, link.end) };
    return [index === 0 ? has : like(link, 'and'), like(verb, 'a'), token];
  });
}
