import { GENERIC_ACTORS } from '../lexicon/predicates.ts';
import { BE, CONNECTORS, DETERMINERS, MODALS, PREPOSITIONS, RELATIVES } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import type { Tagger } from '../text/tagger.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, type Cursor, cursorOf, endOffset, isDone, isOpener, peek } from './cursor.ts';
import { readItems, readPredicateQualities } from './items.ts';
import { nounOf, readNoun } from './noun.ts';
import { findPredicates, type Predicate } from './predicates.ts';
import { readQuality } from './qualities.ts';
import type { Item, Noun, Qualities, Statement } from './statements.ts';

/** Where the subject of a predicate begins, and the nouns it names; `nouns` is empty for "it" or nothing. */
type Subject = { from: number; nouns: Noun[]; owner: Noun | null; pronoun: string };

export type ClauseInput = {
  tokens: readonly Token[];
  tagger: Tagger;
  context: Noun | null;
  previous: Noun[];
};

/** Reads the clauses of one sentence that has at least one predicate; null when it has none. */
export function readClauses({
  tokens,
  tagger,
  context,
  previous,
}: ClauseInput): Statement[] | null {
  const predicates = findPredicates(tokens, tagger);
  if (predicates.length === 0) return null;
  const statements: Statement[] = [];
  const subjects = predicates.map((predicate, index) =>
    findSubject(tokens, predicate, predicates[index - 1]?.to ?? 0),
  );
  const head = readHead(tokens, subjects[0]?.from ?? 0);
  const [topic] = head;
  const lastTopic = topic?.kind === 'topic' ? topic.items.at(-1)?.noun : undefined;
  let last: Noun[] = context ? [context] : lastTopic ? [lastTopic] : previous;
  predicates.forEach((predicate, index) => {
    const subject = subjects[index];
    if (subject === undefined) return;
    const to = subjects[index + 1]?.from ?? tokens.length;
    const nouns = subject.nouns.length > 0 ? subject.nouns : last;
    const made = readClause(tokens, predicate, { ...subject, nouns }, to, subject.nouns.length > 0);
    statements.push(...made);
    if (subject.nouns.length > 0 && predicate.kind !== 'be') last = subject.nouns;
  });
  return [...head, ...statements];
}

/** Nouns before the first subject, as in "Tickets: each ticket has"; they are topics only when something follows them in brackets. */
function readHead(tokens: readonly Token[], to: number): Statement[] {
  const cursor = cursorOf(tokens, 0, to);
  const items = readItems(cursor).filter((item) => item.children.length > 0 || item.noun.plural);
  const [first] = items;
  return first === undefined
    ? []
    : [{ kind: 'topic', items, start: first.start, end: endOffset(cursor) }];
}

function findSubject(tokens: readonly Token[], predicate: Predicate, floor: number): Subject {
  const opening =
    floor === 0 && predicate.kind === 'belongs' ? readOpeningSubject(tokens, predicate) : null;
  if (opening !== null) return { from: predicate.from, nouns: [opening], owner: null, pronoun: '' };
  let from = predicate.from;
  if (predicate.kind === 'topic')
    return { from: predicate.from, nouns: [], owner: null, pronoun: 'we' };
  while (from > floor && isSubjectWord(tokens, from - 1, floor)) {
    from -= 1;
    if (DETERMINERS.has(tokens[from]?.lower ?? '') && tokens[from - 1]?.lower !== 'of') break;
  }
  const cursor = cursorOf(tokens, from, predicate.from);
  const pronoun = tokens[predicate.from - 1]?.lower ?? '';
  if (
    [
      'it',
      'they',
      'we',
      'i',
      'you',
      'this',
      'these',
      'those',
      'each',
      'he',
      'she',
      'one',
      'that',
      'there',
      'which',
      'who',
      'both',
      'all',
    ].includes(pronoun)
  ) {
    return { from: predicate.from - 1, nouns: [], owner: null, pronoun };
  }
  const nouns: Noun[] = [];
  while (!isDone(cursor)) {
    while (!isDone(cursor) && (DETERMINERS.has(peek(cursor)) || peek(cursor) === 'one'))
      cursor.at += 1;
    const noun = readNoun(cursor);
    if (noun === null) {
      cursor.at += 1;
      continue;
    }
    nouns.push(noun);
  }
  const { owner, names } = splitOwner(tokens, from, predicate.from, nouns);
  if (names.length > 0 && floor === 0)
    return { ...conjoined(tokens, from, names), owner, pronoun: '' };
  return { from, nouns: names, owner, pronoun: '' };
}

/** "Leave requests with a type and a flag belong to": the subject is the first noun, not the last. */
function readOpeningSubject(tokens: readonly Token[], predicate: Predicate): Noun | null {
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

function readClause(
  tokens: readonly Token[],
  predicate: Predicate,
  subject: Subject,
  to: number,
  isOwnSubject: boolean,
): Statement[] {
  const cursor = cursorOf(
    tokens,
    predicate.to,
    Math.max(predicate.to, trimEnd(tokens, predicate.to, to)),
  );
  const start = tokens[Math.min(subject.from, predicate.from)]?.start ?? 0;
  const subjects = subject.nouns;
  const isAboutApp =
    ['we', 'i', 'you', 'there'].includes(subject.pronoun) ||
    (subjects.length === 0 && subject.pronoun !== '');
  if (predicate.kind === 'topic') return readTopic(cursor, start);
  if (predicate.kind === 'be') return readConstraint(cursor, subject, isOwnSubject, start);
  if (predicate.kind === 'has') {
    const constraint = isOwnSubject ? readConstraintOnly(cursor, subject, start) : null;
    if (constraint !== null) return [constraint];
    const items = readItems(cursor);
    if (isAboutApp || isApp(subjects))
      return [{ kind: 'topic', items, start, end: endOffset(cursor) }];
    return [
      { kind: 'has', subjects, items, optional: predicate.optional, start, end: endOffset(cursor) },
    ];
  }
  const items = predicate.kind === 'belongs' ? readTargets(cursor) : readItems(cursor);
  const end = endOffset(cursor);
  if (predicate.kind === 'many-to-many')
    return [
      { kind: 'many-to-many', nouns: [...subjects, ...items.map((item) => item.noun)], start, end },
    ];
  if (predicate.kind === 'acts')
    return [
      {
        kind: 'acts',
        subjects,
        preposition: predicate.preposition,
        verb: predicate.verb,
        modal: predicate.modal,
        items,
        start,
        end,
      },
    ];
  return [
    ...readOwnFields(cursor, subjects, start),
    {
      kind: 'belongs',
      subjects,
      targets: items,
      optional: predicate.optional,
      strong: predicate.strong,
      many: predicate.many,
      start,
      end,
    },
  ];
}

const TARGET_LINKS = ['to', 'with', 'in', 'at', 'by', 'for', 'on', 'from', 'under'];

/** "placed by a customer at a restaurant", "links a vehicle to a spot": every noun phrase is a target. */
function readTargets(cursor: Cursor): Item[] {
  const items: Item[] = [];
  for (let from = cursor.at; from < cursor.end; ) {
    const next = cursor.tokens.findIndex(
      (token, index) =>
        index > from &&
        index < cursor.end &&
        TARGET_LINKS.includes(token.lower) &&
        isCounted(cursor, index + 1) &&
        cursor.tokens[index - 1]?.lower !== ',',
    );
    const part = { tokens: cursor.tokens, at: from, end: next < 0 ? cursor.end : next };
    items.push(...readItems(part));
    cursor.at = part.at;
    if (next < 0 || part.at < next) break;
    from = next + 1;
  }
  return items;
}

function isCounted(cursor: Cursor, index: number): boolean {
  return ['a', 'an', 'one', 'exactly', 'the', 'another'].includes(
    cursor.tokens[index]?.lower ?? '',
  );
}

/** "Reservations reference a room and a guest, with a date": the fields are the subject's. */
function readOwnFields(cursor: Cursor, subjects: Noun[], start: number): Statement[] {
  if (acceptAny(cursor, [', with', ', plus', ', having']) === null || subjects.length === 0)
    return [];
  const items = readItems(cursor);
  return [{ kind: 'has', subjects, items, optional: false, start, end: endOffset(cursor) }];
}

const APP_SUBJECTS = new Set([
  'app',
  'api',
  'system',
  'platform',
  'service',
  'tool',
  'database',
  'software',
  'backend',
  'program',
]);

function isApp(subjects: Noun[]): boolean {
  const [subject] = subjects;
  return (
    subject !== undefined &&
    (APP_SUBJECTS.has(subject.words.at(-1) ?? '') ||
      (subject.words.length === 1 &&
        GENERIC_ACTORS.has(subject.words[0] ?? '') &&
        subject.words[0] === 'system'))
  );
}

/** "passwords must have at least 8 characters" says something about a value; it lists no fields. */
function readConstraintOnly(cursor: Cursor, subject: Subject, start: number): Statement | null {
  const from = cursor.at;
  const qualities: Qualities = {};
  if (readQualitiesOnly(cursor, qualities))
    return {
      kind: 'constraint',
      subjects: subject.nouns,
      owner: subject.owner,
      qualities,
      start,
      end: endOffset(cursor),
    };
  cursor.at = from;
  return null;
}

function readQualitiesOnly(cursor: Cursor, qualities: Qualities): boolean {
  let found = false;
  while (!isDone(cursor)) {
    if (readQuality(cursor, qualities)) found = true;
    else if (acceptAny(cursor, ['a', 'an', 'and', ',']) === null) return false;
  }
  return found;
}

function readConstraint(
  cursor: Cursor,
  subject: Subject,
  isOwnSubject: boolean,
  start: number,
): Statement[] {
  const qualities: Qualities = {};
  if (!isOwnSubject || !readPredicateQualities(cursor, qualities)) return [];
  const made: Statement[] = [
    {
      kind: 'constraint',
      subjects: subject.nouns,
      owner: subject.owner,
      qualities,
      start,
      end: endOffset(cursor),
    },
  ];
  return made;
}

/** "track my garden: plants, beds": what stands before the colon is a title. */
function skipTitle(cursor: Cursor): void {
  const colon = cursor.tokens.findIndex(
    (token, index) => index > cursor.at && index < cursor.end && token.text === ':',
  );
  if (colon < 0 || colon - cursor.at > 7 || colon === cursor.end - 1) return;
  const before = cursor.tokens.slice(cursor.at, colon);
  const isList = before.some(
    (token) => token.kind === 'symbol' || ['and', 'with', 'or'].includes(token.lower),
  );
  if (!isList && !isPlural(before.at(-1)?.lower ?? '')) cursor.at = colon + 1;
}

/** "name and email of each customer": the list first, its owner after. */
function readTopic(cursor: Cursor, start: number): Statement[] {
  skipTitle(cursor);
  const items = readItems(cursor);
  const intro = acceptAny(cursor, [
    'for each',
    'for every',
    'of each',
    'of every',
    'for all',
    'of all',
    'for our',
    'of our',
    'for',
    'of',
    'about each',
    'per',
  ]);
  if (intro !== null && items.length > 0) {
    while (DETERMINERS.has(peek(cursor))) cursor.at += 1;
    const owner = readNoun(cursor);
    if (owner !== null && items.some((item) => !item.noun.plural))
      return [
        { kind: 'has', subjects: [owner], items, optional: false, start, end: endOffset(cursor) },
      ];
  }
  return items.length === 0
    ? []
    : [{ kind: 'topic', items, announced: true, start, end: endOffset(cursor) }];
}

function trimEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (
    end > from &&
    [',', 'and', 'but', 'where', 'while', 'also', ';', ':', 'or', 'then', '.'].includes(
      tokens[end - 1]?.lower ?? '',
    )
  )
    end -= 1;
  return end;
}

export type { Item };
