import { TRACK_VERBS } from '../lexicon/predicates.ts';
import { isUnit } from '../lexicon/types.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { DETERMINERS, phrases, words } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import { createTagger } from '../text/tagger.ts';
import type { Token } from '../text/tokens.ts';
import { readClauses } from './clauses.ts';
import { acceptAny, type Cursor, closingIndex, cursorOf, isDone } from './cursor.ts';
import { isStatement } from './intro.ts';
import { readItems } from './items.ts';
import { readOwnersFirst } from './label-owners.ts';
import { readNoun } from './noun.ts';
import type { SegmentContext } from './segment-context.ts';
import { textOf } from './sentences.ts';
import { belonging, type Item, itemOf, type Noun, type Statement } from './statements.ts';

const LABEL_VERBS = words(
  'link links connect connects join joins reference references have has contain contains include includes refer refers consist consists',
);

const OWNER_LINKS = phrases(
  'per | for a | for an | for each | of a | of an | of each | to a | to an | on a | on an | in a | in an | at a | at an',
);

const FURTHER_LINKS = phrases(
  'by a | by an | by one | with a | with an | for a | in a | at a | to a | and',
);

/** "inspection of a crate by a keeper: date": whose it is as well. */
function readFurtherOwners(cursor: Cursor): Noun[] {
  const found: Noun[] = [];
  for (;;) {
    const from = cursor.at;
    const noun = acceptAny(cursor, FURTHER_LINKS) === null ? null : readNoun(cursor);
    if (noun === null || isValueWord(noun.words.at(-1) ?? '')) {
      cursor.at = from;
      return found;
    }
    found.push(noun);
  }
}

/** "readings per meter: value, read on": each reading belongs to a meter. */
function readPerOwner(
  thing: Noun,
  owners: readonly Noun[],
  rest: readonly Token[],
): Statement[] | null {
  const items = readItems(cursorOf(rest));
  if (items.length === 0) return null;
  const { start } = thing;
  const last = owners.at(-1)?.end ?? thing.end;
  const end = items.at(-1)?.end ?? last;
  return [
    { kind: 'has', subjects: [thing], items, optional: false, start, end },
    belonging([thing], owners.map(itemOf), { start, end: last }),
  ];
}

const END_LINKS = phrases('of a | of an | of one | belonging to a | belonging to one | owned by a');

/** "bike: frame number, brand, of a customer": the last part says whose it is. */
function readOwnerAtEnd(thing: Noun, rest: readonly Token[]): Statement[] | null {
  const comma = rest.findLastIndex(({ text }) => text === ',');
  const cursor = cursorOf(rest, comma + 1);
  if (comma < 1 || acceptAny(cursor, END_LINKS) === null) return null;
  const owner = readNoun(cursor);
  const isThing = owner !== null && isDone(cursor) && !isValueWord(owner.words.at(-1) ?? '');
  return isThing ? readPerOwner(thing, [owner], rest.slice(0, comma)) : null;
}

/** "Attendance: per child and day, we note the arrival time": what it is of, and what is kept of it. */
function readPerThings(thing: Noun, rest: readonly Token[]): Statement[] | null {
  const cursor = cursorOf(rest);
  if (acceptAny(cursor, ['per', 'for each', 'for every', 'one per']) === null) return null;
  const comma = rest.findIndex(({ text }) => text === ',');
  if (comma < 0) return null;
  const owners = readItems(cursorOf(rest, cursor.at, comma));
  cursor.at = comma + 1;
  if (acceptAny(cursor, ['we', 'i', 'you']) !== null) cursor.at += 1;
  const items = readItems(cursor);
  const isThing = ({ noun }: Item) =>
    !isValueWord(noun.words.at(-1) ?? '') && !isUnit(noun.words.at(-1) ?? '');
  const [first] = items;
  const targets = owners.filter(isThing);
  if (first === undefined || targets.length === 0) return null;
  const { start } = thing;
  const end = items.at(-1)?.end ?? first.end;
  const values = owners
    .filter((owner) => !isThing(owner))
    .map((item) => ({ ...item, indefinite: false }));
  const how = { optional: false, strong: true, many: false, start, end };
  return [
    { kind: 'has', subjects: [thing], items: [...values, ...items], optional: false, start, end },
    { kind: 'belongs', subjects: [thing], targets, ...how },
  ];
}

/** "Owners have a name. Their dogs: name, breed": the dogs are the owners'. */
function readTheirs(
  noun: Noun,
  rest: readonly Token[],
  { previous }: SegmentContext,
): Statement[] | null {
  const items = readItems(cursorOf(rest));
  const [owner, second] = previous;
  const [first] = items;
  if (first === undefined) return null;
  const span = { start: noun.start, end: items.at(-1)?.end ?? first.end };
  const has: Statement = { kind: 'has', subjects: [noun], items, optional: false, ...span };
  return owner === undefined || second !== undefined
    ? [has]
    : [has, belonging([noun], [itemOf(owner)], span)];
}

/** "Pickers harvest rows: ...": a verb between two things is no name. */
function isDeed({ words }: Noun, { budget }: SegmentContext): boolean {
  const [subject = '', verb, object = '', more] = words;
  const isThings = [subject, object].every((word) => budget.things.has(word) && isPlural(word));
  return verb !== undefined && more === undefined && isThings;
}

const DATA_OF = phrases(
  'data of | data for | data about | details of | information about | information on | info about | fields of | add | create | enter | register',
);

/** "crate data: code": the words for data are no part of the name. */
function withoutData(noun: Noun | null): Noun | null {
  const isData = /^(data|details|info|information|fields|attributes)$/.test(
    noun?.words.at(-1) ?? '',
  );
  if (noun === null || !isData || noun.words.length < 2) return noun;
  const words = noun.words.slice(0, -1);
  return { ...noun, words, plural: isPlural(words.at(-1) ?? '') };
}

/** "Customer: name, email" and "Customer - name, email" outside any heading. */
export function readLabelled(
  tokens: readonly Token[],
  context: SegmentContext,
): Statement[] | null {
  const colon = tokens.findIndex((token) => [':', '-', '–', '—', '='].includes(token.text));
  const first = tokens[0];
  if (
    colon < 1 ||
    colon > 6 ||
    first === undefined ||
    tokens.slice(0, colon).some((token) => token.kind === 'symbol')
  )
    return null;
  const cursor = cursorOf(tokens, 0, colon);
  acceptAny(cursor, DATA_OF);
  const isVerb =
    TRACK_VERBS.has(first.lower) && colon > 1 && isPlural(tokens[colon - 1]?.lower ?? '');
  if (isVerb) cursor.at += 1;
  acceptAny(cursor, ['each', 'every', 'a', 'an', 'the', 'our', 'my', 'all']);
  const named = withoutData(readNoun(cursor));
  const [noun, per] = named === null ? [null, null] : splitPer(named, context);
  const isPlain = noun !== null && !noun.words.slice(0, -1).some(isPlural);
  const isOwned = isPlain && acceptAny(cursor, OWNER_LINKS) !== null;
  const owner = per ?? (isOwned ? readNoun(cursor) : null);
  const further = owner === null ? [] : readFurtherOwners(cursor);
  if (tokens[cursor.at - 1]?.possessive === true)
    acceptAny(cursor, ['data', 'details', 'info', 'information', 'record', 'file', 'profile']);
  if (noun !== null && acceptAny(cursor, ['such as', 'like', 'for example', 'e.g .']) !== null)
    cursor.at = colon;
  if (noun === null || !isDone(cursor) || isStatement(noun) || isDeed(noun, context)) return null;
  const rest = tokens.slice(colon + 1);
  if (rest.length === 0) return null;
  if (/^(their|its|his|her)$/.test(first.lower) && noun.plural)
    return readTheirs(noun, rest, context);
  if (owner !== null) return readPerOwner(noun, [owner, ...further], rest);
  const owned = readOwnersFirst(noun, rest) ?? readOwnerAtEnd(noun, rest);
  if (owned !== null) return owned;
  const perThings = readPerThings(noun, rest);
  if (perThings !== null) return perThings;
  const text = textOf(rest, context.prompt);
  const verb = rest[0]?.lower ?? '';
  const isVerbFirst = LABEL_VERBS.has(verb);
  const clauses = readClauses({
    tokens: isVerbFirst ? [...tokens.slice(0, colon), ...rest] : rest,
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
  const [item] = items;
  const described = items.filter(
    ({ children, noun: { plural } }) => children.length > 1 && !plural,
  );
  if (item !== undefined && described.length > 1 && described.length * 2 > items.length)
    return [{ kind: 'topic', items, start: item.start, end: items.at(-1)?.end ?? item.end }];
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

/** "policy per company": the label of a thing that each company has. */
function splitPer(noun: Noun, { budget }: SegmentContext): [Noun, Noun | null] {
  const at = noun.words.indexOf('per');
  const owner = noun.words.slice(at + 1);
  const thing = noun.words.slice(0, at);
  const last = owner.at(-1) ?? '';
  const isThing = budget.things.has(last) || !(isValueWord(last) || isUnit(last));
  if (at < 1 || !isThing || isValueWord(thing.at(-1) ?? '')) return [noun, null];
  return [
    { ...noun, words: thing },
    { ...noun, words: owner },
  ];
}

/** Words that may follow the brackets of a field: "price (decimal) required". */
const FIELD_TAILS = words(
  'optional required unique mandatory default defaults min max between from in and or nullable must is are one with as of not',
);

/** `email: string, unique` below an entity's heading. */
export function isFieldLine(tokens: readonly Token[]): boolean {
  const isName =
    tokens.length < 5 &&
    tokens.every(({ kind, lower }) => kind === 'word' && !DETERMINERS.has(lower)) &&
    isValueWord(tokens.at(-1)?.lower ?? '') &&
    TRACK_VERBS.has(tokens[0]?.lower ?? '');
  if (isName) return true;
  const colon = tokens.findIndex((token) => [':', '-', '–', '—', '('].includes(token.text));
  if (tokens[colon]?.text === '(') {
    const close = closingIndex(tokens, colon, tokens.length);
    const next = tokens[close + 1];
    if (next?.kind === 'word' && !FIELD_TAILS.has(next.lower)) return false;
  }
  return colon > 0 && colon <= 4;
}
