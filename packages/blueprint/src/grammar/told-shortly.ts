import { isActorWord } from '../lexicon/people.ts';
import { PERIODS } from '../lexicon/periods.ts';
import { MANY_TO_MANY_VERBS, ONE_TO_MANY_VERBS } from '../lexicon/predicates.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { like } from './questions.ts';

type Step = (tokens: readonly Token[]) => readonly Token[];

const SPEAKERS = words('we i you they');
const ALLOTTING: ReadonlyMap<string, string> = new Map([
  ['assign', 'assigned'],
  ['allocate', 'allocated'],
]);

/** "We assign volunteers to events with a role": volunteers are assigned, whoever does it. */
const withAllotted: Step = (tokens) => {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      index < 4 &&
      ALLOTTING.has(lower) &&
      (SPEAKERS.has(tokens[index - 1]?.lower ?? '') ||
        SPEAKERS.has(tokens[index - 2]?.lower ?? '')),
  );
  const [verb, thing, link] = tokens.slice(Math.max(at, 0));
  if (at < 1 || verb === undefined || thing === undefined) return tokens;
  if (!isPlural(thing.lower) || link?.lower !== 'to') return tokens;
  const done = like(verb, ALLOTTING.get(verb.lower) ?? verb.lower);
  return [thing, like(verb, 'are'), done, ...tokens.slice(at + 2)];
};

/** "rooms for rent with photos", "articles for sale": what they are there for is not kept. */
const withoutOffer: Step = (tokens) => {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      lower === 'for' &&
      isPlural(tokens[index - 1]?.lower ?? '') &&
      /^(rent|sale|hire|adoption|swap)$/.test(tokens[index + 1]?.lower ?? '') &&
      /^(with|,|and|:|\(|)$/.test(tokens[index + 2]?.lower ?? ''),
  );
  return at < 1 ? tokens : tokens.toSpliced(at, 2);
};

/** "courses made of lessons": courses with lessons. */
const withMadeOf: Step = (tokens) => {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      /^(made|composed)$/.test(lower) && isPlural(tokens[index - 1]?.lower ?? ''),
  );
  const up = tokens[at + 1]?.lower === 'up' ? 1 : 0;
  const [made, of, parts] = [tokens[at], tokens[at + 1 + up], tokens[at + 2 + up]];
  if (at < 1 || made === undefined || of?.lower !== 'of' || !isPlural(parts?.lower ?? ''))
    return tokens;
  return [...tokens.slice(0, at), like(made, 'with'), ...tokens.slice(at + 2 + up)];
};

/** "of every walk: which dog": for every walk. */
const withOfEach: Step = (tokens) => {
  const [of, every] = tokens;
  const colon = tokens.findIndex(({ text }) => text === ':');
  const isOpening =
    /^(of|about)$/.test(of?.lower ?? '') && /^(each|every)$/.test(every?.lower ?? '');
  return of !== undefined && isOpening && colon > 2 && colon < 6
    ? [like(of, 'for'), ...tokens.slice(1)]
    : tokens;
};

/** "attendees who register with name and email": attendees with them. */
const withJoining: Step = (tokens) => {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      lower === 'who' &&
      isPlural(tokens[index - 1]?.lower ?? '') &&
      /^(register|enrol|enroll|join|apply|subscribe)$/.test(tokens[index + 1]?.lower ?? '') &&
      tokens[index + 2]?.lower === 'with',
  );
  return at < 1 ? tokens : tokens.toSpliced(at, 2);
};

/** "reminders for each contract with a date": reminders per contract. */
const withPerEach: Step = (tokens) => {
  const [thing, link, each, owner, opener] = tokens;
  const isFragment =
    isPlural(thing?.lower ?? '') &&
    link?.lower === 'for' &&
    /^(each|every)$/.test(each?.lower ?? '') &&
    owner?.kind === 'word' &&
    /^(with|having|\(|:)$/.test(opener?.lower ?? '');
  if (!isFragment || thing === undefined || link === undefined) return tokens;
  return [thing, like(link, 'per'), ...tokens.slice(3)];
};

/** "tasted several times", "checked twice": how often is not kept. */
const withoutTimes: Step = (tokens) => {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      index > 4 &&
      lower === 'and' &&
      /[a-z]{2}ed$/.test(tokens[index + 1]?.lower ?? '') &&
      (/^(twice|once|daily|weekly|regularly|monthly)$/.test(tokens[index + 2]?.lower ?? '') ||
        (/^(several|many|multiple)$/.test(tokens[index + 2]?.lower ?? '') &&
          tokens[index + 3]?.lower === 'times')),
  );
  const end = tokens[at + 3]?.lower === 'times' ? at + 4 : at + 3;
  const isOver = /^([,;.]|)$/.test(tokens[end]?.lower ?? '');
  return at > 0 && isOver ? [...tokens.slice(0, at), ...tokens.slice(end)] : tokens;
};

const KEEP = /^(note|record|log|store|keep|save|enter|write)$/;

/** "For each loan note the costume": somebody does. */
const withSomebody: Step = (tokens) => {
  const [first, each] = tokens;
  if (first?.lower !== 'for' || !/^(each|every|a|an)$/.test(each?.lower ?? '')) return tokens;
  const at = tokens.findIndex(
    ({ lower }, index) =>
      index > 2 &&
      index < 5 &&
      KEEP.test(lower) &&
      /^(the|a|an|its|which|when|who|whether|down|:)$/.test(tokens[index + 1]?.lower ?? ''),
  );
  const verb = tokens[at];
  return verb === undefined ? tokens : tokens.toSpliced(at, 0, like(verb, 'we'));
};

/** "twice a day": how often it is done is not kept. */
const withoutFrequency: Step = (tokens) => {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      index > 2 &&
      /^(once|twice)$/.test(lower) &&
      /^(a|an|per|each|every)$/.test(tokens[index + 1]?.lower ?? '') &&
      PERIODS.has(tokens[index + 2]?.lower ?? ''),
  );
  return at < 0 ? tokens : tokens.toSpliced(at, 3);
};

/** "Let customers reserve a table": customers can. */
const withLet: Step = (tokens) => {
  const [lets, who, to] = tokens;
  if (lets === undefined || who === undefined || to === undefined) return tokens;
  const isMany = isPlural(who.lower) || who.lower === 'people';
  if (!/^(let|allow|enable)$/.test(lets.lower) || !isMany) return tokens;
  const isTo = to.lower === 'to';
  if (lets.lower !== 'let' && !isTo) return tokens;
  return [who, like(lets, 'can'), ...tokens.slice(isTo ? 3 : 2)];
};

/** "Readers rate and review novels": they rate novels and review novels. */
const withSharedObject: Step = (tokens) => {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      index > 0 &&
      isDeedVerb(lower) &&
      isPlural(tokens[index - 1]?.lower ?? '') &&
      tokens[index + 1]?.lower === 'and' &&
      isDeedVerb(tokens[index + 2]?.lower ?? '') &&
      isPlural(tokens[index + 3]?.lower ?? ''),
  );
  const object = tokens[at + 3];
  // A review is what a rating says in words.
  if (at > 0 && tokens[at + 2]?.lower === 'review') return tokens.toSpliced(at + 1, 2);
  return at < 1 || object === undefined ? tokens : tokens.toSpliced(at + 1, 0, object);
};

function isDeedVerb(word: string): boolean {
  return MANY_TO_MANY_VERBS.has(word) || ONE_TO_MANY_VERBS.has(word) || word === 'review';
}

/** "one timesheet per week": how often is no part of its name; "a price per week" is one. */
const withoutPerPeriod: Step = (tokens) => {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      index > 1 &&
      lower === 'per' &&
      PERIODS.has(tokens[index + 1]?.lower ?? '') &&
      /^(one|two|three|several|a|an)$/.test(tokens[index - 2]?.lower ?? '') &&
      !isValueWord(tokens[index - 1]?.lower ?? '') &&
      /^(with|,|and|:|[.;]|)$/.test(tokens[index + 2]?.lower ?? ''),
  );
  return at < 0 ? tokens : tokens.toSpliced(at, 2);
};

const NOTING = /^(records|notes|logs|enters|registers|documents)$/;

/** "The technician records the hours": what was spoken of has them, and not who writes them down. */
const withRecorder: Step = (tokens) => {
  const [the, actor, verb, next] = tokens;
  if (!/^(the|a)$/.test(the?.lower ?? '') || !isActorWord(actor?.lower ?? '')) return tokens;
  if (actor === undefined || verb === undefined || !NOTING.test(verb.lower)) return tokens;
  if (!/^(the|a|an|how|whether|when|which)$/.test(next?.lower ?? '')) return tokens;
  return [like(actor, 'it'), like(verb, 'has'), ...tokens.slice(3)];
};

/** "every month we pick one book": when it is done is no thing. */
const withoutPeriod: Step = (tokens) => {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      index > 0 &&
      /^(every|each)$/.test(lower) &&
      PERIODS.has(tokens[index + 1]?.lower ?? '') &&
      /^(we|i|they)$/.test(tokens[index + 2]?.lower ?? ''),
  );
  const isOpening = /^(,|and|;)$/.test(tokens[at - 1]?.lower ?? '');
  return at > 0 && isOpening ? tokens.toSpliced(at, 2) : tokens;
};

/** "one book, and each member can rate it": the book. */
const withSingular: Step = (tokens) => {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      lower === 'it' &&
      index > 5 &&
      /^(rate|review|like|vote|comment|borrow|book|reserve|read|join|score|answer|adopt|buy|order|approve)$/.test(
        tokens[index - 1]?.lower ?? '',
      ),
  );
  const it = tokens[at];
  const subject = tokens.findLastIndex(
    ({ lower }, index) => index < at && /^(,|and|;|but)$/.test(lower),
  );
  const meant = tokens.findLastIndex(
    ({ kind }, index) =>
      index > 0 &&
      index < subject &&
      kind === 'word' &&
      /^(a|an|one|each)$/.test(tokens[index - 1]?.lower ?? ''),
  );
  const noun = tokens[meant];
  if (it === undefined || noun === undefined || subject < 1) return tokens;
  return tokens.toSpliced(at, 1, like(it, 'a'), like(it, singular(noun.lower)));
};

/** "We assign volunteers to events", "rooms for rent", "courses made of lessons": short ways of speaking. */
export const TOLD_SHORTLY: readonly Step[] = [
  withAllotted,
  withoutOffer,
  withMadeOf,
  withOfEach,
  withJoining,
  withoutPerPeriod,
  withSomebody,
  withoutFrequency,
  withLet,
  withSharedObject,
  withPerEach,
  withoutTimes,
  withRecorder,
  withoutPeriod,
  withSingular,
];
