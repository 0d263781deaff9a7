import { words } from '../lexicon/words.ts';
import { toEntityName } from '../names.ts';
import type { Token } from '../text/tokens.ts';
import { belonging, type Item, itemOf, type Noun, type Statement } from './statements.ts';

/** Values of what happens, as against what is there. */
const OF_OCCASIONS = words(
  'date time start end day hours minutes amount duration length deadline until from',
);
/** Having is no deed of which each time is kept. */
const HOLDING = words(
  'own have hold keep run manage operate employ lead teach live work belong make',
);

/**
 * "Guides take groups through caves. Each tour has a date": what is told after a deed, happens, and stands in no other
 * relation is what is kept of each time the deed is done.
 */
export function recordAfterDeed(
  tokens: readonly Token[],
  made: readonly Statement[],
  before: Statement | undefined,
): Statement[] {
  const [told] = made;
  const [record, second] = told?.kind === 'has' ? told.subjects : [];
  if (told?.kind !== 'has' || record === undefined || second !== undefined || record.plural)
    return [];
  if (before === undefined || !isDeed(before)) return [];
  const isEach = /^(an?|each|every)$/.test(tokens[0]?.lower ?? '') || tokens[0]?.lower === 'for';
  const isOccasion = told.items.some(({ noun }) =>
    noun.words.some((word) => OF_OCCASIONS.has(word)),
  );
  const isBirth = told.items.some(({ noun }) => /birth/.test(noun.words.join(' ')));
  if (!isEach || !isOccasion || isBirth) return [];
  const parties = [
    ...before.subjects,
    ...(before.kind === 'acts' ? before.items : before.targets).flatMap(withTails),
  ];
  const names = new Set(parties.map((noun) => toEntityName(noun.words)));
  if (names.size < 2 || names.has(toEntityName(record.words))) return [];
  const { start, end } = record;
  return [{ ...belonging([record], parties.map(itemOf), { start, end }), isIfLonely: true }];
}

type Deed = Extract<Statement, { kind: 'acts' | 'belongs' }>;

/** What somebody does, or what is done: "laptops are handed out to employees"; where things are kept is no deed. */
function isDeed(statement: Statement): statement is Deed {
  if (statement.kind === 'acts')
    return statement.subjects.length > 0 && !HOLDING.has(statement.verb);
  const { verb = '' } = statement.kind === 'belongs' ? statement : {};
  return /^(lent|given|handed|issued|rented|hired|loaned|sold|leased)$/.test(verb);
}

/** The deed that the next sentence may tell more of. */
export function deedBefore(
  made: readonly Statement[],
  earlier: Statement | undefined,
): Statement | undefined {
  const isDescription = made.every(({ kind }) => kind === 'has');
  return made.findLast(isDeed) ?? (isDescription ? earlier : undefined);
}

function withTails({ noun, belongsTo, children }: Item): Noun[] {
  return [noun, ...[...belongsTo, ...children].map((tail) => tail.noun)];
}
