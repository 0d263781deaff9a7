import { say } from '../answers.ts';
import { infinitiveOf } from '../lexicon/infinitive.ts';
import { recordNames } from '../lexicon/kept-deeds.ts';
import { isOccasionWord } from '../lexicon/people.ts';
import { headOf, isSomebody, many, nounAt, one } from './noun-phrase.ts';
import { belongs, type Found, name, type Sketch, upper } from './sketch.ts';

/** "and who attended", "when I watered them", "which machine was serviced when and by whom", "where they are stored". */
export function readAside(sketch: Sketch, at: number): Found {
  return (
    whoCame(sketch, at) ??
    whenDone(sketch, at) ??
    whichWasDone(sketch, at) ??
    whoDid(sketch, at) ??
    whereItIs(sketch, at) ??
    whatItCosts(sketch, at)
  );
}

const CAME =
  /^who (?:has |have |had )?(attended|came|comes|attends|took part|takes part|joined|participated|showed up|(?:was|were) (?:there|present))/;

function whoCame(sketch: Sketch, at: number): Found {
  const found = CAME.exec(sketch.said.slice(at, at + 5).join(' '));
  const occasion = sketch.things.findLast(isOccasion) ?? sketch.last;
  if (found === null || occasion === null) return null;
  const who = sketch.things.find((thing) => isSomebody(thing) && thing !== occasion) ?? 'member';
  name(sketch, 'attendance');
  name(sketch, who);
  const sentences = [
    `We keep attendances and ${many(who)}.`,
    ...belongs('attendance', [who, occasion]),
  ];
  return { end: at + found[0].split(' ').length, sentences };
}

const isOccasion = (thing: string) =>
  isOccasionWord(headOf(thing)) ||
  /^(run|practice|ride|hike|gathering|service|walk)$/.test(headOf(thing));

/** "when I fertilised them and repotted them". */
function whenDone(sketch: Sketch, at: number): Found {
  const { said } = sketch;
  const back =
    /^when (?:it|they) (?:(?:came|come|comes|is|are|was|were) back|(?:was|were|is|are) returned)/.exec(
      said.slice(at, at + 4).join(' '),
    );
  if (back !== null && sketch.record !== null)
    return {
      end: at + back[0].split(' ').length,
      sentences: [`${upper(one(sketch.record))} has an optional return date.`],
    };
  const target = sketch.last ?? sketch.core;
  if (said[at] !== 'when' || target === null) return null;
  const isOurs = /^(i|we|they|you|somebody|someone)$/.test(said[at + 1] ?? '');
  let end = at + (/^(was|were|is|are)$/.test(said[at + 2] ?? '') ? 3 : isOurs ? 2 : 0);
  if (end === at) return null;
  if (said[end] === 'last') end += 1;
  const sentences: string[] = [];
  while (isPast(said[end])) {
    sentences.push(...timed(sketch, said[end] ?? '', target));
    end += 1;
    if (/^(it|them|each)$/.test(said[end] ?? '')) end += 1;
    if (said[end] === 'last') end += 1;
    if (/^(and|,)$/.test(said[end] ?? '') && isPast(said[end + 1])) end += 1;
    else break;
  }
  return sentences.length === 0 ? null : { end, sentences };
}

const isPast = (word: string | undefined) =>
  word !== undefined &&
  (/[a-z]{2}ed$/.test(word) ||
    /^(fed|cut|read|sold|bought|paid|took|gave|given|taken|sent|done|made|seen|lent|driven|drove)$/.test(
      word,
    ));

/** Each watering of a plant, with its date and what else is told of it. */
function timed(
  { things }: Sketch,
  past: string,
  target: string,
  more: readonly string[] = [],
): string[] {
  const verb = infinitiveOf(past);
  const [named] = verb === 'give' ? ['Handover'] : recordNames(verb);
  const record =
    named?.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase() ?? `${verb.replace(/e$/, '')}ing`;
  if (!things.includes(record)) things.push(record);
  const has = ['a date', ...more].join(', ').replace(/, ([^,]+)$/, ' and $1');
  return [
    `We keep ${many(record)}.`,
    `${upper(one(record))} has ${has}.`,
    ...belongs(record, [target]),
  ];
}

/** "which machine was serviced when and by whom", "which books I lent to whom". */
function whichWasDone(sketch: Sketch, at: number): Found {
  const { said } = sketch;
  const what = /^(which|what)$/.test(said[at] ?? '') ? nounAt(said, at + 1) : null;
  if (what === null || !/^(was|were|i|we|is|are|has|have)$/.test(said[what.end] ?? '')) return null;
  const from = said[what.end + 1] === 'been' ? what.end + 2 : what.end + 1;
  const past = said[from] ?? '';
  if (!isPast(past)) return null;
  name(sketch, what.name);
  sketch.last = what.name;
  sketch.core ??= what.name;
  const rest = said.slice(from + 1, from + 8).join(' ');
  const [asked = ''] =
    /^((?:out )?(?:,|and|when|by whom|to whom|by who|to who|where)(?: |$))*/.exec(rest) ?? [];
  const more = [
    ...(asked.includes('to who') ? ['a recipient name'] : []),
    ...(asked.includes('by who') ? ['a person'] : []),
    ...(asked.includes('where') ? ['a place'] : []),
  ];
  const isLoan = infinitiveOf(past) === 'lend';
  const has = isLoan ? ['an optional return date', 'a borrower name'] : more;
  const end = from + 1 + asked.trim().split(' ').filter(Boolean).length;
  return {
    end,
    sentences: [`We keep ${many(what.name)}.`, ...timed(sketch, past, what.name, has)],
  };
}

/** "what they cost", "where I bought them". */
function whatItCosts({ said, last, core }: Sketch, at: number): Found {
  const target = last ?? core;
  const words = said.slice(at, at + 4).join(' ');
  const [asked] =
    /^(?:what|how much) (?:they|it) costs?|^where (?:i|we) (?:bought|found|saw|got|met) (?:it|them)/.exec(
      words,
    ) ?? [];
  if (asked === undefined || target === null) return null;
  const value = asked.startsWith('where') ? 'a place' : 'a price';
  return {
    end: at + asked.split(' ').length,
    sentences: [`We keep ${many(target)}.`, `${upper(one(target))} has ${value}.`],
  };
}

/** "who took them", said of samples. */
function whoDid(sketch: Sketch, at: number): Found {
  const { said } = sketch;
  const what =
    said[at] === 'who' && /^(which|what)$/.test(said[at + 2] ?? '') && isPast(said[at + 1])
      ? nounAt(said, at + 3)
      : null;
  if (what !== null) {
    name(sketch, what.name);
    sketch.last = what.name;
    const [record = ''] = recordNames(infinitiveOf(said[at + 1] ?? ''));
    sketch.record =
      record === '' ? `${infinitiveOf(said[at + 1] ?? '').replace(/e$/, '')}ing` : say(record);
    return {
      end: what.end,
      sentences: [
        `We keep ${many(what.name)}.`,
        ...timed(sketch, said[at + 1] ?? '', what.name, ['a person']),
      ],
    };
  }
  const target = sketch.last ?? sketch.core;
  if (said[at] !== 'who' || target === null || !isPast(said[at + 1])) return null;
  if (!/^(it|them)$/.test(said[at + 2] ?? '')) return null;
  const has = `${upper(one(target))} has a person and a date.`;
  return { end: at + 3, sentences: [`We keep ${many(target)}.`, has] };
}

function whereItIs(sketch: Sketch, at: number): Found {
  const words = sketch.said.slice(at, at + 4).join(' ');
  const [all] =
    /^where (?:(?:they are|it is)(?: stored| kept| located)?|(?:i|we) (?:put|keep|store|left)(?: it| them)?)/.exec(
      words,
    ) ?? [];
  const target = sketch.last ?? sketch.core;
  if (all === undefined || target === null) return null;
  const sentences = [`We keep ${many(target)}.`, `${upper(one(target))} has a location.`];
  return { end: at + all.trim().split(' ').length, sentences };
}
