import { isLogWord } from '../lexicon/kept-deeds.ts';
import { isUnit } from '../lexicon/types.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { DETERMINERS, phrases } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import { isPlainValue } from './clause-links.ts';
import { acceptAny, type Cursor, endOffset, peek } from './cursor.ts';
import { joinedThing } from './for-each.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import { belonging, type Item, itemOf, type Noun, type Statement } from './statements.ts';

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

const OWNER_INTROS = phrases(`
  for each | for every | of each | of every | for all | of all | for our | of our | for | of |
  about each | per
`);

/** "maintenance for an asset with date and cost": what comes with fields is a thing of its own. */
function readOwned(
  cursor: Cursor,
  items: readonly Item[],
  owner: Noun,
  start: number,
): Statement[] | null {
  const [item, second] = items;
  if (item === undefined || second !== undefined || item.children.length > 0) return null;
  if (isValueWord(item.noun.words.at(-1) ?? '')) return null;
  if (acceptAny(cursor, [', each with', ', with', 'with', 'having']) === null) return null;
  const children = readItems(cursor);
  const thing = { ...item, children, belongsTo: [...item.belongsTo, itemOf(owner)] };
  return [{ kind: 'topic', items: [thing], announced: true, start, end: endOffset(cursor) }];
}

/** "store the position of every track in an episode": a value of the two together. */
function readJoined(items: readonly Item[], start: number): Statement[] | null {
  const [item, second] = items;
  const [part, whole, third] = item?.belongsTo ?? [];
  if (item === undefined || second !== undefined || part === undefined || whole === undefined)
    return null;
  const isValue = isValueWord(item.noun.words.at(-1) ?? '') && !item.noun.plural;
  if (!isValue || third !== undefined) return null;
  return joinedThing(whole.noun, part.noun, [{ ...item, belongsTo: [] }], start);
}

/** "the assets of an employee: a tag, a type": things of another, and what each of them has. */
function readOwnedList(cursor: Cursor, start: number): Statement[] | null {
  const from = cursor.at;
  while (DETERMINERS.has(peek(cursor))) cursor.at += 1;
  const noun = readNoun(cursor);
  const isLinked = noun?.plural === true && acceptAny(cursor, ['of', 'for', 'per']) !== null;
  while (isLinked && DETERMINERS.has(peek(cursor))) cursor.at += 1;
  const owner = isLinked ? readNoun(cursor) : null;
  const children = owner !== null && acceptAny(cursor, [':']) !== null ? readItems(cursor) : [];
  if (noun === null || owner === null || children.length === 0) {
    cursor.at = from;
    return null;
  }
  const thing = { ...itemOf(noun), children, belongsTo: [itemOf(owner)] };
  return [{ kind: 'topic', items: [thing], announced: true, start, end: endOffset(cursor) }];
}

/** "the points of each team in each round": a second thing that the values are told of. */
function readWhole(cursor: Cursor): Noun | null {
  const from = cursor.at;
  const isLinked =
    acceptAny(cursor, [
      'in each',
      'in every',
      'per',
      'and each',
      'and',
      'at each',
      'for each',
      'in a',
    ]) !== null;
  const isClause = /^(whether|when|who|what|where|how|if)$/.test(peek(cursor));
  const whole = isLinked && !isClause ? readNoun(cursor) : null;
  if (whole !== null && !isValueWord(whole.words.at(-1) ?? '') && !isUnit(whole.words.at(-1) ?? ''))
    return whole;
  cursor.at = from;
  return null;
}

/** "crates, their code and weight": the values of the crates. */
function splitTheirs([thing, ...rest]: readonly Item[]): Item[] | null {
  const [first] = rest;
  const isTheirs = /^(their|its)$/.test(first?.determiner ?? '') && rest.every(isPlainValue);
  if (thing?.noun.plural !== true || !isTheirs || thing.children.length > 0) return null;
  return [{ ...thing, children: rest, end: rest.at(-1)?.end ?? thing.end }];
}

/** "one invoice per client": an invoice is of a client. */
function splitPer(items: readonly Item[]): void {
  for (const item of items) {
    const { words } = item.noun;
    const per = words.indexOf('per');
    const isThing = per > 0 && item.quantity !== null && !isValueWord(words[per - 1] ?? '');
    if (!isThing || isValueWord(words.at(-1) ?? '') || isUnit(words.at(-1) ?? '')) continue;
    item.belongsTo.push(itemOf({ ...item.noun, words: words.slice(per + 1), plural: false }));
    item.noun = { ...item.noun, words: words.slice(0, per) };
  }
}

/** "the start of the show and whether it is confirmed": what else is asked of it. */
function readFurtherClauses(cursor: Cursor): Item[] {
  const from = cursor.at;
  const isLinked = acceptAny(cursor, [', and', 'and', ',']) !== null;
  if (isLinked && /^(whether|when|if|how)$/.test(peek(cursor))) return readItems(cursor);
  cursor.at = from;
  return [];
}

/** "Each plant has a name. I keep a watering log with a date": the log is of what was spoken of, if of nothing else. */
function logOf([item, more]: readonly Item[], spokenOf: readonly Noun[]): Statement[] {
  const [owner, second] = spokenOf;
  if (item === undefined || more !== undefined || owner === undefined || second !== undefined)
    return [];
  const isLog = isLogWord(item.noun.words.at(-1) ?? '') && item.children.length > 0;
  // "log every watering with the date": it happens to what was spoken of.
  const isEach =
    /^(every|each)$/.test(item.determiner ?? '') || /ings?$/.test(item.noun.words.at(-1) ?? '');
  const isOccasion =
    isEach && item.children.some(({ noun }) => /^(date|time)$/.test(noun.words.at(-1) ?? ''));
  const isNew = item.belongsTo.length === 0 && owner.words.at(-1) !== item.noun.words.at(-1);
  const { start, end } = item;
  return isLog || (isOccasion && isNew)
    ? [{ ...belonging([item.noun], [itemOf(owner)], { start, end }), isIfLonely: true }]
    : [];
}

/** "I write down their name, their address and the phone number": of whom was spoken before. */
function isTheirs(items: readonly Item[]): boolean {
  return /^(their|its)$/.test(items[0]?.determiner ?? '') && items.every(isPlainValue);
}

/** "name and email of each customer": the list first, its owner after. */
export function readTopic(
  cursor: Cursor,
  start: number,
  spokenOf: readonly Noun[] = [],
): Statement[] {
  const owned = readOwnedList(cursor, start);
  if (owned !== null) return owned;
  skipTitle(cursor);
  const isFlag = peek(cursor) === 'whether';
  const items = readItems(cursor);
  if (spokenOf.length > 0 && items.length > 0 && (isFlag || isTheirs(items)))
    return [
      {
        kind: 'has',
        subjects: [...spokenOf],
        items,
        optional: false,
        start,
        end: endOffset(cursor),
      },
    ];
  const parts = splitTheirs(items);
  if (parts !== null)
    return [{ kind: 'topic', items: parts, announced: true, start, end: endOffset(cursor) }];
  splitPer(items);
  const joined = readJoined(items, start);
  if (joined !== null) return joined;
  const intro = acceptAny(cursor, OWNER_INTROS);
  if (intro !== null && items.length > 0) {
    while (DETERMINERS.has(peek(cursor))) cursor.at += 1;
    const owner = readNoun(cursor);
    const whole = owner === null ? null : readWhole(cursor);
    if (owner !== null && whole !== null) return joinedThing(whole, owner, items, start);
    const made = owner === null ? null : readOwned(cursor, items, owner, start);
    if (made !== null) return made;
    if (owner !== null) items.push(...readFurtherClauses(cursor));
    if (owner !== null && items.some((item) => !item.noun.plural))
      return [
        { kind: 'has', subjects: [owner], items, optional: false, start, end: endOffset(cursor) },
      ];
  }
  const last = items.at(-1);
  if (last?.noun.plural && acceptAny(cursor, [', each with', ', with', ', having']) !== null)
    last.children.push(...readItems(cursor));
  return items.length === 0
    ? []
    : [
        { kind: 'topic', items, announced: true, start, end: endOffset(cursor) },
        ...logOf(items, spokenOf),
      ];
}
