import { ABOUT_NOUNS, ADDING_VERBS, DEED_NOUNS, GENERIC_ACTORS } from '../lexicon/predicates.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { singular } from '../text/nouns.ts';
import type { Tagger } from '../text/tagger.ts';
import type { Token } from '../text/tokens.ts';
import { belongs, readElided } from './belonging-clauses.ts';
import {
  giveFlagToDeed,
  giveToDeed,
  heldByDeed,
  isAskedFor,
  perDeed,
  recordOf,
} from './clause-links.ts';
import {
  readConstraint,
  readConstraintOnly,
  readOwnFields,
  readOwnTargets,
  readPerThing,
  readThrough,
  readThroughOne,
} from './clause-objects.ts';
import {
  gather,
  isApp,
  isGathered,
  isRecord,
  ownedBy,
  possessorOf,
  readSubjectBracket,
} from './clause-owners.ts';
import { isOnlyAsked, readOurList, readPlaced, readToldOf } from './clause-speakers.ts';
import {
  asRole,
  isBoth,
  isEachAlone,
  isListedRole,
  lastTwo,
  objectsOf,
  withOpening,
} from './clause-subjects.ts';
import { EXACT_COUNTS, readTargets } from './clause-targets.ts';
import { type Cursor, cursorOf, endOffset } from './cursor.ts';
import {
  meantInGeneral,
  metIn,
  ownByLast,
  ownByPartner,
  ownTogether,
  readGiven,
  readGivenAfter,
  readObjectParts,
  readStay,
  readWishLink,
  readWishParts,
} from './deed-parts.ts';
import { verbOfDeed } from './deed-verbs.ts';
import { dropPeriod } from './item-asides.ts';
import { readItems } from './items.ts';
import type { Predicate } from './predicate.ts';
import { findPredicates } from './predicates.ts';
import { meantByNumber } from './pronouns.ts';
import { itemOf, type Noun, type Statement } from './statements.ts';
import { findSubject, type Subject } from './subjects.ts';
import { readHandedIn, readToldOfDeed } from './told-of-deeds.ts';
import { readTopic } from './topics.ts';

export type ClauseInput = {
  tokens: readonly Token[];
  tagger: Tagger;
  context: Noun | null;
  previous: Noun[];
  listed?: Noun[];
  /** The last statement of the sentence before. */
  before?: Statement | undefined;
};

/** Reads the clauses of one sentence that has at least one predicate; null when it has none. */
export function readClauses({
  tokens,
  tagger,
  context,
  previous,
  listed = [],
  before: earlier,
}: ClauseInput): Statement[] | null {
  const predicates = findPredicates(tokens, tagger);
  if (predicates.length === 0) return null;
  const statements: Statement[] = [];
  const subjects = predicates.map((predicate, index) => {
    const found = findSubject(tokens, predicate, predicates[index - 1]?.to ?? 0);
    return index === 0 ? withOpening(tokens, predicate, found) : found;
  });
  const head = readHead(tokens, subjects[0]?.from ?? 0, context);
  const [topic] = head;
  const lastTopic = topic?.kind === 'topic' ? topic.items.at(-1)?.noun : undefined;
  let last: Noun[] = context ? inFull(context, previous) : lastTopic ? [lastTopic] : previous;
  predicates.forEach((predicate, index) => {
    const subject = subjects[index];
    if (subject === undefined) return;
    const to = subjects[index + 1]?.from ?? tokens.length;
    const opening = [subject.pronoun, tokens[predicate.from]?.lower ?? ''];
    const isAll = opening.some((word) => ['both', 'all'].includes(word)) && listed.length > 1;
    const each = isBoth(tokens, predicate)
      ? lastTwo(statements.at(-1) ?? earlier)
      : isEachAlone(tokens, predicate, subject)
        ? objectsOf(statements.at(-1) ?? (context === null ? earlier : undefined))
        : [];
    const told = subject.pronoun === 'others' ? subjects[index - 1]?.nouns : undefined;
    const spokenOf = told ?? meantByNumber(subject.pronoun, last, statements.at(-1) ?? earlier);
    const meant = each.length > 0 ? each : isAll ? listed : spokenOf;
    const nouns = subject.nouns.length > 0 ? subject.nouns : meant;
    const made = readClause(
      tokens,
      predicate,
      { ...subject, nouns, spokenOf: last },
      to,
      subject.nouns.length > 0 || isBoth(tokens, predicate),
      statements.at(-1),
    );
    const before = statements.at(-1);
    if (context !== null && isListedRole(tokens, subject)) asRole(made, context);
    tieToObject(made, before);
    const isAsked = predicate.kind === 'topic' || /^(we|i)$/.test(subject.pronoun);
    if (isAsked && giveToDeed(made, before)) return;
    if (predicate.kind === 'topic' && giveFlagToDeed(made, before)) return;
    statements.push(...readSubjectBracket(tokens, subject), ...made);
    statements.push(...recordOf(tokens, subject, made, before));
    if (subject.nouns.length > 0 && (predicate.kind !== 'be' || isThingSubject(tokens, subject)))
      last = subject.nouns;
    const topics = isAsked ? made.findLast(isTopic) : undefined;
    const lastListed = topics?.items.at(-1)?.noun;
    if (lastListed !== undefined) last = [lastListed];
  });
  return [...head, ...statements];
}

/** Below "Halls": "cinema halls have seats. They belong to a cinema": the halls by their full name. */
function inFull(heading: Noun, previous: Noun[]): Noun[] {
  const [noun, second] = previous;
  const head = (of: Noun) => singular(of.words.at(-1) ?? '');
  const isFuller = noun !== undefined && noun.words.length > heading.words.length;
  return isFuller && second === undefined && head(noun) === head(heading) ? previous : [heading];
}

function isTopic(statement: Statement): statement is Extract<Statement, { kind: 'topic' }> {
  return statement.kind === 'topic';
}

/** "An exam is either theory or practical, has a date": what has the date is the exam; no value has one. */
function isThingSubject(tokens: readonly Token[], { from, nouns, owner }: Subject): boolean {
  const isCounted = ['a', 'an', 'each', 'every'].includes(tokens[from]?.lower ?? '');
  return (
    isCounted && owner === null && nouns.every(({ words }) => !isValueWord(words.at(-1) ?? ''))
  );
}

/** Nouns before the first subject, as in "Tickets: each ticket has"; they are topics only when something follows them in brackets. */
function readHead(tokens: readonly Token[], to: number, context: Noun | null): Statement[] {
  const cursor = cursorOf(tokens, 0, to);
  const all = readItems(cursor);
  const [field] = all;
  if (context !== null && field !== undefined)
    return [
      {
        kind: 'has',
        subjects: [context],
        items: all,
        optional: false,
        start: field.start,
        end: endOffset(cursor),
      },
    ];
  const items = all.filter(
    (item) => item.children.length > 0 || (item.noun.plural && !isGenericPerson(item.noun)),
  );
  const [first] = items;
  return first === undefined
    ? []
    : [{ kind: 'topic', items, start: first.start, end: endOffset(cursor) }];
}

/** "People create a poll": whoever does it is no thing to keep. */
function isGenericPerson({ words: [word = '', more] }: Noun): boolean {
  return more === undefined && GENERIC_ACTORS.has(word);
}

function readClause(
  tokens: readonly Token[],
  predicate: Predicate,
  subject: Subject,
  to: number,
  isOwnSubject: boolean,
  before: Statement | undefined,
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
  if (predicate.kind === 'topic') return readTopic(cursor, start, subjects);
  if (predicate.kind === 'be') return readConstraint(cursor, subject, isOwnSubject, start);
  if (predicate.kind === 'has')
    return readHas({ cursor, predicate, subject, start, isOwnSubject, isAboutApp });
  return predicate.kind === 'acts'
    ? readActs({ cursor, predicate, subject, start, before })
    : readBelongs({ cursor, predicate, subject, start, before });
}

type Clause = { cursor: Cursor; predicate: Predicate; subject: Subject; start: number };

function readHas({
  cursor,
  predicate,
  subject,
  start,
  isOwnSubject,
  isAboutApp,
}: Clause & { isOwnSubject: boolean; isAboutApp: boolean }): Statement[] {
  const { tokens } = cursor;
  const subjects = subject.nouns;
  const constraint = isOwnSubject ? readConstraintOnly(cursor, subject, start) : null;
  if (constraint !== null) return [constraint];
  if (/^(i|we)$/.test(subject.pronoun)) return readTopic(cursor, start, subjects);
  const items = readItems(cursor);
  items.forEach(dropPeriod);
  if (isAboutApp || isApp(subjects, tokens[subject.from]?.lower ?? ''))
    return [{ kind: 'topic', items, start, end: endOffset(cursor) }];
  if (isSpeakersOwn(tokens, subject) && items.every(({ noun }) => noun.plural))
    return [{ kind: 'topic', items, announced: true, start, end: endOffset(cursor) }];
  const isHeld = isRecord(subject) || items.every((item) => item.noun.plural);
  const held = isHeld ? possessorOf(tokens, subject, subject.spokenOf ?? []) : null;
  return [
    ...ownedBy(tokens, subject),
    {
      kind: 'has',
      subjects: held ?? subjects,
      items,
      optional: predicate.optional,
      start,
      end: endOffset(cursor),
    },
    ...readOwnTargets(cursor, subjects),
  ];
}

/** "My orchard is split into plots": there is one of it, and nothing of it to keep. */
function isSpeakersOwn(tokens: readonly Token[], { from, nouns }: Subject): boolean {
  const [noun, second] = nouns;
  return (
    /^(our|my)$/.test(tokens[from]?.lower ?? '') &&
    noun?.plural === false &&
    second === undefined &&
    noun.words.length === 1
  );
}

type ClauseAfter = Clause & { before: Statement | undefined };

/** A deed: what somebody does to things. */
function readActs({ cursor, predicate, subject, start, before }: ClauseAfter): Statement[] {
  const { tokens } = cursor;
  if (isDenied(tokens, predicate)) return [];
  const { preposition, modal } = predicate;
  const subjects = subject.nouns;
  const verb = verbOfDeed(predicate.verb, cursor, subjects);
  const told = subjects.length > 0 ? readToldOfDeed(cursor, verb, subjects, start) : null;
  if (told !== null) return told;
  const items = readTargets(cursor, objectCounts(verb, subjects), true);
  if (items.length === 0) items.push(...readElided(cursor, before));
  for (const item of items)
    if (item.determiner === 'other' && item.noun.plural && (preposition || predicate.isCertain))
      item.quantity = 'many';
  const shared = readPerThing(cursor, items, start);
  if (shared !== null) return shared;
  if (subjects.length === 0) {
    const told = readToldOf(cursor, items, start);
    if (told !== null) return told;
    const link = readWishLink(cursor, verb, items, start);
    if (link !== null) return link;
    readWishParts(cursor, verb, items);
  }
  readObjectParts(cursor, items);
  ownByLast(tokens, verb, items);
  ownByPartner(tokens, items);
  ownTogether(verb, items);
  meantInGeneral(verb, modal, subjects, items);
  const meeting = metIn(tokens, subjects, items);
  if (meeting !== null) return meeting;
  const given = [...readGiven(cursor), ...readGivenAfter(cursor, verb, items)];
  if (subject.pronoun === 'we' || subject.pronoun === 'i') readOurList(cursor, items);
  const end = endOffset(cursor);
  const isOurs = ['we', 'i'].includes(subject.pronoun) && !modal;
  const asked = { kind: 'acts', subjects, preposition, verb, modal, items, start, end } as const;
  if (isOnlyAsked(subject, verb, items) && !isAskedFor(subject, asked)) return [];
  const deedVerb = tokens
    .slice(predicate.from, predicate.to)
    .map(({ lower }) => lower)
    .join(' ');
  const placed = isOurs ? readPlaced(cursor, items, deedVerb, start) : null;
  if (placed !== null) return placed;
  if (isOurs && items.some(({ children }) => children.length > 0))
    return [{ kind: 'topic', items, announced: true, start, end }];
  if (isGathered(tokens, subject, items)) return gather(subjects, items, start, end);
  const deed: Extract<Statement, { kind: 'acts' }> = {
    kind: 'acts',
    subjects,
    preposition,
    verb,
    modal,
    ...(predicate.isCertain === true && { isCertain: true }),
    ...(given.length > 0 && { given }),
    items,
    start,
    end,
  };
  const held = heldByDeed(deed) ?? (isAskedFor(subject, deed) ? items : null);
  if (held !== null) return [{ kind: 'has', subjects, items: held, optional: false, start, end }];
  return (
    perDeed(deed) ?? [
      ...(isOfOurs(tokens, subject) ? [] : ownedBy(tokens, subject)),
      ...readThrough(cursor, verb, subjects, items),
      deed,
    ]
  );
}

/** "Members of our club can book": there is one club, and who speaks is it. */
function isOfOurs(tokens: readonly Token[], { owner }: Subject): boolean {
  const at = tokens.findIndex(({ start }) => start === owner?.start);
  return /^(our|my)$/.test(tokens[at - 1]?.lower ?? '');
}

/** "Assistants cannot sell medicines": what nobody does relates nothing. */
function isDenied(tokens: readonly Token[], { from, to }: Predicate): boolean {
  return tokens.slice(from, to).some(({ lower }) => /^(cannot|can't|mustn't|never)$/.test(lower));
}

/** What belongs to what, in one direction or both. */
function readBelongs({ cursor, predicate, subject, start, before }: ClauseAfter): Statement[] {
  const { tokens } = cursor;
  const { nouns: subjects } = subject;
  if (predicate.kind === 'many-to-many') {
    const nouns = [...subjects, ...readItems(cursor).map((item) => item.noun)];
    return [{ kind: 'many-to-many', nouns, start, end: endOffset(cursor) }];
  }
  const handedIn = predicate.verb === 'apply' ? readHandedIn(cursor, subjects, start) : null;
  if (handedIn !== null) return handedIn;
  const items = readTargets(cursor);
  if (items.length === 0) items.push(...readElided(cursor, before));
  const optional = predicate.optional || /^(others|some)$/.test(subject.pronoun);
  for (const item of items)
    if (item.determiner === 'other' && item.noun.plural) item.quantity = 'many';
  const end = endOffset(cursor);
  if (isGathered(tokens, subject, items)) return gather(subjects, items, start, end);
  const through = readThroughOne(cursor, subjects, items);
  const told = through ?? readStay(cursor, predicate.verb, subjects, items, start);
  if (told !== null) return told;
  return [
    ...ownedBy(tokens, subject),
    ...readOwnFields(cursor, subjects, start),
    ...belongs(subjects, items, { ...predicate, optional }, start, end),
  ];
}

/** "books a room at a hotel": each noun phrase is something that is booked; not so of a wish, which tells the parts. */
function objectCounts(verb: string, subjects: readonly Noun[]): ReadonlySet<string> | undefined {
  return DEED_NOUNS.has(verb) && subjects.length > 0 ? undefined : EXACT_COUNTS;
}

/** "subscribe to shows and leave reviews": the reviews are about the shows. */
function tieToObject(made: Statement[], before: Statement | undefined): void {
  const [deed] = made;
  if (deed?.kind !== 'acts' || before?.kind !== 'acts' || !ADDING_VERBS.has(deed.verb)) return;
  const [object, second] = before.items;
  if (object === undefined || second !== undefined || before.subjects !== deed.subjects) return;
  for (const item of deed.items)
    if (item.belongsTo.length === 0 && ABOUT_NOUNS.has(singular(item.noun.words.at(-1) ?? '')))
      item.belongsTo.push(itemOf(object.noun));
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
