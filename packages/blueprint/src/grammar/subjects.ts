import {
  BE,
  CONNECTORS,
  DETERMINERS,
  MODALS,
  PREPOSITIONS,
  phrases,
  QUANTIFIERS,
  RELATIVES,
} from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { bracketBefore, cursorOf, isDone, isOpener, peek } from './cursor.ts';
import { isAdverbWord, readNoun } from './noun.ts';
import { nounOf } from './noun-of.ts';
import type { Predicate } from './predicate.ts';
import type { Noun } from './statements.ts';
import { readLinkedSubject } from './subject-phrases.ts';

/** Where the subject of a predicate begins, and the nouns it names; `nouns` is empty for "it" or nothing. */
export type Subject = {
  from: number;
  nouns: Noun[];
  /** Whose the subject is: "batches of a medicine"; a value or a thing. */
  owner: Noun | null;
  /** The things a joining subject belongs to: "an enrolment of a student in a course". */
  owners: Noun[];
  /** Of what was spoken before: whose "its programme" is. */
  spokenOf?: readonly Noun[];
  pronoun: string;
  /** Tokens of the brackets between subject and predicate. */
  bracket: { from: number; to: number } | null;
};

const NOTHING = { nouns: [], owner: null, owners: [], pronoun: '', bracket: null };

/** Counts before a subject: "several vehicles are sent". */
export const COUNTS = new Set(['one', 'many', 'several', 'multiple', 'numerous', 'various']);

const SUBJECT_PRONOUNS = phrases(`
  it | they | we | i | you | this | these | those | each | he | she | one | that | there | which | who |
  both | all | others | some
`);

/** "members and instructors": each of the names. */
function namesBetween(tokens: readonly Token[], from: number, to: number): Noun[] {
  return tokens
    .slice(from, to)
    .flatMap((token) => (token.lower === 'and' ? [] : [nounOf([token], token.start, token.end)]));
}

export function findSubject(
  tokens: readonly Token[],
  predicate: Predicate,
  floor: number,
): Subject {
  if (predicate.sharesSubject) return { ...NOTHING, from: predicate.from };
  if (predicate.subjectFrom !== undefined)
    return {
      ...NOTHING,
      from: predicate.subjectFrom,
      nouns: namesBetween(tokens, predicate.subjectFrom, predicate.from),
    };
  const opening =
    floor === 0 && predicate.kind === 'belongs' ? readOpeningSubject(tokens, predicate) : null;
  if (opening !== null) return { ...NOTHING, from: predicate.from, nouns: [opening] };
  const linked = readLinkedSubject(tokens, predicate, floor);
  if (linked !== null)
    return { ...NOTHING, from: linked.from, nouns: [linked.noun], owners: linked.owners };
  const open = bracketBefore(tokens, predicate.from, floor);
  if (open > floor && predicate.kind !== 'topic') {
    const inner = findSubject(tokens, { ...predicate, from: open }, floor);
    if (inner.nouns.length > 0)
      return { ...inner, bracket: { from: open + 1, to: predicate.from - 1 } };
  }
  let from = predicate.from;
  if (predicate.kind === 'topic') return { ...NOTHING, from: predicate.from, pronoun: 'we' };
  while (from > floor && isSubjectWord(tokens, from - 1, floor)) {
    from -= 1;
    if (DETERMINERS.has(tokens[from]?.lower ?? '') && tokens[from - 1]?.lower !== 'of') break;
  }
  const cursor = cursorOf(tokens, from, predicate.from);
  const pronoun = tokens[predicate.from - 1]?.lower ?? '';
  if (SUBJECT_PRONOUNS.includes(pronoun)) {
    return { ...NOTHING, from: predicate.from - 1, pronoun };
  }
  const nouns: Noun[] = [];
  while (!isDone(cursor)) {
    while (!isDone(cursor) && isBesideName(peek(cursor))) cursor.at += 1;
    const noun = readNoun(cursor);
    if (noun === null) {
      cursor.at += 1;
      continue;
    }
    nouns.push(noun);
  }
  const { owner, names } = splitOwner(tokens, from, predicate.from, nouns);
  if (predicate.kind === 'be' && tokens[predicate.from]?.lower === 'are') {
    const pair = readPairBefore(tokens, from, floor, names);
    if (pair !== null) return { ...NOTHING, ...pair, owner };
  }
  if (names.length > 0 && floor === 0)
    return { ...NOTHING, ...conjoined(tokens, from, names), owner };
  return { ...NOTHING, from, nouns: names, owner };
}

/** "the same dog obviously": what counts or colours the subject, no part of its name. */
function isBesideName(word: string): boolean {
  return DETERMINERS.has(word) || COUNTS.has(word) || QUANTIFIERS.has(word) || isAdverbWord(word);
}

/** "Leave requests with a type and a flag belong to": the subject is the first noun, not the last. */
function readOpeningSubject(tokens: readonly Token[], predicate: Predicate): Noun | null {
  if (['and', ','].includes(tokens[predicate.from - 1]?.lower ?? '')) return null;
  const cursor = cursorOf(tokens, 0, predicate.from);
  while (DETERMINERS.has(peek(cursor))) cursor.at += 1;
  const noun = readNoun(cursor);
  if (noun === null || !['with', 'having', '('].includes(peek(cursor))) return null;
  const after = tokens.slice(cursor.at, predicate.from).map((token) => token.lower);
  return after.some((word) => [':', 'each', 'every', ';'].includes(word)) ||
    (DETERMINERS.has(tokens[predicate.from - 2]?.lower ?? '') && !after.includes(','))
    ? null
    : noun;
}

/** "..., assignee and reporter are users": a singular before "are" is the second of two. */
function readPairBefore(
  tokens: readonly Token[],
  from: number,
  floor: number,
  names: Noun[],
): { from: number; nouns: Noun[] } | null {
  const begin = from - 2;
  const word = tokens[begin];
  if (names.length !== 1 || names[0]?.plural || tokens[from - 1]?.lower !== 'and') return null;
  if (word?.kind !== 'word' || begin < floor || DETERMINERS.has(word.lower)) return null;
  const first = readNoun(cursorOf(tokens, begin, from - 1));
  return first === null ? null : { from: begin, nouns: [first, ...names] };
}

/** "Students and teachers have": everything before the first predicate of a sentence may be the subject. */
function conjoined(
  tokens: readonly Token[],
  from: number,
  nouns: Noun[],
): { from: number; nouns: Noun[] } {
  let start = from;
  const all = [...nouns];
  while (start >= 2 && ['and', ','].includes(tokens[start - 1]?.lower ?? '')) {
    let left = start - 1;
    if (tokens[left - 1]?.lower === ',') left -= 1;
    let begin = left;
    while (begin > 0 && isSubjectWord(tokens, begin - 1, 0)) begin -= 1;
    if (begin === left) break;
    const noun = readNoun(
      cursorOf(tokens, begin + (DETERMINERS.has(tokens[begin]?.lower ?? '') ? 1 : 0), left),
    );
    if (noun === null) break;
    all.unshift(noun);
    start = begin;
  }
  const isWhole = start === 0 || [':', 'where'].includes(tokens[start - 1]?.lower ?? '');
  return isWhole ? { from: start, nouns: all } : { from, nouns };
}

function isSubjectWord(tokens: readonly Token[], index: number, floor: number): boolean {
  const token = tokens[index];
  if (token === undefined || index < floor || token.kind === 'symbol') return false;
  const word = token.lower;
  if (word === 'of') return index - 1 >= floor && tokens[index - 1]?.kind === 'word';
  if (BE.has(word) || MODALS.has(word) || CONNECTORS.has(word) || RELATIVES.has(word)) return false;
  if (PREPOSITIONS.has(word))
    return ['at', 'on', 'in'].includes(word) && /(ed|s)$/.test(tokens[index - 1]?.lower ?? '');
  return !isOpener(word);
}

/** "the status of an appointment", "each product's SKU": the thing and whose it is. */
function splitOwner(
  tokens: readonly Token[],
  from: number,
  to: number,
  nouns: Noun[],
): { owner: Noun | null; names: Noun[] } {
  const possessor = tokens.slice(from, to).find((token) => token.possessive);
  const [first, second] = nouns;
  if (
    possessor !== undefined &&
    first !== undefined &&
    second !== undefined &&
    first.end === possessor.end
  )
    return { owner: first, names: [second] };
  const ofAt = tokens.slice(from, to).findIndex((token) => token.lower === 'of');
  if (ofAt > 0 && first !== undefined && second !== undefined)
    return { owner: second, names: [first] };
  if (ofAt > 0 && first !== undefined && first.words.includes('of')) {
    const cut = first.words.indexOf('of');
    const ofToken = tokens[from + ofAt];
    const rest = tokens.slice(from + ofAt + 1, to).filter((token) => !DETERMINERS.has(token.lower));
    const [ownerStart] = rest;
    const ownerEnd = rest.at(-1);
    if (
      ofToken &&
      ownerStart &&
      ownerEnd &&
      /^(status|name|price|state|type)$/.test(first.words[cut - 1] ?? '')
    )
      return {
        owner: nounOf(rest, ownerStart.start, ownerEnd.end),
        names: [{ ...first, words: first.words.slice(0, cut), plural: false, end: ofToken.start }],
      };
  }
  return { owner: null, names: nouns.slice(-1) };
}
