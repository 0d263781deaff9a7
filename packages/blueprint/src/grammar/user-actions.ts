import {
  KEEPING_ACTIONS,
  MARKING_ACTIONS,
  MUTUAL_ACTIONS,
  PLACING_ACTIONS,
  REMARK_ACTIONS,
  SHOWING_ACTIONS,
} from '../lexicon/action-verbs.ts';
import { LEAD_VERBS } from '../lexicon/apps.ts';
import { GENERIC_ACTORS } from '../lexicon/predicates.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { DETERMINERS } from '../lexicon/words.ts';
import { isPlural, plural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import {
  acceptAny,
  type Cursor,
  closingIndex,
  cursorOf,
  endOffset,
  isOpener,
  peek,
} from './cursor.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import type { ReadBody, SegmentContext } from './segment-context.ts';
import { belonging, type Item, itemOf, type Noun, type Statement } from './statements.ts';
import { readTopic } from './topics.ts';
import { startsNoun } from './verbs.ts';

/** One thing that people do: the verbs, and where the words after them begin and end. */
type Action = { verbs: readonly string[]; from: number; object: number; to: number };

/**
 * "Users can create boards, drag cards between lists and assign them to members", "upload photos, organise them in albums":
 * several things that people do with what is kept. Null when fewer than two are told.
 */
export function readUserActions(
  tokens: readonly Token[],
  context: SegmentContext,
  readBody: ReadBody,
): Statement[] | null {
  const opening = findOpening(tokens);
  if (opening === null || tokens[0]?.lower === 'as') return null;
  const actions = splitActions(tokens, opening.to);
  const [first] = actions;
  if (first === undefined || first.from !== opening.to) return null;
  if (actions.length < 2 || !actions.some(isMaking)) return null;
  if (actions.some((action) => isAboutSpoken(tokens, action))) return null;
  const head = tokens.slice(0, opening.from);
  const title = head.length === 0 ? [] : readBody(withoutLink(head), null, context, false);
  const made: Statement[] = [];
  for (const action of actions) made.push(...readAction(tokens, action, made));
  const [told] = made;
  if (told !== undefined && opening.from < opening.to)
    told.start = tokens[opening.from]?.start ?? told.start;
  return made.length === 0 ? null : [...title, ...made];
}

function withoutLink(head: readonly Token[]): readonly Token[] {
  const last = head.at(-1);
  return /^(where|that|which|so|to|,|:|-|–|—)$/.test(last?.lower ?? '') ? head.slice(0, -1) : head;
}

const MODALS = [
  'should be able to',
  'must be able to',
  'can',
  'could',
  'may',
  'will',
  'should',
  'to',
  'be able to',
];

/** Where the words that lead to the first verb begin and end: "where users can", "I want to"; a list of orders has none. */
function findOpening(tokens: readonly Token[]): { from: number; to: number } | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const cursor = cursorOf(tokens, at);
    const word = peek(cursor);
    const isStart =
      at === 0 || /^(where|that|which|so|,|:|to|let|lets|allow|allows|and)$/.test(peek(cursor, -1));
    if (!isStart) continue;
    if (
      /^(lets?|allows?|enables?|helps?)$/.test(word) &&
      /^(that|which|to)$/.test(peek(cursor, -1))
    )
      continue;
    const isSpeaker = /^(i|we)$/.test(word);
    if (isSpeaker) {
      cursor.at += 1;
      if (
        acceptAny(cursor, [
          'want to be able to',
          'need to be able to',
          'want to',
          'need to',
          'would like to',
          'should be able to',
          'can',
        ]) === null
      )
        continue;
    } else if (GENERIC_ACTORS.has(word) && !/^(it|system|app|application)$/.test(word)) {
      cursor.at += 1;
      acceptAny(cursor, MODALS);
    } else if (at > 0 ? peek(cursor, -1) !== ':' : LEAD_VERBS.has(word)) continue;
    if (isAction(tokens, cursor.at)) return { from: at, to: cursor.at };
  }
  return null;
}

function isVerb(word: string): boolean {
  return (
    KEEPING_ACTIONS.has(word) ||
    PLACING_ACTIONS.has(word) ||
    MARKING_ACTIONS.has(word) ||
    REMARK_ACTIONS.has(word)
  );
}

/** A verb with its object, or with the verb that has it: "rate and comment on recipes". */
function isAction(tokens: readonly Token[], at: number): boolean {
  const cursor = cursorOf(tokens, at);
  if (!isVerb(peek(cursor))) return false;
  const next = peek(cursor, 1);
  if (/^(on|to|for)$/.test(next)) return REMARK_ACTIONS.has(peek(cursor)) && startsNoun(cursor, 2);
  if (/^(and|or|,|\/)$/.test(next)) {
    const skip = next === ',' && peek(cursor, 2) === 'and' ? 3 : 2;
    return isAction(tokens, at + skip);
  }
  return startsNoun(cursor, 1) && next !== 'is' && !/^(has|have)$/.test(next);
}

/** Each action up to the comma or the "and" before the next verb. */
function splitActions(tokens: readonly Token[], from: number): Action[] {
  const actions: Action[] = [];
  let at = from;
  let verbs: string[] = [];
  let start = from;
  while (at < tokens.length) {
    const word = tokens[at]?.lower ?? '';
    if (isOpener(word)) {
      at = closingIndex(tokens, at, tokens.length) + 1;
      continue;
    }
    const before = tokens[at - 1]?.lower ?? '';
    const opens = at === from || /^(and|or|,|\/|then|also)$/.test(before);
    if (opens && isAction(tokens, at)) {
      const last = actions.at(-1);
      if (last !== undefined && last.to > at) last.to = at;
      if (verbs.length === 0) start = at;
      verbs.push(word);
      const next = tokens[at + 1]?.lower ?? '';
      if (/^(and|or|,|\/)$/.test(next)) {
        at += 2;
        if (tokens[at]?.lower === 'and') at += 1;
        continue;
      }
      actions.push({ verbs, from: start, object: at + 1, to: tokens.length });
      verbs = [];
    }
    at += 1;
  }
  return actions.map((action) => ({ ...action, to: trimmed(tokens, action) }));
}

function trimmed(tokens: readonly Token[], { object, to }: Action): number {
  let end = to;
  while (end > object && /^(,|and|or|then|also|\.|;)$/.test(tokens[end - 1]?.lower ?? '')) end -= 1;
  return end;
}

/** What only shows or changes what is there says nothing of what is kept. */
function isMaking({ verbs }: Action): boolean {
  return verbs.some((verb) => !SHOWING_ACTIONS.has(verb) && !REMARK_ACTIONS.has(verb));
}

/** "like photos and write comments on them": a deed of two things, which the clauses tell. */
function isAboutSpoken(tokens: readonly Token[], { verbs, object, to }: Action): boolean {
  const isPlaced = verbs.some((verb) => PLACING_ACTIONS.has(verb) || REMARK_ACTIONS.has(verb));
  const said = tokens.slice(object, to);
  return !isPlaced && said.some(({ lower }, at) => lower === 'them' && at > 0);
}

const PLACES = ['between', 'into', 'to', 'in', 'under', 'by', 'on', 'with', 'across'];

function readAction(
  tokens: readonly Token[],
  action: Action,
  made: readonly Statement[],
): Statement[] {
  const start = tokens[action.from]?.start ?? 0;
  const cursor = cursorOf(tokens, action.object, action.to);
  const [verb = ''] = action.verbs;
  if (action.verbs.some((each) => REMARK_ACTIONS.has(each)))
    return readRemarks(cursor, action.verbs, start, made);
  const spoken = readObject(cursor, made);
  if (MARKING_ACTIONS.has(verb)) return readMark(cursor, spoken, start);
  if (PLACING_ACTIONS.has(verb)) {
    const placed = readPlaced(cursor, verb, spoken, start, made);
    if (placed !== null) return placed;
  }
  if (
    !action.verbs.some((each) => KEEPING_ACTIONS.has(each) || each === 'attach' || each === 'tag')
  )
    return [];
  if (spoken.isPronoun) return [];
  return readTopic(cursorOf(tokens, action.object, action.to), start).map(counted);
}

/** "start threads": what people make is counted, and never one value. */
function counted(statement: Statement): Statement {
  if (statement.kind !== 'topic') return statement;
  const items = statement.items.map(
    (item): Item =>
      item.noun.plural && item.quantity === null ? { ...item, quantity: 'many' } : item,
  );
  return { ...statement, items };
}

type Spoken = { nouns: Noun[]; isPronoun: boolean };

/** The things that are dealt with; a pronoun means what was told last. */
function readObject(cursor: Cursor, made: readonly Statement[]): Spoken {
  if (acceptAny(cursor, ['them', 'it', 'these']) !== null)
    return { nouns: lastThings(made), isPronoun: true };
  const nouns: Noun[] = [];
  do {
    while (DETERMINERS.has(peek(cursor))) cursor.at += 1;
    const noun = readNoun(cursor);
    if (noun === null) break;
    nouns.push(noun);
  } while (acceptAny(cursor, [', and', ',', 'and', 'or']) !== null);
  return { nouns, isPronoun: false };
}

/** The last of what was told to be kept. */
function lastThings(made: readonly Statement[]): Noun[] {
  const topic = made.findLast((statement) => statement.kind === 'topic');
  const item = topic?.kind === 'topic' ? topic.items.at(-1) : undefined;
  return item === undefined ? [] : [item.noun];
}

/** "mark tasks as done": whether they are. */
function readMark(cursor: Cursor, { nouns }: Spoken, start: number): Statement[] {
  const [thing] = nouns;
  if (thing === undefined || acceptAny(cursor, ['as']) === null) return [];
  const [flag] = readItems(cursor);
  if (flag === undefined) return [];
  const item: Item = { ...flag, qualities: { ...flag.qualities, type: 'boolean' } };
  return [
    {
      kind: 'has',
      subjects: [thing],
      items: [item],
      optional: false,
      start,
      end: endOffset(cursor),
    },
  ];
}

/** "assign cards to members", "drag cards between lists": whose they are, or where. */
function readPlaced(
  cursor: Cursor,
  verb: string,
  { nouns }: Spoken,
  start: number,
  made: readonly Statement[],
): Statement[] | null {
  const [thing, second] = nouns;
  const link = acceptAny(cursor, PLACES);
  if (thing !== undefined && second === undefined && link === null && verb === 'attach')
    return attachedTo(thing, lastThings(made), { start, end: endOffset(cursor) });
  if (thing === undefined || second !== undefined || link === null) return null;
  while (DETERMINERS.has(peek(cursor))) cursor.at += 1;
  const [target] = readItems(cursor, true);
  if (target === undefined || isValueWord(target.noun.words.at(-1) ?? '')) return null;
  const end = endOffset(cursor);
  const topic: Statement = {
    kind: 'topic',
    items: [itemOf({ ...target.noun, plural: true })],
    announced: true,
    start,
    end,
  };
  if (MUTUAL_ACTIONS.has(verb))
    return [topic, { kind: 'many-to-many', nouns: [thing, target.noun], start, end }];
  const belongs = belonging(
    [thing],
    [{ ...itemOf({ ...target.noun, plural: false }), quantity: null }],
    { start, end },
  );
  return [topic, { ...belongs, verb, optional: /^(assign|allocate|delegate)$/.test(verb) }];
}

/** "log expenses, attach receipts": to what was told last. */
function attachedTo(
  thing: Noun,
  [owner]: readonly Noun[],
  span: { start: number; end: number },
): Statement[] {
  const topic: Statement = { kind: 'topic', items: [itemOf(thing)], announced: true, ...span };
  if (owner === undefined) return [topic];
  const target = itemOf({ ...owner, plural: false });
  return [topic, { ...belonging([thing], [target], span), verb: 'attach' }];
}

/** "rate and comment on recipes": a rating and a comment of each are kept. */
function readRemarks(
  cursor: Cursor,
  verbs: readonly string[],
  start: number,
  made: readonly Statement[],
): Statement[] {
  acceptAny(cursor, ['on', 'to', 'for']);
  const { nouns } = readObject(cursor, made);
  const end = endOffset(cursor);
  const things = nouns.filter((noun) => noun.plural && isPlural(noun.words.at(-1) ?? ''));
  if (things.length === 0) return [];
  const owners: Statement = {
    kind: 'topic',
    items: things.map(itemOf),
    announced: true,
    start,
    end,
  };
  const remarks = verbs.flatMap((verb) => {
    const name = REMARK_ACTIONS.get(verb);
    return name === undefined
      ? []
      : [
          {
            ...itemOf({ words: [plural(name)], plural: true, start, end }),
            quantity: 'many' as const,
            children: name === 'rating' ? [scoreOf(start, end)] : [],
            belongsTo: things.map((noun) => itemOf({ ...noun, plural: false })),
          },
        ];
  });
  return [owners, { kind: 'topic', items: remarks, announced: true, start, end }];
}

/** "rate recipes": how good each is. */
function scoreOf(start: number, end: number): Item {
  return {
    ...itemOf({ words: ['rating'], plural: false, start, end }),
    qualities: { type: 'rating' },
  };
}
