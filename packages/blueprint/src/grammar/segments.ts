import { isRecorded } from '../lexicon/kept-deeds.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { words } from '../lexicon/words.ts';
import { isGeneric, isSentence, namesThings, type Segment, withoutGloss } from '../text/blocks.ts';
import { createTagger } from '../text/tagger.ts';
import type { Token } from '../text/tokens.ts';
import { withLetting, withPurpose } from './app-openings.ts';
import { readAppTitle, readTitleWith } from './app-titles.ts';
import { readBest } from './best-reading.ts';
import { readCaredFor } from './cared-for.ts';
import { giveToDeed } from './clause-links.ts';
import { readTargets } from './clause-targets.ts';
import { readClauses } from './clauses.ts';
import { acceptAny, closingIndex, cursorOf, endOffset } from './cursor.ts';
import { readDependingOn } from './depending-on.ts';
import { readEachOccasion } from './each-occasion.ts';
import { readEarnedBy } from './earned-by.ts';
import { findExamples } from './examples.ts';
import { readGivenRecord } from './given-records.ts';
import { readIntro, wishStart } from './intro.ts';
import { readItems } from './items.ts';
import { isFieldLine, readLabelled } from './labels.ts';
import { readLaterValues } from './later-values.ts';
import { isSignOff, withoutSubjectLine } from './letters.ts';
import { readNestedPlaces } from './nested-places.ts';
import { readNoun } from './noun.ts';
import { readPeopleClauses } from './people-clauses.ts';
import { deedBefore, recordAfterDeed } from './records-after.ts';
import { rephrase } from './rephrase.ts';
import { findRule, isTechnology } from './rules.ts';
import type { SegmentContext } from './segment-context.ts';
import { splitSentences, stripEnd, stripStart, textOf, withoutSpeaker } from './sentences.ts';
import { readSpeakersDeed } from './speakers-deeds.ts';
import { belonging, itemOf, type Noun, type Statement } from './statements.ts';
import { readStory, readWish } from './stories.ts';
import { isRelationColumn, readRow, readThingRow } from './table-rows.ts';
import { readAfterIntro } from './titled.ts';
import { readUserActions } from './user-actions.ts';
import { carryNamed } from './values-among-things.ts';
import { readWhenever } from './whenever.ts';
import { readWhoWhich } from './who-which.ts';
import { readWholeForm } from './whole-forms.ts';

/** Reads one segment: a line, a bullet, a table row or a paragraph. */
export function readSegment(segment: Segment, context: SegmentContext): Statement[] {
  const heading = segment.heading === null ? null : headingNoun(segment.heading);
  if (segment.columns[0] === '#heading' && !isSentence(withoutGloss(segment.tokens)))
    return [...readHeading(segment.tokens, context), ...readHeadingBracket(segment.tokens)];
  if (segment.isRow && namesThings(segment.columns))
    return [...readThingRow(segment), ...readRowRelations(segment, context)];
  if (segment.isRow) return heading === null ? [] : readRow(segment, heading);
  const statements: Statement[] = [];
  for (const sentence of splitSentences(segment.tokens)) {
    const later = readLaterValues(stripStart(stripEnd(sentence)), context);
    if (later !== null) {
      statements.push(...later);
      continue;
    }
    const made = readSentence(
      sentence,
      heading,
      { ...context, isFirst: context.isFirst && statements.length === 0 },
      segment.isBullet,
    );
    if (givesToDeed(made, statements.at(-1))) continue;
    statements.push(...made, ...comesOf(sentence, made, context.previous));
    statements.push(...recordAfterDeed(stripStart(sentence), made, context.deed));
    context.deed = deedBefore(made, context.deed);
    context.before = made.at(-1);
    const subject = made.findLast(
      (statement) => statement.kind === 'has' || statement.kind === 'belongs',
    );
    if (subject?.kind === 'has' || subject?.kind === 'belongs') context.previous = subject.subjects;
    const deed = made.findLast((statement) => statement.kind === 'acts');
    if (subject === undefined && deed?.kind === 'acts' && deed.subjects.length > 0)
      context.previous = deed.subjects;
    const topic = made.findLast((statement) => statement.kind === 'topic');
    if (topic?.kind === 'topic' && topic.items.length > 1)
      context.listed = topic.items.map((item) => item.noun);
    const only =
      topic?.kind === 'topic' && topic.items.length === 1 ? topic.items[0]?.noun : undefined;
    if (subject === undefined && only !== undefined) context.previous = [only];
  }
  return statements;
}

/** "A claim is filed by a client. Once a decision has been made it is recorded with a date": the decision is the claim's. */
function comesOf(
  tokens: readonly Token[],
  made: readonly Statement[],
  previous: readonly Noun[],
): Statement[] {
  const [, article] = tokens;
  const opening = tokens.slice(0, 8).map(({ lower }) => lower);
  const isLater =
    /^(once|when|after) an? \w+( \w+)? (has been|is|was) (made|taken|issued|reached|given|found|agreed)\b/;
  if (!isLater.test(opening.join(' '))) return [];
  const [told] = made;
  const [subject, second] = told?.kind === 'has' ? told.subjects : [];
  const isNew =
    /^(a|an)$/.test(article?.lower ?? '') && subject?.plural === false && second === undefined;
  if (!isNew || previous.length !== 1) return [];
  return [{ ...belonging([subject], previous.map(itemOf), subject), isIfLonely: true }];
}

/** "Villagers borrow books. We track the due date": the sentence after a deed that is recorded tells what is kept of it. */
function givesToDeed(made: readonly Statement[], before: Statement | undefined): boolean {
  return before?.kind === 'acts' && isRecorded(before.verb) && giveToDeed(made, before);
}

/** `| Station | name | belongs to region |`: the third column goes on after the name. */
function readRowRelations({ cells, columns }: Segment, context: SegmentContext): Statement[] {
  const name = (cells[0] ?? []).filter((token) => token.kind === 'word');
  return cells.slice(2).flatMap((cell, index) => {
    if (!isRelationColumn(columns[index + 2])) return [];
    return partsOf(cell)
      .filter((part) => part.length > 1)
      .flatMap(
        (part) =>
          readCellOwner(name, part) ??
          readSentence([...name, ...part], null, { ...context, isFirst: false }, true),
      );
  });
}

/** "for a customer": whose the thing of the row is. */
function readCellOwner(name: readonly Token[], part: readonly Token[]): Statement[] | null {
  const cursor = cursorOf(part);
  const noun = readNoun(cursorOf(name));
  const isOwned = acceptAny(cursor, ['for', 'of', 'per', 'in', 'at', 'by', 'on']) !== null;
  const targets = noun === null || !isOwned ? [] : readTargets(cursor);
  const [first] = part;
  if (noun === null || first === undefined || targets.length === 0) return null;
  return [belonging([noun], targets, { start: first.start, end: endOffset(cursor) })];
}

/** "for a customer; contains products": each part goes on after the name. */
function partsOf(cell: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of cell)
    if (token.text === ';') parts.push([]);
    else parts.at(-1)?.push(token);
  return parts;
}

/** The entity a heading names: "Customers", "Order item (line)". */
function headingNoun(tokens: readonly Token[]): Noun | null {
  const cursor = cursorOf(tokens);
  acceptAny(cursor, ['a', 'an', 'the', 'each', 'every']);
  return readNoun(cursor);
}

/** "Units (each in a building)": what the heading belongs to. */
function readHeadingBracket(tokens: readonly Token[]): Statement[] {
  const open = tokens.findIndex((token) => token.text === '(');
  const noun = open > 0 ? headingNoun(tokens.slice(0, open)) : null;
  const [first] = tokens;
  if (noun === null || first === undefined) return [];
  const cursor = cursorOf(tokens, open + 1, closingIndex(tokens, open, tokens.length));
  acceptAny(cursor, ['each', 'every', 'one', 'all', 'several', 'many', 'any number']);
  const link = acceptAny(cursor, [
    'belongs to',
    'belong to',
    'in',
    'of',
    'for',
    'on',
    'at',
    'by',
    'per',
    'under',
    'between',
  ]);
  const targets = link === null ? [] : readTargets(cursor);
  if (targets.length === 0) return [];
  const { start } = first;
  const end = endOffset(cursor);
  return [belonging([noun], targets, { start, end })];
}

function readHeading(tokens: readonly Token[], context: SegmentContext): Statement[] {
  const noun = headingNoun(tokens);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (noun === null || first === undefined || last === undefined) return [];
  const intro = readIntro(tokens, context.isFirst);
  if (intro?.isNamed) return [{ kind: 'app', noun: intro.noun, start: first.start, end: last.end }];
  return [];
}

function readSentence(
  tokens: readonly Token[],
  heading: Noun | null,
  context: SegmentContext,
  isBullet: boolean,
): Statement[] {
  if (isSignOff(tokens)) return [];
  const rule = findRule(tokens);
  const sent = context.isFirst ? withoutSubjectLine(tokens) : tokens;
  const said = withPurpose(withLetting(stripStart(stripEnd(sent))));
  const actions = heading === null ? readUserActions(said, context, readBody) : null;
  if (actions !== null && rule?.isHostile !== true) return actions;
  const body = rephrase(said);
  const first = body[0];
  const last = body.at(-1);
  if (first === undefined || last === undefined) return [];
  if (rule?.isHostile)
    return [{ kind: 'rule', reason: rule.reason, start: first.start, end: last.end }];
  const examples = findExamples(body);
  if (examples !== null) {
    const [from] = body.slice(examples);
    const reason = 'examples of a thing, not things of their own';
    return [
      ...readBody(body.slice(0, examples - 1), heading, context, isBullet),
      { kind: 'rule', reason, start: from?.start ?? first.start, end: last.end },
    ];
  }
  const best = readBest(body, heading, context, isBullet, readBody);
  const made = (heading === null ? readPeopleClauses(body, best, context, readBody) : null) ?? best;
  if ((made.length === 0 || isTechnology(made)) && rule !== null)
    return [{ kind: 'rule', reason: rule.reason, start: first.start, end: last.end }];
  return made;
}

function readBody(
  tokens: readonly Token[],
  heading: Noun | null,
  context: SegmentContext,
  isBullet: boolean,
): Statement[] {
  const colon = tokens.findIndex((token) => token.text === ':');
  const isLabel =
    colon > 0 &&
    colon < tokens.length - 1 &&
    (announces(tokens.slice(0, colon)) || (colon < 5 && isGeneric(tokens.slice(0, colon))));
  const isKept = colon === 1 && context.budget.things.has(tokens[0]?.lower ?? '');
  if (isLabel && !(heading === null && (isKept || namesThing(tokens, colon))))
    return readBody(tokens.slice(colon + 1), heading, context, true);
  const title = context.isFirst && heading === null && !isBullet ? readAppTitle(tokens) : [];
  if (title.length > 0)
    return [
      ...title,
      ...readBody(tokens.slice(colon + 1), null, { ...context, isFirst: false }, true),
    ];
  const whole = readWholeForm(tokens, heading, context);
  if (whole !== null) return whole;
  const titled = heading === null && !isBullet ? readTitleWith(tokens, context) : null;
  if (titled !== null) return titled;
  const wishOnly = withoutSpeaker(tokens);
  if (wishOnly !== null) return readBody(wishOnly, heading, context, isBullet);
  const told = readTold(tokens, heading, context);
  if (told !== null) return told;
  const story = readStory(tokens);
  if (story !== null)
    return [
      ...readWish(story, context, readBody),
      ...(story.rest.length > 0
        ? readBody(story.rest, null, { ...context, isFirst: false }, true)
        : []),
    ];
  const wish = context.isFirst && heading === null && !isBullet ? wishStart(tokens) : 0;
  if (wish > 0) return readWishedApp(tokens, wish, context);
  if (heading === null) {
    const intro = isBullet
      ? null
      : readIntro(
          tokens,
          context.isFirst,
          (tokens.at(-1)?.end ?? 0) + 2 < context.prompt.trimEnd().length,
        );
    if (intro !== null) {
      const made = readAfterIntro(tokens, intro, context, readBody);
      if (made !== null) return made;
    }
    const labelled = readLabelled(tokens, context);
    if (labelled !== null) return labelled;
  }
  const text = textOf(tokens, context.prompt);
  const tagger = createTagger(text, tokens[0]?.start ?? 0, context.budget);
  const clauses =
    heading !== null && isFieldLine(tokens)
      ? null
      : readClauses({
          tokens,
          tagger,
          context: heading,
          previous: context.previous,
          listed: context.listed ?? [],
          before: context.before,
        });
  if (clauses !== null && clauses.length > 0) return clauses;
  return heading === null && !isBullet && isDeedOfOne(tokens) ? [] : readList(tokens, heading);
}

/** "The printer jams.", "the clock ticks beside a lamp": what is told of it is nothing to keep, and it is no name. */
function isDeedOfOne(tokens: readonly Token[]): boolean {
  const cursor = cursorOf(tokens);
  const article = acceptAny(cursor, ['the', 'a', 'an']);
  const noun = article === null ? null : readNoun(cursor);
  const [next] = tokens.slice(cursor.at);
  if (noun === null || noun.words.length < 2) return false;
  return next === undefined ? noun.plural : article === 'the' && next.kind === 'word';
}

/** Whole sentences of a form of their own: who takes care of what, what is told of each time, of an occasion or of places in places. */
function readTold(
  tokens: readonly Token[],
  heading: Noun | null,
  context: SegmentContext,
): Statement[] | null {
  const plain =
    heading === null
      ? (readSpeakersDeed(tokens, context) ??
        readCaredFor(tokens, context) ??
        readEarnedBy(tokens, context, readBody) ??
        readDependingOn(tokens, context, readBody) ??
        readWhoWhich(tokens, context, readBody) ??
        readGivenRecord(tokens, context, readBody))
      : null;
  return (
    plain ??
    readWhenever(tokens, heading, context, readBody) ??
    readEachOccasion(tokens, heading, context, readBody) ??
    readNestedPlaces(tokens, heading, context, readBody)
  );
}

/** "Our fire brigade needs an app that manages vehicles": the app is theirs, and they are no thing to keep. */
function readWishedApp(
  tokens: readonly Token[],
  wish: number,
  context: SegmentContext,
): Statement[] {
  const cursor = cursorOf(tokens, 0, wish - 1);
  acceptAny(cursor, ['a', 'an', 'the', 'our', 'my', 'this']);
  const client = readNoun(cursor);
  const made = readBody(tokens.slice(wish), null, context, false);
  const start = tokens[0]?.start ?? 0;
  return made.map((statement) =>
    statement.kind === 'app' && client !== null ? { ...statement, noun: client, start } : statement,
  );
}

/** "The following information has to be stored": what comes is a list of things. */
function announces(tokens: readonly Token[]): boolean {
  const [first, second, third] = tokens.map(({ lower }) => lower);
  const isFollowing = first === 'the' && second === 'following';
  return (
    isFollowing &&
    tokens.length < 10 &&
    /^(information|data|things|items|objects|entities|details)$/.test(third ?? '')
  );
}

/** Labels that may also be things: a restaurant's tables, a school's classes. */
const THINGS = words(
  'property object model type list store service user role table tables note notes story stories resource resources goal goals feature features project projects class classes rule rules application applications app apps',
);

/** "Tables: number (unique), seats": mostly values follow, so the label is a thing that has them. */
function namesThing(tokens: readonly Token[], colon: number): boolean {
  if (colon !== 1 || !THINGS.has(tokens[0]?.lower ?? '')) return false;
  const items = readItems(cursorOf(tokens, colon + 1));
  const values = items.filter((item) => isValueWord(item.noun.words.at(-1) ?? '')).length;
  return values * 2 > items.length;
}

/** "The client's name, email and phone": values of the client. */
function readPossessed(tokens: readonly Token[]): Statement | null {
  const at = tokens.findIndex(({ possessive }) => possessive);
  const isOpening = at >= 0 && at < 3;
  const cursor = cursorOf(tokens, 0, at + 1);
  acceptAny(cursor, ['the', 'a', 'an', 'each', 'every', 'our', 'my']);
  const owner = isOpening ? readNoun(cursor) : null;
  const items = owner === null ? [] : readItems(cursorOf(tokens, at + 1));
  const [first] = items;
  const values = items.filter(({ noun }) => isValueWord(noun.words.at(-1) ?? '')).length;
  if (owner === null || first === undefined || values * 2 <= items.length) return null;
  const span = { start: owner.start, end: items.at(-1)?.end ?? first.end };
  return { kind: 'has', subjects: [owner], items, optional: false, ...span };
}

/** A line without a verb: fields of the heading's entity, or things to keep. */
function readList(tokens: readonly Token[], heading: Noun | null): Statement[] {
  const owned = heading === null ? readPossessed(tokens) : null;
  if (owned !== null) return [owned];
  const cursor = cursorOf(tokens);
  const items = readItems(cursor);
  const [first] = tokens;
  if (items.length === 0 || first === undefined) return [];
  const end = endOffset(cursor);
  if (heading !== null)
    return [{ kind: 'has', subjects: [heading], items, optional: false, start: first.start, end }];
  return [{ kind: 'topic', items: carryNamed(items), start: first.start, end }];
}
