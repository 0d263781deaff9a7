import {
  KEEPING_ACTIONS,
  MARKING_ACTIONS,
  MUTUAL_ACTIONS,
  PLACING_ACTIONS,
  REMARK_ACTIONS,
} from '../lexicon/action-verbs.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { DETERMINERS } from '../lexicon/words.ts';
import { isPlural, plural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, type Cursor, cursorOf, endOffset, isDone, peek, tokenAt } from './cursor.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import { readRange } from './ranges.ts';
import { belonging, type Item, itemOf, type Noun, type Statement } from './statements.ts';
import { readTopic } from './topics.ts';

/** One thing that people do: the verbs, and where the words after them begin and end. */
export type Action = { verbs: readonly string[]; from: number; object: number; to: number };

const PLACES = ['between', 'into', 'to', 'in', 'under', 'by', 'on', 'with', 'across'];

/** What one of the things that people do says is kept. `made` is what was told before it: a pronoun means its last thing. */
export function readAction(
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
  const told = readTopic(cursorOf(tokens, action.object, action.to), start).map(counted);
  for (const statement of told) aboutSpoken(statement, made);
  return told;
}

/** "suggest books and write reviews": the reviews are about the books. */
function aboutSpoken(statement: Statement, made: readonly Statement[]): void {
  const [item, second] = statement.kind === 'topic' ? statement.items : [];
  const [about] = lastThings(made);
  if (item === undefined || second !== undefined || about === undefined) return;
  const [word = '', more] = item.noun.words;
  // "save favourites": which of all things is not told.
  const isOfAny = /^favou?rites?$/.test(word);
  if (more !== undefined || isOfAny || !isRemarkNoun(item.noun) || item.belongsTo.length > 0)
    return;
  item.belongsTo.push(itemOf({ ...about, plural: false }));
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

function isRemarkNoun({ words }: Noun): boolean {
  const head = singular(words.at(-1) ?? '');
  return [...REMARK_ACTIONS.values()].includes(head);
}

/** The last of what was told to be kept. */
function lastThings(made: readonly Statement[]): Noun[] {
  const last = made.at(-1);
  if (last?.kind === 'belongs' && !last.subjects.some(isRemarkNoun)) return last.subjects;
  if (last?.kind === 'many-to-many') return last.nouns.slice(0, 1);
  const topic = made.findLast(
    (statement) =>
      statement.kind === 'topic' && !statement.items.some(({ noun }) => isRemarkNoun(noun)),
  );
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
  if (thing !== undefined && second === undefined && link === null && /^(attach|tag)$/.test(verb))
    return attachedTo(thing, verb, lastThings(made), { start, end: endOffset(cursor) });
  if (thing === undefined || second !== undefined || link === null) return null;
  // "share them with friends" is no place.
  if (verb === 'share' && !/^(in|into|on)$/.test(link)) return null;
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
  verb: string,
  [owner]: readonly Noun[],
  span: { start: number; end: number },
): Statement[] {
  const topic: Statement = { kind: 'topic', items: [itemOf(thing)], announced: true, ...span };
  if (owner === undefined) return [topic];
  if (MUTUAL_ACTIONS.has(verb))
    return [topic, { kind: 'many-to-many', nouns: [owner, thing], ...span }];
  const target = itemOf({ ...owner, plural: false });
  return [topic, { ...belonging([thing], [target], span), verb }];
}

/** "rate and comment on recipes": a rating and a comment of each are kept. */
function readRemarks(
  cursor: Cursor,
  verbs: readonly string[],
  start: number,
  made: readonly Statement[],
): Statement[] {
  acceptAny(cursor, ['on', 'to', 'for']);
  const { nouns } = isDone(cursor) ? { nouns: lastThings(made) } : readObject(cursor, made);
  const told = readToldOfRemark(cursor);
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
            children: childrenOf(name, verb === verbs.at(-1) ? told : [], { start, end }),
            belongsTo: things.map((noun) => itemOf({ ...noun, plural: false })),
          },
        ];
  });
  return [owners, { kind: 'topic', items: remarks, announced: true, start, end }];
}

/** "review books with a rating from 1 to 5 and a text", "rate recipes 1-5 stars": what is told of the remark itself. */
function readToldOfRemark(cursor: Cursor): Item[] {
  if (acceptAny(cursor, ['with']) !== null) return readItems(cursor);
  const from = tokenAt(cursor)?.start ?? 0;
  const score = scoreOf(from, from);
  if (!readRange(cursor, score.qualities)) return [];
  acceptAny(cursor, ['stars', 'points']);
  return [{ ...score, end: tokenAt(cursor, -1)?.end ?? from }];
}

function childrenOf(remark: string, told: readonly Item[], span: Span): Item[] {
  const isScored = told.some(({ qualities, noun }) => isScore(qualities.type, noun));
  return remark !== 'rating' || isScored ? [...told] : [scoreOf(span.start, span.end), ...told];
}

const isScore = (type: string | undefined, { words }: Noun) =>
  type === 'rating' || /^(rating|stars?|score)$/.test(words.at(-1) ?? '');

type Span = { start: number; end: number };

/** "rate recipes": how good each is. */
function scoreOf(start: number, end: number): Item {
  return {
    ...itemOf({ words: ['rating'], plural: false, start, end }),
    qualities: { type: 'rating' },
  };
}
