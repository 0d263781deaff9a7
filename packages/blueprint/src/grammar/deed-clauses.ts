import { infinitiveOf } from '../lexicon/infinitive.ts';
import { isRecorded } from '../lexicon/kept-deeds.ts';
import { ADDING_VERBS, CREATING_VERBS } from '../lexicon/predicates.ts';
import { isUnit } from '../lexicon/types.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { BE, DETERMINERS, MODALS, PREPOSITIONS, phrases, words } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import { createTagger, type Tagger } from '../text/tagger.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, type Cursor, cursorOf, endOffset, isDone, peek } from './cursor.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import type { SegmentContext } from './segment-context.ts';
import { textOf } from './sentences.ts';
import { belonging, type Item, itemOf, type Noun, type Statement } from './statements.ts';
import { ADVERBS, baseForm } from './verbs.ts';

const OPENERS = phrases(
  'when | whenever | every time | each time | once | as soon as | after | if | whoever | who',
);
const SPEAKERS = words('we i you they he she someone somebody people everybody everyone');

/** "When we lend a tool to a member I note the date": what is kept of each time something is done. */
export function readDeedClause(
  tokens: readonly Token[],
  context: SegmentContext,
): Statement[] | null {
  const opening = cursorOf(tokens);
  const isOpened = acceptAny(opening, OPENERS) !== null;
  const [first] = tokens;
  const keeping = findKeeping(tokens, opening.at, isOpened);
  if (keeping === null || first === undefined) return null;
  const text = textOf(tokens, context.prompt);
  const tagger = createTagger(text, first.start, context.budget);
  const deed = readDeed(tokens, opening.at, keeping, tagger, isOpened);
  const cursor = cursorOf(tokens, keeping.list);
  const items = deed === null ? [] : readItems(cursor);
  if (deed === null || items.length === 0) return null;
  return keptOf(
    deed,
    items,
    { start: first.start, end: endOffset(cursor), by: keeping.by },
    tagger,
  );
}

/** Where the deed ends and the list of what is kept begins. */
type Keeping = { to: number; list: number; by: 'keeping' | 'with' | 'apart' | 'colon' };

const KEEP_LEADS = phrases(
  'so | then | also | and | we | i | you | they | he | she | want to | need to | have to | would like to | like to | must | should | will | just | please',
);
const KEEPING = words(
  'note record write store keep log know need save track enter register document remember',
);

/** "..., I write down the date", "so we need the date", "... with a date". */
export function findKeeping(
  tokens: readonly Token[],
  from: number,
  isOpened: boolean,
): Keeping | null {
  for (let at = from + 2; at < tokens.length - 1; at += 1) {
    const word = tokens[at]?.lower ?? '';
    if (word === ':') return { to: at, list: at + 1, by: 'colon' };
    const isApart = tokens[at - 1]?.text === ',';
    if (/^(with|having|including|stating)$/.test(word))
      return { to: at, list: at + 1, by: isApart ? 'apart' : 'with' };
    const isBorder = /^([,;-]|so)$/.test(word);
    const isSpeaker = isOpened && /^(we|i|he|she|they)$/.test(word);
    if (!isBorder && !isSpeaker) continue;
    const cursor = cursorOf(tokens, isBorder ? at + 1 : at);
    const begin = cursor.at;
    while (acceptAny(cursor, KEEP_LEADS) !== null);
    const isSaid = cursor.at > begin || word === 'so';
    if (!isSaid || !KEEPING.has(baseForm(peek(cursor)))) continue;
    cursor.at += 1;
    acceptAny(cursor, ['track of', 'to know', 'to see', 'in', 'down']);
    acceptAny(cursor, [':']);
    return { to: at, list: cursor.at, by: 'keeping' };
  }
  return null;
}

/** Who does what to which thing, for or with which others, and what is said of it right there. */
type Deed = {
  verb: string;
  isPassive: boolean;
  actor: Noun | null;
  object: Noun | null;
  others: Noun[];
  values: Item[];
  /** The noun right before the list. */
  nearest: Noun | null;
};

function readDeed(
  tokens: readonly Token[],
  from: number,
  { to, by }: Keeping,
  tagger: Tagger,
  isWhen: boolean,
): Deed | null {
  const at = verbAt(tokens, from, to, tagger);
  const verb = tokens[at];
  if (at < 0 || verb === undefined) return null;
  const subject = SPEAKERS.has(tokens[from]?.lower ?? '')
    ? null
    : subjectOf(tokens, from, at, tagger, by === 'apart');
  const before = tokens[at - 1]?.lower ?? '';
  const isPassive = BE.has(before) || /^(gets?|got)$/.test(before);
  const deed: Deed = {
    verb: infinitiveOf(verb.lower),
    isPassive,
    actor: isPassive ? null : subject,
    object: isPassive ? subject : null,
    others: [],
    values: [],
    nearest: null,
  };
  readParties(
    cursorOf(tokens, at + 1, to),
    deed,
    (head, isCounted) => tagger.isThing(head) || (isCounted && isWhen),
  );
  return deed;
}

/** "a tool to a member on a date": things, and values of the deed. */
function readParties(
  cursor: Cursor,
  deed: Deed,
  isThing: (head: string, isCounted: boolean) => boolean,
): void {
  const particle = acceptAny(cursor, ['out', 'back', 'up', 'off', 'over', 'away', 'down']);
  if (particle === 'out') deed.verb = `${deed.verb} out`;
  while (!isDone(cursor)) {
    const begin = cursor.at;
    const isLinked = acceptAny(cursor, [...PREPOSITIONS, 'and', ',']) !== null;
    const isCounted =
      /^(an?|one|another|each|every)$/.test(peek(cursor)) || peek(cursor, -1) === 'per';
    while (DETERMINERS.has(peek(cursor)) || peek(cursor) === 'one') cursor.at += 1;
    const noun = readNoun(cursor);
    const head = noun?.words.at(-1) ?? '';
    const isParty = isThing(head, isCounted);
    if (noun !== null && isValueWord(head)) deed.values.push(itemOf(noun));
    else if (noun !== null && isParty && (isLinked || deed.object !== null)) deed.others.push(noun);
    else if (noun !== null && (isParty || (noun.plural && !isLinked))) deed.object = noun;
    if (noun !== null) deed.nearest = noun;
    cursor.at = Math.max(cursor.at, begin + 1);
  }
}

/** The first verb that no article and no preposition makes part of a name. */
function verbAt(tokens: readonly Token[], from: number, to: number, tagger: Tagger): number {
  for (let at = from + 1; at < to; at += 1) {
    const { lower = '', start = 0, kind } = tokens[at] ?? {};
    const before = tokens[at - 1]?.lower ?? '';
    if (kind !== 'word') return -1;
    if (BE.has(lower) || MODALS.has(lower) || ADVERBS.includes(lower)) continue;
    if (DETERMINERS.has(before) || PREPOSITIONS.has(before)) continue;
    if (tagger.isVerb(start) || (BE.has(before) && /(ed|wn|en)$/.test(lower))) return at;
  }
  return -1;
}

/** The noun that ends where the verb begins: "twice a day goats are milked". */
function subjectOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  tagger: Tagger,
  isApart: boolean,
): Noun | null {
  let end = to;
  while (end > from && isAuxiliary(tokens[end - 1]?.lower ?? '')) end -= 1;
  const last = tokens[end - 1];
  const isCounted = isApart && /^(an?|each|every)$/.test(tokens[end - 2]?.lower ?? '');
  const isNamed = last !== undefined && (tagger.isThing(last.lower) || isPlural(last.lower));
  if (last === undefined || end <= from || !(isNamed || isCounted)) return null;
  let start = end - 1;
  while (start > from && isPartOfName(tokens[start - 1]?.lower ?? '')) start -= 1;
  return readNoun(cursorOf(tokens, start, end));
}

function isAuxiliary(word: string): boolean {
  return (
    BE.has(word) ||
    MODALS.has(word) ||
    ADVERBS.includes(word) ||
    /^(gets?|got|has|have)$/.test(word)
  );
}

/** Only what no sign and no small word parts from the noun, and no time of day. */
function isPartOfName(word: string): boolean {
  return (
    /^[a-z-]{3,}$/.test(word) &&
    !DETERMINERS.has(word) &&
    !PREPOSITIONS.has(word) &&
    !/^(day|week|month|year|and|but)$/.test(word)
  );
}

type Span = { start: number; end: number };
type Said = Span & { by: Keeping['by'] };

/** What is made by the deed keeps its values itself; else each time it is done is a thing of its own. */
function keptOf(
  deed: Deed,
  items: readonly Item[],
  { start, end, by }: Said,
  tagger: Tagger,
): Statement[] | null {
  const { verb, actor, object, others, values } = deed;
  const span = { start, end };
  const isThing = ({ noun }: Item) =>
    tagger.isThing(noun.words.at(-1) ?? '') && !isPlainWord(noun.words.at(-1) ?? '');
  const told = items.filter((item) => !isThing(item));
  const own = readOwn(deed, items, span);
  if (own !== null) return own;
  if (!areValues(items[0], told, by)) return null;
  const further = items.filter(isThing).map(({ noun }) => noun);
  const parties = [actor, object, ...others, ...further].filter((noun) => noun !== null);
  const made =
    makerOf(deed, by) ??
    (by === 'colon' && !deed.isPassive && parties.length < 2 ? deed.nearest : null);
  const isWork = values.some(({ noun }) => WORKED.has(noun.words.at(-1) ?? ''));
  if (isWork && LOGGING.has(verb)) return workOf(parties, [...values, ...told], span);
  if (made === null)
    return [
      {
        kind: 'deed',
        verb,
        parties,
        values: [...values, ...told],
        ...(by === 'colon' && deed.isPassive && { isEach: true }),
        ...span,
      },
    ];
  const targets = parties.filter((noun) => noun !== made).map(itemOf);
  const has: Statement = { kind: 'has', subjects: [made], items: told, optional: false, ...span };
  return targets.length === 0 ? [has] : [has, belonging([made], targets, span)];
}

/** What has the values itself; null when it is each time the deed is done. */
function makerOf(
  { verb, actor, object, others, isPassive, nearest }: Deed,
  by: Keeping['by'],
): Noun | null {
  if (isPassive && by === 'colon') return null;
  if (object === null) return by === 'colon' ? nearest : actor;
  if (actor === null && by === 'colon') return nearest;
  if (ADDING_VERBS.has(verb) || CREATING_VERBS.has(verb)) return object;
  if (by === 'keeping' || isRecorded(verb)) return null;
  // "a screening shows one film, with date and place": told of the one screening.
  if (by === 'apart' && actor?.plural === false && !object.plural) return actor;
  return by === 'with' || by === 'apart' ? (others.at(-1) ?? object) : nearest;
}

/** "When a crate comes in I enter its code": what the crate has. */
function readOwn({ actor, object }: Deed, items: readonly Item[], span: Span): Statement[] | null {
  const owner = actor ?? object;
  const isOwn = /^(its|his|her|their)$/.test(items[0]?.determiner ?? '');
  const isPlain = items.every(({ children }) => children.length === 0);
  if (owner === null || !isOwn || !isPlain) return null;
  return [{ kind: 'has', subjects: [owner], items: [...items], optional: false, ...span }];
}

function isPlainWord(word: string): boolean {
  return isValueWord(word) || isUnit(word);
}

function areValues(first: Item | undefined, told: readonly Item[], by: Keeping['by']): boolean {
  const isOthers = /^(their|his|her|its)$/.test(first?.determiner ?? '');
  const known = told.filter(
    ({ noun, qualities }) => isPlainWord(noun.words.at(-1) ?? '') || qualities.type !== undefined,
  );
  const isPlain = told.every(({ children }) => children.length === 0);
  const isNamed =
    first !== undefined && (!first.noun.plural || isPlainWord(first.noun.words.at(-1) ?? ''));
  return (
    isPlain &&
    isNamed &&
    !isOthers &&
    known.length >= (by === 'keeping' ? 1 : told.length / 2) &&
    told.length > 0
  );
}

const WORKED = words('time hours');
const LOGGING = words('record log book track note register enter write report');

/** "Lawyers record time on matters: date, minutes": each entry of the time that is worked. */
function workOf(parties: readonly Noun[], values: readonly Item[], span: Span): Statement[] {
  const entry: Noun = { words: ['time', 'entry'], plural: false, ...span };
  const items = values.filter(({ noun }) => noun.words.join(' ') !== 'time');
  return [
    { kind: 'has', subjects: [entry], items, optional: false, ...span },
    belonging([entry], parties.map(itemOf), span),
  ];
}
