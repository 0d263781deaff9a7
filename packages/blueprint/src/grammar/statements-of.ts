import { HOSTILE } from '../lexicon/apps.ts';
import { RULE_WORDS } from '../lexicon/predicates.ts';
import { DETERMINERS } from '../lexicon/words.ts';
import { isGeneric, isSentence, type Segment } from '../text/blocks.ts';
import { createTagger } from '../text/tagger.ts';
import type { Token } from '../text/tokens.ts';
import { readClauses } from './clauses.ts';
import { acceptAny, cursorOf, endOffset, isDone, isOpener, peek } from './cursor.ts';
import { readIntro, thingOf } from './intro.ts';
import { readItems } from './items.ts';
import { nounOf, readNoun } from './noun.ts';
import { readQualities } from './qualities.ts';
import type { Item, Noun, Qualities, Statement } from './statements.ts';

export type SegmentContext = {
  prompt: string;
  budget: { left: number };
  previous: Noun[];
  isFirst: boolean;
};

/** Reads one segment: a line, a bullet, a table row or a paragraph. */
export function readSegment(segment: Segment, context: SegmentContext): Statement[] {
  const heading = segment.heading === null ? null : headingNoun(segment.heading);
  if (segment.columns[0] === '#heading' && !isSentence(segment.tokens))
    return readHeading(segment.tokens, context);
  if (segment.isRow) return heading === null ? [] : readRow(segment, heading);
  const statements: Statement[] = [];
  for (const sentence of splitSentences(segment.tokens)) {
    const made = readSentence(
      sentence,
      heading,
      { ...context, isFirst: context.isFirst && statements.length === 0 },
      segment.isBullet,
    );
    statements.push(...made);
    const subject = made.findLast(
      (statement) => statement.kind === 'has' || statement.kind === 'belongs',
    );
    if (subject?.kind === 'has' || subject?.kind === 'belongs') context.previous = subject.subjects;
    const topic = made.findLast((statement) => statement.kind === 'topic');
    const only =
      topic?.kind === 'topic' && topic.items.length === 1 ? topic.items[0]?.noun : undefined;
    if (subject === undefined && only !== undefined) context.previous = [only];
  }
  return statements;
}

/** The entity a heading names: "Customers", "Order item (line)". */
export function headingNoun(tokens: readonly Token[]): Noun | null {
  const cursor = cursorOf(tokens);
  acceptAny(cursor, ['a', 'an', 'the', 'each', 'every']);
  return readNoun(cursor);
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

export function splitSentences(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [[]];
  let depth = 0;
  tokens.forEach((token, index) => {
    if (isOpener(token.text)) depth += 1;
    if (/^[)\]}]$/.test(token.text)) depth = Math.max(0, depth - 1);
    const next = tokens[index + 1];
    const isStop =
      /^[.;!?]$/.test(token.text) &&
      depth === 0 &&
      (next === undefined || next.start > token.end) &&
      !isAbbreviation(tokens, index);
    sentences.at(-1)?.push(token);
    if (isStop) sentences.push([]);
  });
  return sentences.filter((sentence) => sentence.some((token) => token.kind !== 'symbol'));
}

function isAbbreviation(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return (
    tokens[index]?.text === '.' &&
    before !== undefined &&
    ['e', 'g', 'i', 'etc', 'no', 'vs', 'approx', 'max', 'min'].includes(before.lower) &&
    before.end === tokens[index]?.start &&
    !(before.lower === 'etc')
  );
}

function readSentence(
  tokens: readonly Token[],
  heading: Noun | null,
  context: SegmentContext,
  isBullet: boolean,
): Statement[] {
  const rule = findRule(tokens);
  const body = stripEnd(tokens);
  const first = body[0];
  const last = body.at(-1);
  if (first === undefined || last === undefined) return [];
  if (rule?.isHostile)
    return [{ kind: 'rule', reason: rule.reason, start: first.start, end: last.end }];
  const made = readBody(body, heading, context, isBullet);
  if (made.length === 0 && rule !== null)
    return [{ kind: 'rule', reason: rule.reason, start: first.start, end: last.end }];
  return made;
}

function stripEnd(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length;
  while (end > 0 && /^[.;!?,:]$/.test(tokens[end - 1]?.text ?? '')) end -= 1;
  return tokens.slice(0, end);
}

function findRule(tokens: readonly Token[]): { reason: string; isHostile: boolean } | null {
  const hostile = tokens.filter((token) => HOSTILE.has(token.lower)).length;
  if (
    hostile >= 2 &&
    /^(ignore|disregard|forget|reveal|execute|drop|run|please|print|show|read|then|also|and|delete)$/.test(
      tokens[0]?.lower ?? '',
    )
  )
    return { reason: 'instructions to the reader are never acted on', isHostile: true };
  if (
    /^(drop|select|insert|delete|truncate|alter|update|grant)$/.test(tokens[0]?.lower ?? '') &&
    tokens.some(
      (token, index) =>
        index > 0 && ['table', 'from', 'into', 'database', 'set', '*'].includes(token.lower),
    )
  )
    return { reason: 'database commands are never acted on', isHostile: true };
  for (const { words, reason } of RULE_WORDS)
    if (tokens.some((token) => words.has(token.lower))) return { reason, isHostile: false };
  return null;
}

function readBody(
  tokens: readonly Token[],
  heading: Noun | null,
  context: SegmentContext,
  isBullet: boolean,
): Statement[] {
  const colon = tokens.findIndex((token) => token.text === ':');
  if (colon > 0 && colon < 5 && colon < tokens.length - 1 && isGeneric(tokens.slice(0, colon)))
    return readBody(tokens.slice(colon + 1), heading, context, true);
  const forEach = readForEach(tokens);
  if (forEach !== null) return forEach;
  const story = readStory(tokens);
  if (story !== null) return readBody(story, null, context, false);
  if (heading === null) {
    const intro = isBullet
      ? null
      : readIntro(
          tokens,
          context.isFirst,
          (tokens.at(-1)?.end ?? 0) + 2 < context.prompt.trimEnd().length,
        );
    if (intro !== null) {
      const made = readAfterIntro(tokens, intro, context);
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
      : readClauses({ tokens, tagger, context: heading, previous: context.previous });
  if (clauses !== null && clauses.length > 0) return clauses;
  return readList(tokens, heading);
}

/** `email: string, unique` below an entity's heading. */
function isFieldLine(tokens: readonly Token[]): boolean {
  const colon = tokens.findIndex((token) => [':', '-', '–', '—', '('].includes(token.text));
  return colon > 0 && colon <= 4;
}

function textOf(tokens: readonly Token[], prompt: string): string {
  return prompt.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}

/** "For each employee we store a name and an IBAN". */
function readForEach(tokens: readonly Token[]): Statement[] | null {
  const cursor = cursorOf(tokens);
  if (
    acceptAny(cursor, [
      'for each',
      'for every',
      'for all',
      'about each',
      'about every',
      'for',
      'per',
      'from each',
      'of each',
    ]) === null
  )
    return null;
  while (DETERMINERS.has(peek(cursor))) cursor.at += 1;
  const noun = readNoun(cursor);
  if (noun === null) return null;
  acceptAny(cursor, [',']);
  while (
    [
      'we',
      'i',
      'you',
      'they',
      'the',
      'system',
      'app',
      'should',
      'must',
      'also',
      'need',
      'want',
      'to',
      'will',
      'it',
      'would',
      'like',
      'can',
      ':',
      'there',
      'is',
      'are',
      'please',
    ].includes(peek(cursor))
  )
    cursor.at += 1;
  acceptAny(cursor, [
    'keep track of',
    'store',
    'stores',
    'record',
    'records',
    'track',
    'keep',
    'save',
    'capture',
    'collect',
    'have',
    'know',
    'log',
    'note',
    'register',
    'need',
    'hold',
  ]);
  const items = readItems(cursor);
  const [first] = tokens;
  if (items.length === 0 || first === undefined) return null;
  return [
    {
      kind: 'has',
      subjects: [noun],
      items,
      optional: false,
      start: first.start,
      end: endOffset(cursor),
    },
  ];
}

/** "As a librarian, I want to store books ... so that ...": the wish alone. */
function readStory(tokens: readonly Token[]): readonly Token[] | null {
  if (tokens[0]?.lower !== 'as' || !['a', 'an', 'the'].includes(tokens[1]?.lower ?? ''))
    return null;
  const wish = tokens.findIndex(
    (token, index) => index > 1 && ['want', 'need', 'like', 'can', 'should'].includes(token.lower),
  );
  if (wish < 0) return null;
  const purpose = tokens.findIndex(
    (token, index) => token.lower === 'so' && tokens[index + 1]?.lower === 'that',
  );
  const end = purpose > wish ? purpose : tokens.length;
  return tokens.slice(Math.max(0, wish - 1), tokens[end - 1]?.lower === ',' ? end - 1 : end);
}

function readAfterIntro(
  tokens: readonly Token[],
  intro: NonNullable<ReturnType<typeof readIntro>>,
  context: SegmentContext,
): Statement[] | null {
  const [first] = tokens;
  const restToken = tokens[intro.rest];
  if (first === undefined) return null;
  let rest = tokens.slice(intro.rest + (/^[:,.\-–—]$/.test(intro.connector) ? 1 : 0));
  const app: Statement = {
    kind: 'app',
    noun: intro.noun,
    start: first.start,
    end: restToken?.start ?? intro.noun.end,
  };
  const appOnly: Statement = { ...app, end: intro.noun.end };
  if (rest.length === 0)
    return intro.isNamed || intro.hasVerb || context.isFirst ? [appOnly] : null;
  if (intro.connector === '(' && !intro.isNamed) return null;
  if (['with', 'having', 'including', 'containing'].includes(intro.connector)) rest = rest.slice(1);
  else if (['for', 'of', 'about', 'around'].includes(intro.connector))
    return [appOnly, ...readPurpose(rest.slice(1), context)];
  else if (intro.connector === 'where') rest = rest.slice(1);
  const inner = { ...context, isFirst: false };
  const text = textOf(rest, context.prompt);
  const clauses = readClauses({
    tokens: rest,
    tagger: createTagger(text, rest[0]?.start ?? 0, context.budget),
    context: null,
    previous: [],
  });
  if (clauses !== null && clauses.length > 0) return [appOnly, ...clauses];
  const items = readItems(cursorOf(rest));
  if (items.length === 0) return [appOnly];
  return [appOnly, ...assignIntroItems(items, intro.noun, tokens, intro.isNamed, inner)];
}

/** "an app for managing recipes", "for a clinic with patients and doctors", "for invoices". */
function readPurpose(tokens: readonly Token[], context: SegmentContext): Statement[] {
  const verb = tokens[0]?.lower ?? '';
  const inner = { ...context, isFirst: false };
  if (verb.endsWith('ing')) {
    return readBody(tokens, null, inner, true);
  }
  const cursor = cursorOf(tokens);
  acceptAny(cursor, ['a', 'an', 'the', 'our', 'my', 'small', 'local']);
  const place = readNoun(cursor);
  if (
    place !== null &&
    !place.plural &&
    [':', 'with', 'where', 'that', 'to', ',', 'which'].includes(peek(cursor))
  ) {
    const skip = peek(cursor) === 'to' ? 0 : 1;
    const rest = tokens.slice(cursor.at + skip);
    const text = textOf(rest, context.prompt);
    const clauses = readClauses({
      tokens: rest,
      tagger: createTagger(text, rest[0]?.start ?? 0, context.budget),
      context: null,
      previous: [],
    });
    if (clauses !== null && clauses.length > 0) return clauses;
    const items = readItems(cursorOf(rest));
    return items.length > 0 ? assignIntroItems(items, place, tokens, true, inner) : [];
  }
  if (place !== null && !place.plural && isDone(cursor))
    return [{ kind: 'app', noun: place, start: place.start, end: place.end }];
  return readBody(tokens, null, inner, true);
}

/** A list after the title holds entities ("posts and comments") or the fields of what the title names ("title and due date"). */
function assignIntroItems(
  items: Item[],
  noun: Noun,
  _tokens: readonly Token[],
  isNamed: boolean,
  _context: SegmentContext,
): Statement[] {
  const start = items[0]?.start ?? 0;
  const end = items.at(-1)?.end ?? 0;
  const entityLike = items.filter(
    (item) => item.children.length > 0 || (item.noun.plural && item.qualities.type === undefined),
  ).length;
  if (entityLike * 2 > items.length) return [{ kind: 'topic', items, start, end }];
  const thing = isNamed ? thingOf(noun) : noun;
  return thing === null
    ? [{ kind: 'topic', items, start, end }]
    : [{ kind: 'has', subjects: [thing], items, optional: false, start, end }];
}

/** "Customer: name, email" and "Customer - name, email" outside any heading. */
function readLabelled(tokens: readonly Token[], context: SegmentContext): Statement[] | null {
  const colon = tokens.findIndex((token) => [':', '-', '–', '—', '='].includes(token.text));
  const first = tokens[0];
  if (
    colon < 1 ||
    colon > 5 ||
    first === undefined ||
    tokens.slice(0, colon).some((token) => token.kind === 'symbol')
  )
    return null;
  const cursor = cursorOf(tokens, 0, colon);
  acceptAny(cursor, ['each', 'every', 'a', 'an', 'the']);
  const noun = readNoun(cursor);
  if (noun === null || !isDone(cursor)) return null;
  const rest = tokens.slice(colon + 1);
  if (rest.length === 0) return null;
  const text = textOf(rest, context.prompt);
  const clauses = readClauses({
    tokens: rest,
    tagger: createTagger(text, rest[0]?.start ?? 0, context.budget),
    context: noun,
    previous: [noun],
  });
  if (
    clauses !== null &&
    clauses.length > 0 &&
    clauses.some((clause) => clause.kind !== 'constraint')
  )
    return clauses;
  const items = readItems(cursorOf(rest));
  return items.length === 0
    ? null
    : [
        {
          kind: 'has',
          subjects: [noun],
          items,
          optional: false,
          start: first.start,
          end: items.at(-1)?.end ?? noun.end,
        },
      ];
}

/** A line without a verb: fields of the heading's entity, or things to keep. */
function readList(tokens: readonly Token[], heading: Noun | null): Statement[] {
  const cursor = cursorOf(tokens);
  const items = readItems(cursor);
  const [first] = tokens;
  if (items.length === 0 || first === undefined) return [];
  const end = endOffset(cursor);
  if (heading !== null)
    return [{ kind: 'has', subjects: [heading], items, optional: false, start: first.start, end }];
  return [{ kind: 'topic', items, start: first.start, end }];
}

/** `| name | string | yes | unique |` below an entity's heading. */
function readRow(segment: Segment, heading: Noun): Statement[] {
  const [nameCell] = segment.cells;
  const first = nameCell?.[0];
  const last = nameCell?.at(-1);
  if (nameCell === undefined || first === undefined || last === undefined) return [];
  const noun = nounOf(
    nameCell.filter((token) => token.kind === 'word'),
    first.start,
    last.end,
  );
  const qualities: Qualities = {};
  for (const [index, cell] of segment.cells.slice(1).entries()) {
    readCell(cell, segment.columns[index + 1] ?? '', qualities);
  }
  const end = segment.tokens.at(-1)?.end ?? last.end;
  const item: Item = {
    noun,
    qualities,
    quantity: null,
    indefinite: false,
    children: [],
    refersTo: null,
    belongsTo: [],
    start: first.start,
    end,
  };
  return noun.words.length === 0
    ? []
    : [
        {
          kind: 'has',
          subjects: [heading],
          items: [item],
          optional: false,
          start: first.start,
          end,
        },
      ];
}

function readCell(cell: readonly Token[], column: string, qualities: Qualities): void {
  const answer = cell[0]?.lower ?? '';
  const isYes = ['yes', 'y', 'true', 'x', '✓', '✔', '✅'].includes(answer);
  const isNo = ['no', 'n', 'false', '-', '✗', '❌'].includes(answer);
  if (/required|mandatory/.test(column) && (isYes || isNo))
    qualities[isYes ? 'required' : 'optional'] = true;
  else if (/optional|null/.test(column) && (isYes || isNo))
    qualities[isYes ? 'optional' : 'required'] = true;
  else if (/unique/.test(column)) {
    if (isYes) qualities.unique = true;
  } else if (/default/.test(column) && cell.length > 0 && !isNo) {
    const value = cell[0];
    if (value !== undefined)
      qualities.default = value.kind === 'number' ? Number(value.text) : value.text;
  } else readQualities(cursorOf(cell), qualities);
}
