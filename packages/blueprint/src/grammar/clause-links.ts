import { isRecorded } from '../lexicon/kept-deeds.ts';
import { PERIODS } from '../lexicon/periods.ts';
import { DEED_VERBS, MANY_TO_MANY_VERBS } from '../lexicon/predicates.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../text/tokens.ts';
import { belonging, type Item, itemOf, type Noun, type Statement } from './statements.ts';
import type { Subject } from './subjects.ts';

type Acts = Extract<Statement, { kind: 'acts' }>;

/** "players play quizzes and every attempt stores the score": what is told of beside a deed may be what records it. */
export function recordOf(
  tokens: readonly Token[],
  { from, nouns }: Subject,
  made: readonly Statement[],
  before: Statement | undefined,
): Statement[] {
  const [told] = made;
  const [noun, second] = nouns;
  if (told?.kind !== 'has' || noun === undefined || second !== undefined || noun.plural) return [];
  const opening = tokens[from]?.lower ?? '';
  const link = tokens[from - 1]?.text ?? '';
  const isAfter =
    link === ':' || (/^(a|an|each|every)$/.test(opening) && /^(and|[,;])$/.test(link));
  const parties = isAfter ? partiesOf(before, link === ':') : [];
  if (parties.length === 0) return [];
  const { start, end } = noun;
  return [{ ...belonging([noun], parties.map(itemOf), { start, end }), isIfLonely: true }];
}

/** Who does it and to what; after a colon also what was spoken of. */
function partiesOf(before: Statement | undefined, isTold: boolean): Noun[] {
  if (before?.kind === 'acts')
    return [
      ...before.subjects,
      ...before.items.flatMap(({ noun, belongsTo }) => [
        noun,
        ...belongsTo.map((each) => each.noun),
      ]),
    ];
  return isTold && before?.kind === 'has' ? before.subjects : [];
}

/** "customers buy animals, we need the date of purchase": what is kept of each time it is done; true when it is so. */
export function giveToDeed(made: readonly Statement[], before: Statement | undefined): boolean {
  const [told, more] = made;
  if (before?.kind === 'deed' && told?.kind === 'topic' && more === undefined) {
    const isPlain = told.items.every(({ noun, children }) => children.length === 0 && !noun.plural);
    if (isPlain && told.items.some(isPlainValue)) before.values.push(...told.items);
    return isPlain && told.items.some(isPlainValue);
  }
  if (before?.kind !== 'acts' || more !== undefined) return false;
  if (told?.kind === 'has' && asksOfDeed(told, before)) {
    before.given = [...(before.given ?? []), ...told.items];
    return true;
  }
  if (told?.kind !== 'topic') return false;
  const plain = told.items.filter(isPlainValue).length;
  const isGiven =
    before.subjects.length > 0 &&
    plain * 2 > told.items.length &&
    told.items.every(({ noun, children }) => children.length === 0 && !noun.plural);
  const [first, ...others] = told.items;
  const [object, second] = before.items;
  // "A customer brings in a watch, and we note the brand": the watch's, where nothing is kept of bringing.
  const isOfObject = object?.determiner === 'a' && second === undefined && !isKeptDeed(before.verb);
  if (isGiven && isOfObject) object.children.push(...told.items);
  else if (isGiven && first !== undefined)
    before.given = [...(before.given ?? []), { ...first, start: told.start }, ...others];
  return isGiven;
}

function isKeptDeed(verb: string): boolean {
  return (
    isRecorded(verb) || (DEED_VERBS.has(verb) && verb !== 'bring') || MANY_TO_MANY_VERBS.has(verb)
  );
}

/** What a deed is or was, and nobody who does it. */
const OF_DEEDS = words('paid returned confirmed cancelled canceled attended completed accepted');

/** "kids take part in camps, we need to know if the parents have paid": paid for this time; true when it is so. */
export function giveFlagToDeed(made: readonly Statement[], before: Statement | undefined): boolean {
  const [told, more] = made;
  if (before?.kind !== 'acts' || told?.kind !== 'has' || more !== undefined) return false;
  const isOfDeed = ({ noun, qualities }: Item) =>
    qualities.type === 'boolean' && OF_DEEDS.has(noun.words.at(-1) ?? '');
  if (!isRecorded(before.verb) || !told.items.every(isOfDeed)) return false;
  before.given = [...(before.given ?? []), ...told.items];
  return true;
}

/** "Scouts sign up for camps and we note whether they have paid": for each camp, and not once for all. */
function asksOfDeed(
  { items, subjects }: Extract<Statement, { kind: 'has' }>,
  before: Acts,
): boolean {
  const [object, second] = before.items;
  const isOfMany =
    object?.noun.plural === true &&
    second === undefined &&
    before.subjects.some(({ plural }) => plural);
  const isSaid =
    subjects.length > 0 &&
    subjects.every(({ start }) => before.subjects.some((each) => each.start === start));
  return (
    isOfMany &&
    isSaid &&
    isRecorded(before.verb) &&
    items.every(({ qualities }) => qualities.type === 'boolean')
  );
}

export function isPlainValue({ noun, qualities, children }: Item): boolean {
  const isValue =
    isValueWord(noun.words.find((_word, index) => noun.words[index + 1] === 'of') ?? '') ||
    isValueWord(noun.words.at(-1) ?? '') ||
    qualities.type !== undefined ||
    qualities.values !== undefined;
  return children.length === 0 && isValue;
}

/** "we want to know their capacity": asked of the things that were spoken of. */
export function isAskedFor(subject: Subject, { verb, items, subjects }: Acts): boolean {
  return (
    /^(we|i)$/.test(subject.pronoun) &&
    /^(know|see|note|remember)$/.test(verb) &&
    subjects.length > 0 &&
    items.length > 0 &&
    items.every(isPlainValue)
  );
}

const GETTING = words('get receive obtain');

/** "teach instruments (piano, violin)", "get a ticket with a code": what they do tells what they have. */
export function heldByDeed({ subjects, verb, items }: Acts): Item[] | null {
  if (subjects.length === 0 || items.length === 0) return null;
  if (items.every(({ qualities }) => qualities.several)) return [...items];
  // "Each crate gets a number, the variety and the picker": what it is given is what it has.
  const isList = items.length > 1 && items.every(({ noun }) => !noun.plural);
  if (GETTING.has(verb) && isList && items.some(isPlainValue)) return [...items];
  const isGotten = GETTING.has(verb) && items.every(({ children }) => children.length > 0);
  return isGotten ? items.map((item) => ({ ...item, quantity: 'many' })) : null;
}

/** "a driver drives one vehicle per shift": a shift is of the two. */
export function perDeed({ subjects, items, start, end }: Acts): Statement[] | null {
  const [item, second] = items;
  const per = item?.noun.words.indexOf('per') ?? -1;
  if (item === undefined || second !== undefined || per < 1 || subjects.length === 0) return null;
  const [words, record] = [item.noun.words.slice(0, per), item.noun.words.slice(per + 1)];
  if (isValueWord(words.at(-1) ?? '') || isValueWord(record.at(-1) ?? '')) return null;
  // "gets at most 2 parcels per month" bounds a period; nothing is kept of it.
  if (PERIODS.has(record.at(-1) ?? '')) return [];
  const object = { ...item, noun: { ...item.noun, words } };
  const subject: Noun = { ...item.noun, words: record, plural: false };
  const targets = [...subjects.map(itemOf), object];
  return [belonging([subject], targets, { start, end })];
}
