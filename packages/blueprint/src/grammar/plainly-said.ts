import { isActorWord, isPersonWord } from '../lexicon/people.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { PREPOSITIONS, words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { like } from './questions.ts';

const SPEAKERS = words('we i');
const ADVERBS = words('only just also mostly usually always simply still really');
const KEEPING = words('need keep store record note track want have know save register');

/** "we only need the street", "and of course the owner": the same without the filler. */
function withoutFillers(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ lower }, at) => {
    const [before, next] = [tokens[at - 1]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
    if (ADVERBS.has(lower)) return !(SPEAKERS.has(before) && KEEPING.has(next));
    const isOfCourse =
      (lower === 'of' && next === 'course') || (before === 'of' && lower === 'course');
    const from = lower === 'of' ? at : at - 1;
    return !(isOfCourse && /^(and|,|can|may)$/.test(tokens[from - 1]?.lower ?? ''));
  });
}

const FEWEST_VALUES = 3;

/** "customer: name email passport nr": values that only spaces part. */
function withCommas(tokens: readonly Token[]): readonly Token[] {
  const colon = tokens.findIndex(({ text }) => text === ':');
  const rest = tokens.slice(colon + 1);
  const isPlain = rest.every(({ kind }) => kind === 'word');
  const ends = rest.filter(({ lower }) => isValueWord(lower)).length;
  if (colon < 1 || colon > 3 || !isPlain || ends < FEWEST_VALUES || isSentence(rest)) return tokens;
  const [first] = tokens.slice(colon, colon + 1);
  if (first === undefined) return tokens;
  return tokens.flatMap((token, at) => {
    const isEnd = at > colon && at < tokens.length - 1 && isValueWord(token.lower);
    return isEnd
      ? [token, { ...first, text: ',', lower: ',', start: token.end, end: token.end }]
      : [token];
  });
}

const SAYING = words('a an the and or of with for to is are has have in on by from');

function isSentence(tokens: readonly Token[]): boolean {
  return tokens.some(({ lower }) => SAYING.has(lower));
}

/** "a craftsman, of whom we have the name and the trade": one with these. */
function withOfWhom(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      index > 2 &&
      /^(of|from|about|for)$/.test(lower) &&
      /^(whom|which)$/.test(tokens[index + 1]?.lower ?? '') &&
      SPEAKERS.has(tokens[index + 2]?.lower ?? '') &&
      KEEPING.has(tokens[index + 3]?.lower ?? ''),
  );
  const link = tokens[at];
  if (at < 0 || link === undefined) return tokens;
  const from = tokens[at - 1]?.text === ',' ? at - 1 : at;
  return [...tokens.slice(0, from), like(link, 'with'), ...tokens.slice(at + 4)];
}

/** "a comment, which mostly stays empty": it is optional. */
function withOftenEmpty(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ lower }, index) => index > 1 && /^(which|that)$/.test(lower) && isEmptyAt(tokens, index + 1),
  );
  const which = tokens[at];
  if (at < 0 || which === undefined) return tokens;
  const from = tokens[at - 1]?.text === ',' ? at - 1 : at;
  const to = tokens.findIndex(({ lower }, index) => index > at && lower === 'empty') + 1;
  const bracket = (text: string): Token => ({ ...which, kind: 'symbol', text, lower: text });
  return [
    ...tokens.slice(0, from),
    ...[bracket('('), like(which, 'optional'), bracket(')')],
    ...tokens.slice(to),
  ];
}

function isEmptyAt(tokens: readonly Token[], at: number): boolean {
  const isAdverb = /^(mostly|often|usually|sometimes)$/.test(tokens[at]?.lower ?? '');
  const verb = isAdverb ? at + 1 : at;
  const isStaying = /^(stays|remains|is)$/.test(tokens[verb]?.lower ?? '');
  return (
    isStaying && (isAdverb || tokens[verb]?.lower !== 'is') && tokens[verb + 1]?.lower === 'empty'
  );
}

const NOTING = words('record note register document track store keep');

/** "we record the attendance of a child, with the date": an attendance belongs to a child and has one. */
function withRecordOf(tokens: readonly Token[]): readonly Token[] {
  const the = tokens.findIndex(
    ({ lower }, at) =>
      lower === 'the' &&
      (NOTING.has(tokens[at - 1]?.lower ?? '') ||
        (tokens[at - 1]?.lower === 'down' && tokens[at - 2]?.lower === 'write')),
  );
  const [record, of, article, holder] = tokens.slice(the + 1, the + 5);
  const at = tokens[the + 5]?.text === ',' ? the + 6 : the + 5;
  const link = tokens[at];
  const the0 = tokens[the];
  const isRecord = record?.kind === 'word' && !isPlural(record.lower) && !isValueWord(record.lower);
  const isOf = of?.lower === 'of' && /^(a|an|each|every)$/.test(article?.lower ?? '');
  const isTold = link?.lower === 'with' && tokens.slice(at).some(({ lower }) => isValueWord(lower));
  if (the < 1 || !isRecord || !isOf || holder?.kind !== 'word' || !isTold) return tokens;
  if (the0 === undefined || article === undefined || of === undefined || link === undefined)
    return tokens;
  return [
    ...[
      like(the0, 'each'),
      record,
      like(of, 'belongs'),
      like(of, 'to'),
      like(article, 'a'),
      holder,
    ],
    ...[like(link, 'and'), like(link, 'has'), ...tokens.slice(at + 1)],
  ];
}

const OURS = words('our my');

/** "each part in our store has a number": the part has, wherever we keep it. */
function withoutOwnPlace(tokens: readonly Token[]): readonly Token[] {
  const [article, thing, link, own, place, verb] = tokens;
  const isOne = /^(an?|each|every|the)$/.test(article?.lower ?? '') && thing?.kind === 'word';
  const isOurs = /^(in|at|on|of)$/.test(link?.lower ?? '') && OURS.has(own?.lower ?? '');
  const isOwner = place?.kind === 'word' && /^(has|needs|gets)$/.test(verb?.lower ?? '');
  return isOne && isOurs && isOwner ? tokens.toSpliced(2, 3) : tokens;
}

/** "At our animal shelter vets vaccinate animals": where all of it is, and no part of who does it. */
function withoutOpeningPlace(tokens: readonly Token[]): readonly Token[] {
  const [link, own] = tokens;
  if (!/^(in|at|within)$/.test(link?.lower ?? '') || !OURS.has(own?.lower ?? '')) return tokens;
  const at = tokens.findIndex(
    ({ lower }, index) => index > 2 && isPlural(lower) && isActorWord(singular(lower)),
  );
  const before = tokens.slice(2, at);
  const isPlace = before.every(({ kind, lower }) => kind === 'word' && !PREPOSITIONS.has(lower));
  const next = tokens[at + 1];
  const isDoing = next?.kind === 'word' && !/^(we|i|you|they|who|that)$/.test(next.lower);
  return at > 0 && at < 6 && isPlace && isDoing ? tokens.slice(at) : tokens;
}

/** "from donors, mostly supermarkets and bakeries": examples of donors. */
function withoutExamples(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ text }, index) =>
      index > 1 &&
      text === ',' &&
      isPlural(tokens[index - 1]?.lower ?? '') &&
      /^(mostly|mainly|typically|predominantly)$/.test(tokens[index + 1]?.lower ?? ''),
  );
  const examples = tokens.slice(at + 2);
  const isList = examples.every(
    ({ lower, text }) => isPlural(lower) || /^(,|\.|and|or)$/.test(text.toLowerCase()),
  );
  return at > 0 && examples.length > 0 && isList ? tokens.slice(0, at) : tokens;
}

/** "One photo per damage would be nice": a damage may have one. */
function withNiceToHave(tokens: readonly Token[]): readonly Token[] {
  const per = tokens.findIndex(({ lower }, at) => at > 1 && at < 4 && /^(per|for)$/.test(lower));
  const [would, be, nice] = tokens.slice(per + 2);
  const isNice =
    would?.lower === 'would' &&
    be?.lower === 'be' &&
    /^(nice|good|great|useful|handy|helpful)$/.test(nice?.lower ?? '');
  const [one, link, holder] = [tokens[0], tokens[per], tokens[per + 1]];
  if (per < 0 || !isNice || one === undefined || link === undefined || holder === undefined)
    return tokens;
  if (!/^(one|an?)$/.test(one.lower) || holder.kind !== 'word') return tokens;
  return [
    ...[like(link, 'each'), holder, like(link, 'has'), like(one, 'an')],
    ...[like(one, 'optional'), ...tokens.slice(1, per)],
  ];
}

/** "One of our volunteers packs each parcel": the parcel has one. */
function withOneOfOurs(tokens: readonly Token[]): readonly Token[] {
  const [one, of, own, people, verb, each, thing] = tokens;
  const isOne =
    one?.lower === 'one' && of?.lower === 'of' && /^(our|my|the|your)$/.test(own?.lower ?? '');
  const person = singular(people?.lower ?? '');
  const isDoing = verb?.kind === 'word' && verb.lower.endsWith('s');
  if (!isOne || !isPersonWord(person) || !isDoing || people === undefined) return tokens;
  if (!/^(each|every)$/.test(each?.lower ?? '') || thing?.kind !== 'word') return tokens;
  return [like(one, 'each'), thing, like(verb, 'has'), like(of, 'one'), like(people, person)];
}

/** Said as people talk: with fillers, without commas, and the record before whose it is. */
export const PLAINLY_SAID: readonly ((tokens: readonly Token[]) => readonly Token[])[] = [
  withoutFillers,
  withCommas,
  withOfWhom,
  withOftenEmpty,
  withRecordOf,
  withoutOwnPlace,
  withoutOpeningPlace,
  withoutExamples,
  withNiceToHave,
  withOneOfOurs,
];
