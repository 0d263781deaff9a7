import { ENUM_NOUNS, PERSON_ROLES, PLURAL_VALUES } from '../lexicon/fields.ts';
import { areStates, isCourseWord } from '../lexicon/states.ts';
import { isUnit } from '../lexicon/types.ts';
import { isFlagWord, isValueWord } from '../lexicon/value-nouns.ts';
import { CONNECTORS, DETERMINERS, PREPOSITIONS, phrases, words } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { accept, acceptAny, type Cursor, endOffset, isDone, tokenAt } from './cursor.ts';
import { readHowMuch } from './flags.ts';
import { readNoun } from './noun.ts';
import { readQualities, readQuality } from './qualities.ts';
import { readSeveralInBrackets } from './several-values.ts';
import { type Item, itemOf, type Noun, type Qualities, type ReadItems } from './statements.ts';
import { readValues } from './values.ts';

/** What stands in brackets after a noun: qualities, values, fields of the thing, or the entity behind a role. */
export function readBracket(cursor: Cursor, item: Item, readItems: ReadItems): void {
  const from = cursor.at;
  const qualities: Qualities = {};
  if (cursor.tokens[from - 1]?.text === '{') {
    item.children.push(...readItems(cursor));
    return;
  }
  if (readOwnerPart(cursor, item, readItems)) return;
  if (readEnds(cursor, item) || readSpaced(cursor, item)) return;
  if (readSeveralInBrackets(cursor, item)) return;
  if (readStates(cursor, item)) return;
  if (readLeadingUnit(cursor, item) || readOnlyField(cursor, item, readItems)) return;
  if (readQualities(cursor, qualities)) {
    Object.assign(item.qualities, qualities);
    return;
  }
  if (isMoment(item)) {
    cursor.at = cursor.end;
    return;
  }
  cursor.at = from;
  if (readFirstQualities(cursor, item)) return;
  cursor.at = from;
  const asked = item.noun.plural ? null : readHowMuch(cursor);
  if (asked !== null && isDone(cursor)) {
    item.qualities.type = asked.type;
    return;
  }
  cursor.at = from;
  if (readRole(cursor, item)) return;
  cursor.at = from;
  if (readBareRole(cursor, item) || readPluralRole(cursor, item)) return;
  cursor.at = from;
  acceptAny(cursor, [
    'e . g .',
    'e.g .',
    'for example',
    'such as',
    'like',
    'i . e .',
    'either',
    'one of',
  ]);
  accept(cursor, ',');
  const open = cursor.at;
  const values = readValues(cursor, true);
  const trailing: Qualities = {};
  const hasLabel = cursor.tokens.some(
    ({ text }, index) => text === ':' && index > open && index < cursor.end,
  );
  const complete =
    !hasLabel &&
    values !== null &&
    values.length > 1 &&
    (isDone(cursor) || endsInQualities(cursor, trailing));
  if (complete && meansValues(item, values, cursor, open)) {
    Object.assign(item.qualities, trailing, { values });
    return;
  }
  if (complete && areKindsOfThing(item, values)) {
    item.children.push(kindOf(cursor, open, values));
    return;
  }
  if (complete && areKinds(item, values)) {
    Object.assign(item.qualities, trailing, { values, several: true });
    return;
  }
  cursor.at = open;
  if (readLongValues(cursor, item) || readOtherName(cursor, item)) return;
  if (readMixed(cursor, item)) return;
  cursor.at = open;
  if (readParts(cursor, item, readItems)) return;
  cursor.at = open;
  item.children.push(...readItems(cursor));
}

/** "issues (open, in progress, closed)", "deals in a pipeline (lead, won, lost)": the states they go through. */
function readStates(cursor: Cursor, item: Item): boolean {
  const from = cursor.at;
  const values = item.noun.plural ? readValues(cursor, true) : null;
  const course = item.belongsTo.find(({ noun }) => isCourseWord(noun.words.at(-1) ?? ''));
  const isStates = values !== null && isDone(cursor) && values.length > 2;
  if (!isStates || !(course !== undefined || areStates(values))) {
    cursor.at = from;
    return false;
  }
  item.belongsTo = item.belongsTo.filter((owner) => owner !== course);
  const [start, end] = [cursor.tokens[from]?.start ?? 0, endOffset(cursor)];
  const words = course === undefined ? ['status'] : [course.noun.words.at(-1) ?? '', 'stage'];
  const noun = { words, plural: false, start: course?.start ?? start, end };
  item.children.push({ ...itemOf(noun), indefinite: false, qualities: { values } });
  return true;
}

/** "key (unique, 2-5 uppercase letters)": what is known of it holds, though the rest is not read. */
function readFirstQualities(cursor: Cursor, { qualities }: Item): boolean {
  const found: Qualities = {};
  // A number before words that are not read may count letters: it bounds nothing that is known.
  while (tokenAt(cursor)?.kind !== 'number' && readQuality(cursor, found) && accept(cursor, ','));
  const rest = cursor.tokens.slice(cursor.at, cursor.end);
  const isList = rest.some(({ lower }) => /^([,/|]|or)$/.test(lower));
  if (Object.keys(found).length === 0 || rest.length === 0 || isList) return false;
  Object.assign(qualities, found);
  cursor.at = cursor.end;
  return true;
}

/** "outcome (granted, refused, granted with conditions)": what can be chosen may be several words. */
function readLongValues(cursor: Cursor, { noun, qualities }: Item): boolean {
  if (noun.plural || !ENUM_NOUNS.has(noun.words.at(-1) ?? '')) return false;
  const parts: Token[][] = [[]];
  for (const token of cursor.tokens.slice(cursor.at, cursor.end))
    if (/^(,|or|\/|\|)$/.test(token.lower)) parts.push([]);
    else parts.at(-1)?.push(token);
  const isValue = (part: readonly Token[]) =>
    part.length > 0 && part.length < 6 && part.every(({ kind }) => kind !== 'symbol');
  const first = parts.map(([token]) => token?.lower ?? '');
  if (parts.length < 3 || !parts.every(isValue) || first.some((word) => DETERMINERS.has(word)))
    return false;
  qualities.values = parts.map((part) => part.map(({ text }) => text).join(' '));
  cursor.at = cursor.end;
  return true;
}

/** "a rating number (Elo)": another name for the same value. */
function readOtherName(cursor: Cursor, { noun }: Item): boolean {
  const word = cursor.tokens[cursor.at];
  const isName =
    !noun.plural &&
    isValueWord(noun.words.at(-1) ?? '') &&
    cursor.end - cursor.at === 1 &&
    word?.kind === 'word' &&
    !isValueWord(word.lower);
  if (isName) cursor.at = cursor.end;
  return isName;
}

/** "skills (electronics, textile, wood)": single words that name no values of a thing. */
function areKinds({ noun }: Item, values: readonly string[]): boolean {
  const isPlain = (value: string) =>
    /^[a-z]+$/.test(value) && !isValueWord(value) && !isUnit(value);
  return (
    noun.plural && values.length > 2 && values.every(isPlain) && KINDS.has(noun.words.at(-1) ?? '')
  );
}

/** Activities, movements, vehicles: of several kinds, which each of them is. */
export function isThingOfKinds({ plural, words: said }: Noun): boolean {
  return plural && THINGS_OF_KINDS.has(said.at(-1) ?? '');
}

/** "activities (call, meeting, email)": what kind each of them is. */
function areKindsOfThing({ noun }: Item, values: readonly string[]): boolean {
  return (
    isThingOfKinds(noun) &&
    values.length > 1 &&
    values.every((value) => /^[a-z]+( [a-z]+)?$/.test(value) && !isUnit(value)) &&
    !values.every((value) => isValueWord(value.split(' ').at(-1) ?? ''))
  );
}

function kindOf(cursor: Cursor, open: number, values: string[]): Item {
  const [start, end] = [cursor.tokens[open]?.start ?? 0, endOffset(cursor)];
  const item = itemOf({ words: ['type'], plural: false, start, end });
  return { ...item, indefinite: false, qualities: { values } };
}

const THINGS_OF_KINDS = words(
  'activities interactions communications touchpoints notifications transactions movements incidents assets vehicles media attachments',
);

const KINDS = words(
  'skills interests hobbies allergies allergens diets topics subjects features services amenities facilities tasks instruments specialities specialties qualifications abilities extras toppings ingredients colours colors sizes weekdays',
);

/** "finished on (open ended)": a moment has no parts. */
function isMoment({ noun }: Item): boolean {
  return noun.words.length > 1 && /^(on|at|until|since)$/.test(noun.words.at(-1) ?? '');
}

const OWNER_LINKS = phrases(
  'belongs to | belong to | belonging to | linked to | of a | of an | of one | owned by',
);

/** "Animal (name, species, belongs to owner)": the last part says whose it is. */
function readOwnerPart(cursor: Cursor, item: Item, readItems: ReadItems): boolean {
  const comma = cursor.tokens.findLastIndex(
    ({ text }, at) => at >= cursor.at && at < cursor.end && text === ',',
  );
  const part = { ...cursor, at: comma + 1 };
  if (comma < 0 || acceptAny(part, OWNER_LINKS) === null) return false;
  const owners = readItems(part, true);
  if (owners.length === 0 || !isDone(part)) return false;
  readBracket({ ...cursor, end: comma }, item, readItems);
  item.belongsTo.push(...owners);
  cursor.at = cursor.end;
  return true;
}

const ENDS = words('from to min max minimum maximum start end low high lower upper');

/** "salary range (from and to)": two values. */
function readEnds(cursor: Cursor, item: Item): boolean {
  const [low, link, high, more] = cursor.tokens.slice(cursor.at, cursor.end);
  const isPair = /^(and|[/,-]|to)$/.test(link?.lower ?? '') && more === undefined;
  if (low === undefined || high === undefined || !isPair) return false;
  if (!ENDS.has(low.lower) || !ENDS.has(high.lower)) return false;
  item.ends = [low.lower, high.lower];
  cursor.at = cursor.end;
  return true;
}

/** "size (small medium large)": values with nothing between them. */
function readSpaced(cursor: Cursor, item: Item): boolean {
  const inner = cursor.tokens.slice(cursor.at, cursor.end);
  const isPlain = inner.every(
    ({ kind, lower }) => kind === 'word' && !isSmallWord(lower) && !FIELD_SIGNS.has(lower),
  );
  if (!isPlain || inner.length < 3 || !ENUM_NOUNS.has(item.noun.words.at(-1) ?? '')) return false;
  item.qualities.values = inner.map(({ text }) => text);
  cursor.at = cursor.end;
  return true;
}

function isSmallWord(word: string): boolean {
  return DETERMINERS.has(word) || PREPOSITIONS.has(word) || CONNECTORS.has(word) || word === 'or';
}

/** "moves (date)": many things have a date; one value is a date. */
function readOnlyField(cursor: Cursor, item: Item, readItems: ReadItems): boolean {
  const head = item.noun.words.at(-1) ?? '';
  const isThings = item.noun.plural && !PLURAL_VALUES.has(head) && !isValueWord(head);
  const word = cursor.tokens[cursor.at]?.lower ?? '';
  if (
    !isThings ||
    cursor.end - cursor.at !== 1 ||
    !/^(date|time|email|phone|url|duration|number)$/.test(word)
  )
    return false;
  item.children.push(...readItems(cursor));
  return true;
}

/** "weight (kg)", "weight (kg, optional)". */
function readLeadingUnit(cursor: Cursor, item: Item): boolean {
  const from = cursor.at;
  const unit = cursor.tokens[from]?.lower ?? '';
  const qualities: Qualities = {};
  cursor.at += 1;
  if (isUnit(unit) && (isDone(cursor) || accept(cursor, ',')))
    if (isDone(cursor) || readQualities(cursor, qualities)) {
      Object.assign(item.qualities, qualities, { unit });
      return true;
    }
  cursor.at = from;
  return false;
}

/** "reporter (user)": who plays the role. */
function readBareRole(cursor: Cursor, item: Item): boolean {
  const from = cursor.at;
  const last = item.noun.words.at(-1) ?? '';
  const isDoneBy = last === 'by' && item.noun.words.length > 1;
  const isRole = (PERSON_ROLES.has(last) || isDoneBy) && !item.noun.plural;
  const noun = isRole ? readNoun(cursor) : null;
  const head = noun?.words.at(-1) ?? '';
  if (noun === null || noun.plural || !isDone(cursor) || isValueWord(head)) {
    cursor.at = from;
    return false;
  }
  item.refersTo = noun;
  return true;
}

/** "assignees (employees)": many of them play the role. */
function readPluralRole(cursor: Cursor, item: Item): boolean {
  const noun = item.noun.plural ? readNoun(cursor) : null;
  if (noun === null || !noun.plural || !isDone(cursor) || isValueWord(noun.words.at(-1) ?? ''))
    return false;
  item.refersTo = noun;
  return true;
}

/** "(type: vacation, sick; start date, end date)": each part is a list of its own. */
function readParts(cursor: Cursor, item: Item, readItems: ReadItems): boolean {
  const ends = cursor.tokens.flatMap(({ text }, index) =>
    text === ';' && index > cursor.at && index < cursor.end ? [index] : [],
  );
  if (ends.length === 0) return false;
  for (const end of [...ends, cursor.end]) {
    item.children.push(...readItems({ tokens: cursor.tokens, at: cursor.at, end }));
    cursor.at = end + 1;
  }
  return item.children.length > 0;
}

/** "(new, won, lost; default new)": after the values something about them. */
function endsInQualities(cursor: Cursor, into: Qualities): boolean {
  acceptAny(cursor, [';', ',', '.', '-', '–', '—']);
  return readQualities(cursor, into);
}

/** "(a user)", "(another employee)": the entity that plays the role. */
function readRole(cursor: Cursor, item: Item): boolean {
  if (
    acceptAny(cursor, [
      'who is a',
      'which is a',
      'who is an',
      'also a',
      'also an',
      'is a',
      'another',
      ...ONES,
      'a',
      'an',
    ]) === null
  )
    return false;
  const isOne = cursor.tokens[cursor.at - 2]?.lower === 'of';
  const noun = readNoun(cursor);
  if (noun === null || (isOne && !noun.plural)) return false;
  const qualities: Qualities = {};
  accept(cursor, ',');
  if (!isDone(cursor) && !readQualities(cursor, qualities)) return false;
  item.refersTo = isOne ? { ...noun, plural: false } : noun;
  Object.assign(item.qualities, qualities);
  return true;
}

/** "host (one of the members)". */
const ONES = phrases('also one of the | also one of our | one of the | one of our | one of these');

/** "(unique, from the supplier)": keeps the qualities it finds when the rest is no list of fields. */
function readMixed(cursor: Cursor, item: Item): boolean {
  if (item.noun.plural) return false;
  const comma = cursor.tokens.findIndex(
    (token, index) => index >= cursor.at && token.lower === ',',
  );
  const end = comma < 0 || comma > cursor.end ? cursor.end : comma;
  if (!readQualities({ ...cursor, end }, {})) return false;
  const probe: Qualities = {};
  readQualities(cursor, probe);
  if (Object.keys(probe).length === 0 || probe.type !== undefined || probe.numeric === true)
    return false;
  Object.assign(item.qualities, probe);
  return true;
}

function meansValues(item: Item, values: string[], cursor: Cursor, open: number): boolean {
  const head = item.noun.words.at(-1) ?? '';
  const inner = cursor.tokens.slice(open, cursor.end).map((token) => token.lower);
  const isState = (value: string) => !item.noun.plural && isFlagWord(value);
  const fields = values
    .map((value) => value.toLowerCase())
    .filter((value) => looksLikeField(value) && !isState(value)).length;
  const isChoice = inner.includes('or') || inner.includes('/') || inner.includes('|');
  if (
    isChoice &&
    inner.includes(',') &&
    (fields * 2 >= values.length || (item.noun.plural && fields > 0))
  )
    return false;
  if (isChoice) return true;
  const isMany = item.noun.plural && !PLURAL_VALUES.has(head);
  if (ENUM_NOUNS.has(head) && !isMany) return true;
  if (isMany || fields * 2 >= values.length) return false;
  return (
    item.indefinite || (fields === 0 && !values.some((value) => isPlural(value.toLowerCase())))
  );
}

const FIELD_SIGNS = words(
  'nullable optional unique required string integer int decimal boolean bool datetime timestamp float enum',
);

function looksLikeField(value: string): boolean {
  const parts = value.split(/[\s-]+/);
  if (parts.some((part, index) => index > 0 && FIELD_SIGNS.has(part))) return true;
  if (parts.length === 2 && /ed$/.test(parts[0] ?? '') && /^(at|on|by)$/.test(parts[1] ?? ''))
    return true;
  return isValueWord(value.split(/[\s-]+/).at(-1) ?? '');
}
