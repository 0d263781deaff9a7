import { deedVerb, OFFERING, TENDING, USUAL_DEEDS } from '../lexicon/usual-deeds.ts';
import { FUNCTION_WORDS, words } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import {
  endOfTimes,
  headOf,
  isSomebody,
  isValue,
  type NounPhrase,
  nounAt,
  phraseOf,
} from './noun-phrase.ts';
import type { Sketch } from './sketch.ts';

export type Subject = { who: string | null; isOne: boolean; end: number };
export type Verb = { verb: string; end: number };
export type Objects = {
  /** What it is done to, and what the prepositions behind it name. */
  direct: NounPhrase | null;
  isPronoun: boolean;
  others: NounPhrase[];
  values: string[];
  isMutual: boolean;
  isAssigned: boolean;
  /** "routes | and grades": further ones. */
  also: NounPhrase[];
  end: number;
};

export function subjectAt({ said, subject, pieces, last }: Sketch, at: number): Subject | null {
  const first = said[at] ?? '';
  if (/^(i|we|you|they)$/.test(first)) return { who: null, isOne: false, end: at + 1 };
  if (/^others$/.test(first) && subject !== null)
    return { who: subject, isOne: false, end: at + 1 };
  if (/^(everyone|everybody|anyone|anybody|people)$/.test(first) && first !== 'people')
    return { who: 'user', isOne: true, end: at + 1 };
  const noun = longestSubject(said, at);
  if (noun !== null) {
    const who = noun.isOurs && !isSomebody(noun.name) ? null : noun.name;
    return { who, isOne: !noun.isPlural, end: noun.end };
  }
  if (/^(who|that)$/.test(said[at - 1] ?? '') && last !== null)
    return { who: last, isOne: false, end: at };
  const isSame = pieces.at(-1)?.isDeed === true && /^(and|or|,)$/.test(said[at - 1] ?? '');
  return isSame ? { who: subject, isOne: false, end: at } : null;
}

/** Up to where a verb stands that fits it. */
function longestSubject(said: readonly string[], at: number): NounPhrase | null {
  const isTold = /^(where|that)$/.test(said[at - 1] ?? '');
  const start = /^(the|a|an|our|my|their|each|every|other|some)$/.test(said[at] ?? '')
    ? at + 1
    : at;
  for (let end = start + 1; end <= start + 3; end += 1) {
    const noun = phraseOf(said, at, start, end);
    if (noun === null) return null;
    const modal = endOfModal(said, end);
    const isOne =
      !isPlural(said[end - 1] ?? '') && !/^(staff|personnel)$/.test(said[end - 1] ?? '');
    if (said.slice(start, end - 1).some((word) => isPlural(word))) return null;
    if (isOne && start === at) continue;
    // "lets tenants report defects and the caretaker close them".
    const isInfinitive =
      isOne && start > at && said.slice(0, at).some((word) => /^lets?$/.test(word));
    const isSure = modal > end || (isTold && isActing(said, noun));
    if (verbAt(said, modal, isOne && modal === end && !isInfinitive, isSure) !== null)
      return isInfinitive ? { ...noun, isPlural: true } : noun;
    const ofWhat = isOne ? null : endOfWhole(said, end);
    if (ofWhat !== null) return { ...noun, end: ofWhat };
  }
  return null;
}

/** "where citizens | launch petitions": a word between people and what it is done to. */
const isActing = (said: readonly string[], { name, isPlural: areMany, end }: NounPhrase) =>
  areMany &&
  isSomebody(name) &&
  !isPlural(said[end] ?? '') &&
  (isObject(said[end + 1]) || isPlural(said[end + 2] ?? ''));

const isObject = (word: string | undefined) =>
  word !== undefined && (/^(a|an|the|their|it|them|each)$/.test(word) || isPlural(word));

/** "members of a climbing gym | log", "users of the app | vote". */
function endOfWhole(said: readonly string[], at: number): number | null {
  if (said[at] !== 'of' || !/^(a|an|the|our|my)$/.test(said[at + 1] ?? '')) return null;
  for (let end = at + 3; end <= at + 5; end += 1)
    if (verbAt(said, endOfModal(said, end), false) !== null) return end;
  return null;
}

export function endOfModal(said: readonly string[], at: number): number {
  if (/^(can|could|may|might|should|must|will|to)$/.test(said[at] ?? '')) return at + 1;
  const isWish =
    /^(want|need|wants|needs|have|able)$/.test(said[at] ?? '') && said[at + 1] === 'to';
  return isWish ? at + 2 : at;
}

/** `isSure`: behind "can" and the like any word is one. */
export function verbAt(
  said: readonly string[],
  at: number,
  isOne: boolean,
  isSure = false,
): Verb | null {
  const known = deedVerb(said[at] ?? '', isOne);
  const verb = known ?? (isSure ? verbOf(said[at]) : null);
  if (verb === null) return null;
  const other = deedVerb(said[at + 2] ?? '', isOne);
  const isBoth = /^(or|and)$/.test(said[at + 1] ?? '') && /^(reject|decline)$/.test(other ?? '');
  if (isBoth && /^(approve|accept)$/.test(verb)) return { verb: 'approve or reject', end: at + 3 };
  if (isBoth && verb === 'confirm') return { verb: 'confirm or decline', end: at + 3 };
  for (const length of [3, 2]) {
    const whole = [verb, ...said.slice(at + 1, at + length)].join(' ');
    if (said[at + length - 1] !== undefined && isKnownWhole(whole))
      return { verb: whole, end: at + length };
  }
  // "pick them up": the particle stands behind, where the object is read.
  const parted = `${verb} ${said[at + 2] ?? ''}`;
  if (/^(it|them)$/.test(said[at + 1] ?? '') && isKnownWhole(parted))
    return { verb: parted, end: at + 1 };
  return { verb, end: at + 1 };
}

const isKnownWhole = (verb: string) =>
  USUAL_DEEDS.has(verb) || TENDING.has(verb) || OFFERING.has(verb);

const verbOf = (word: string | undefined) =>
  word !== undefined && /^[a-z]{3,}$/.test(word) && !/ly$/.test(word) && !NO_VERBS.has(word)
    ? word
    : null;
const NO_VERBS = new Set([...FUNCTION_WORDS, ...words('only also easily quickly just both not')]);

const PARTNERS = /^(to|for|on|in|at|about|with|from|into|after|against|between|of|during|by)$/;

export function objectsAt(said: readonly string[], at: number): Objects {
  const isMutual = said[at] === 'each' && said[at + 1] === 'other';
  let end = isMutual ? at + 2 : at;
  const isPronoun = /^(it|them|these|those)$/.test(said[end] ?? '');
  const direct = isPronoun || endOfTimes(said, end) > end ? null : nounAt(said, end);
  if (isPronoun) end += /^(up|off|out|in|back)$/.test(said[end + 1] ?? '') ? 2 : 1;
  else if (direct !== null) end = direct.end;
  const also: NounPhrase[] = [];
  while (direct !== null && /^(and|,)$/.test(said[end] ?? '')) {
    const next = nounAt(said, end + 1);
    const isLast = next !== null && isAfterEnd(said, next.end) && isAfterEnd(said, next.end);
    if (next === null || !isLast || deedVerb(said[end + 1] ?? '', false) !== null) break;
    if (deedVerb(said[next.end - 1] ?? '', false) !== null || said[end] === ',') break;
    also.push(next);
    end = next.end;
  }
  const isAssigned = said[end] === 'assigned';
  if (isAssigned) end += 1;
  const found: Objects = {
    direct,
    isPronoun,
    others: [],
    values: [],
    isMutual,
    isAssigned,
    also,
    end,
  };
  return withOthers(said, found);
}

function withOthers(said: readonly string[], found: Objects): Objects {
  let { end, isMutual } = found;
  for (;;) {
    const times = endOfTimes(said, end);
    if (times > end) {
      end = times;
      continue;
    }
    const from =
      /(ed|spent|done)$/.test(said[end] ?? '') && PARTNERS.test(said[end + 1] ?? '')
        ? end + 1
        : end;
    if (!PARTNERS.test(said[from] ?? '')) break;
    if (said[from + 1] === 'each' && said[from + 2] === 'other') {
      isMutual = true;
      end = from + 3;
      continue;
    }
    const noun = nounAt(said, from + 1);
    if (noun === null) break;
    // "jokes with likes and comments": a list of what such a thing has follows.
    if (
      said[from] === 'with' &&
      noun.isPlural &&
      !isValue(noun.name) &&
      !isSomebody(noun.name) &&
      !/^(photo|picture|image)$/.test(noun.name)
    )
      break;
    if (said[from] === 'with' && (isValue(noun.name) || !noun.isPlural))
      found.values.push(noun.name);
    else if (/^(photo|picture|image)$/.test(noun.name)) found.values.push(noun.name);
    else if (isValue(noun.name) || /^(day|week|time|date)$/.test(headOf(noun.name))) break;
    else found.others.push(noun);
    end = noun.end;
    end = withMoreValues(said, found, end, said[from] === 'with');
  }
  return { ...found, end, isMutual };
}

/** "with pick up date, size and flavour". */
function withMoreValues(
  said: readonly string[],
  found: Objects,
  at: number,
  isWith: boolean,
): number {
  let end = at;
  while (isWith && /^(,|and)$/.test(said[end] ?? '')) {
    const next = nounAt(said, said[end + 1] === 'and' ? end + 2 : end + 1);
    if (next === null || next.isPlural || !isAfterEnd(said, next.end)) break;
    found.values.push(next.name);
    end = next.end;
  }
  return end;
}

const isAfterEnd = (said: readonly string[], at: number) =>
  said[at] === undefined || /^([,.;!]|and)$/.test(said[at] ?? '');
