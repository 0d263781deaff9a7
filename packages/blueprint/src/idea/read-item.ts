import { PLURAL_VALUES } from '../lexicon/fields.ts';
import { infinitiveOf } from '../lexicon/infinitive.ts';
import { isOccasionWord } from '../lexicon/people.ts';
import { USUAL_THINGS } from '../lexicon/usual-things.ts';
import { isPlural } from '../text/nouns.ts';
import {
  endOfTimes,
  headOf,
  isSomebody,
  isValue,
  many,
  type NounPhrase,
  nounAt,
  one,
  phraseOf,
} from './noun-phrase.ts';
import { readDeed } from './read-deed.ts';
import { belongs, type Found, name, type Sketch, thingsIn, upper } from './sketch.ts';
import { tellMeasured } from './tell-measured.ts';

const SPANS = /^(hour|minute|day|week|month|year|time)$/;
/** What software does, and nothing that it keeps. */
const BEHAVIOUR =
  /^(alert|notification|chart|graph|dashboard|statistic|stat|analytic|report generator|export|import|search|leaderboard|map|login|sync|filter|ranking|timeline)$/;

/** "guests with rsvp", "loans to other museums", "size": one of a list of what is kept. */
export function readItem(sketch: Sketch, at: number): Found {
  const { said } = sketch;
  const limited = limitedAt(sketch, at);
  if (limited !== null) return limited;
  const noun = upToClause(sketch, nounAt(said, at));
  if (noun === null) return null;
  const counted = /^(read|done|earned|spent|run|walked|won|eaten)$/.test(said[noun.end] ?? '');
  if (counted && noun.isPlural && sketch.core !== null)
    return {
      end: noun.end + 1,
      sentences: [
        `${upper(one(sketch.core))} has the ${many(noun.name)} ${said[noun.end]} as an integer.`,
      ],
    };
  if (!isAtEnd(said, noun.end)) return null;
  // "one slot per household": a limit, whatever it is of.
  if (said[noun.end] === 'per' && /^(one|two|three|\d+)$/.test(said[at] ?? '')) return null;
  if (BEHAVIOUR.test(headOf(noun.name)) && !/^low .+ alert$/.test(noun.name)) return null;
  const measured = tellMeasured(sketch, noun);
  if (measured !== null) return { end: noun.end, sentences: [measured] };
  const isThing = noun.isPlural && (sketch.kind !== null || USUAL_THINGS.has(headOf(noun.name)));
  const isOf = isValue(noun.name) && !isThing && !KEPT.test(headOf(noun.name));
  const isPart =
    isOf ||
    isUnnamed(sketch, at, noun) ||
    /^(assignee|owner|author|creator|reporter|organi[sz]er)$/.test(sketch.said[at] ?? '');
  // What such software keeps of it already.
  const known = sketch.kind === null ? [] : thingsIn(sketch.kind);
  const isTold = sketch.kind?.includes(` ${noun.name}`) === true && !known.includes(noun.name);
  const isNumber = sketch.kind?.includes(`number of ${many(noun.name)}`) === true;
  if (isTold && (isValue(noun.name) || isNumber)) {
    const [first = noun.name] = known;
    return { end: noun.end, sentences: [`We keep ${many(first)}.`] };
  }
  const thing = isPart ? sayValue(sketch, noun) : null;
  if (thing !== null) return { end: noun.end, sentences: [thing] };
  // "match results" are the results that such software keeps.
  const head = headOf(noun.name);
  const before = noun.name.split(' ').slice(0, -1);
  const isKnown =
    known.includes(head) && before.length > 0 && before.every((word) => known.includes(word));
  if (noun.name === 'attendance' && sketch.kind === null) return attended(sketch, noun.end);
  return withOwn(sketch, isKnown ? head : noun.name, noun.end, noun.isPlural);
}

/** "..., years and value": one word of a list that names no thing. */
const isUnnamed = ({ said, things, title }: Sketch, at: number, noun: NounPhrase) =>
  !noun.isPlural &&
  !/^(an?|the|our|my)$/.test(said[at] ?? '') &&
  !USUAL_THINGS.has(noun.name) &&
  !USUAL_THINGS.has(headOf(noun.name)) &&
  !isSomebody(noun.name) &&
  ((things.length > 0 && isAfterList(said, at)) || (title !== null && said[at - 1] === 'with'));

/** Of somebody at something, whoever that is: "rehearsals and attendance". */
function attended(sketch: Sketch, end: number): Found {
  const who = sketch.things.find((thing) => isSomebody(thing)) ?? 'member';
  const occasion = sketch.things.findLast((thing) => thing !== who) ?? null;
  for (const thing of ['attendance', who]) name(sketch, thing);
  const sentences = [
    `We keep attendances and ${many(who)}.`,
    ...belongs('attendance', [who, occasion]),
  ];
  return { end, sentences };
}

/** "..., years and value": a word of a list that is no several. */
const isAfterList = (said: readonly string[], at: number) => /^(,|and)$/.test(said[at - 1] ?? '');

/** What is said of a thing by many: it belongs to what it is listed with. */
const REMARKS =
  /^(comment|like|rating|review|vote|photo|note|tag|attachment|reaction|favourite|favorite)$/;

/** "limited seats", "a waiting list". */
function limitedAt(sketch: Sketch, at: number): Found {
  const words = sketch.said.slice(at, at + 4).join(' ');
  const [seats] = /^limited (seats|places|spots|spaces|capacity)/.exec(words) ?? [];
  const kept = [...sketch.things, ...(sketch.kind === null ? [] : thingsIn(sketch.kind))];
  const core = kept.find((thing) => isOccasionWord(headOf(thing))) ?? sketch.core;
  if (core === null) return null;
  if (seats !== undefined)
    return { end: at + 2, sentences: [`${upper(one(core))} has a capacity as an integer.`] };
  const [waiting] = /^(an? |the )?(waiting list|wait list|waitlist)\b/.exec(words) ?? [];
  if (waiting === undefined) return null;
  name(sketch, 'waiting list entry');
  const sentences = [
    'We keep waiting list entries.',
    'A waiting list entry has a name, an email and a position.',
    ...belongs('waiting list entry', [core]),
  ];
  return { end: at + waiting.split(' ').length, sentences };
}

/** "board games | members can borrow", "flats | I visited": whoever does something with it begins another phrase. */
function upToClause(sketch: Sketch, noun: NounPhrase | null): NounPhrase | null {
  if (noun === null) return null;
  const start = noun.end - noun.name.split(' ').length;
  for (let at = noun.end - 1; at > start; at -= 1) {
    if (!isPlural(sketch.said[at - 1] ?? '') || !isPlural(sketch.said[at] ?? '')) continue;
    const before = { ...sketch, things: [...sketch.things], last: 'thing' };
    if (readDeed(before, at) !== null) return phraseOf(sketch.said, noun.from, start, at);
  }
  return noun;
}

/** Named like values, and kept as things where they stand in a list. */
const KEPT =
  /^(payment|image|photo|score|rating|note|document|grade|mark|result|location|address|answer|question|level|attachment)$/;

function sayValue(sketch: Sketch, { name: value, isPlural: isOfAll }: NounPhrase): string | null {
  const core = sketch.things.length > 0 && !isOfAll ? (sketch.last ?? sketch.core) : sketch.core;
  if (core === null) return null;
  return `${upper(one(core))} has ${/s$/.test(value) ? value : one(value)}.`;
}

const isAtEnd = (said: readonly string[], at: number) =>
  said[at] === undefined ||
  /^([,.;:!?&()-]|and|with|to|for|of|per|where|that|who|which|when|so|from|in|at|by|i|we|they)$/.test(
    said[at] ?? '',
  ) ||
  isPlural(said[at] ?? '') ||
  endOfTimes(said, at) > at ||
  said[at + 1] === 'by';

function withOwn(sketch: Sketch, thing: string, at: number, isSeveral: boolean): Found {
  let from = at;
  const { said } = sketch;
  const before = sketch.last;
  name(sketch, thing);
  sketch.core ??= thing;
  sketch.last = thing;
  const ofWhat =
    before !== null &&
    REMARKS.test(headOf(thing)) &&
    !REMARKS.test(headOf(before)) &&
    !isSomebody(before)
      ? before
      : null;
  const sentences = [
    `We keep ${many(thing)}.`,
    // Several of them are taken for the values of something else by the reader.
    ...((PLURAL_VALUES.has(headOf(many(thing))) || isValue(thing)) &&
    !USUAL_THINGS.has(headOf(thing)) &&
    isSeveral
      ? [`${upper(one(thing))} has a name.`]
      : []),
    ...(headOf(thing) === 'tag' || sketch.kind !== null ? [] : belongs(thing, [ofWhat])),
  ];
  if (ofWhat !== null) sketch.last = ofWhat;
  // "flats I visited": when each was.
  const relative = /^(that|which)$/.test(said[from] ?? '') ? from + 1 : from;
  const past = said[relative + 1] ?? '';
  if (
    /^(i|we)$/.test(said[relative] ?? '') &&
    /([a-z]{2}ed|read|saw|met|ate|bought|sold)$/.test(past)
  ) {
    sentences.push(`${upper(one(thing))} has an optional ${infinitiveOf(past)} date.`);
    from = relative + 2;
  }
  const values = said[from] === 'with' ? valuesAt(said, from + 1) : null;
  if (values !== null && values.names.length > 0) {
    const has = values.names.map((value) => (/s$/.test(value) ? value : one(value)));
    sentences.push(`${upper(one(thing))} has ${has.join(', ').replace(/, ([^,]+)$/, ' and $1')}.`);
    return { end: values.end, sentences };
  }
  const by =
    /[a-z]{2}(ed|en|ne|de)$/.test(said[from] ?? '') && said[from + 1] === 'by'
      ? nounAt(said, from + 2)
      : null;
  if (by !== null) {
    const isDecided = /^(approved|rejected|confirmed)$/.test(said[from] ?? '');
    const who = many(by.name);
    if (!isDecided) name(sketch, by.name);
    const told = isDecided
      ? [`${upper(who)} approve ${many(thing)}.`]
      : [`We keep ${who}.`, ...belongs(thing, [by.name])];
    return { end: by.end, sentences: [...sentences, ...told] };
  }
  const per = said[from] === 'per' ? nounAt(said, from + 1) : null;
  if (per !== null && isSeveral && !SPANS.test(per.name)) {
    // "budgets per category".
    name(sketch, per.name);
    sentences.push(`We keep ${many(per.name)}.`, ...belongs(thing, [per.name]));
    return { end: per.end, sentences };
  }
  const partner = /^(to|of)$/.test(said[from] ?? '') ? nounAt(said, from + 1) : null;
  if (partner?.isPlural === true && said[from] !== 'for') {
    name(sketch, partner.name);
    if (!isSeveral) {
      // "fuel of our trucks": each time, how much.
      const entry = `${thing} entry`;
      name(sketch, entry);
      const told = [
        `We keep ${many(partner.name)} and ${many(entry)}.`,
        `${upper(one(entry))} has a date and an amount.`,
      ];
      return { end: partner.end, sentences: [...told, ...belongs(entry, [partner.name])] };
    }
    sentences.push(`We keep ${many(partner.name)}.`, ...belongs(thing, [partner.name]));
    return { end: partner.end, sentences };
  }
  return { end: from, sentences };
}

/** Values alone: a plural that is none begins the next thing. */
function valuesAt(said: readonly string[], at: number): { names: string[]; end: number } {
  const names: string[] = [];
  let [next, end] = [at, at];
  for (;;) {
    const noun = nounAt(said, next);
    if (noun === null || (noun.isPlural && !isValue(noun.name))) break;
    names.push(noun.isPlural ? many(noun.name) : noun.name);
    end = noun.end;
    if (!/^(,|and)$/.test(said[end] ?? '')) break;
    next = said[end] === ',' && said[end + 1] === 'and' ? end + 2 : end + 1;
  }
  return { names, end };
}
