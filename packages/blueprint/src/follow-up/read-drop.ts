import { acceptAny, type Cursor, isDone, peek } from '../grammar/cursor.ts';
import { phrases } from '../lexicon/words.ts';
import type { Instruction, Lack, Span } from './instruction.ts';
import type { Known } from './known.ts';
import { type Reference, readReference, readReferences } from './reference.ts';

const DROP = phrases(`
  get rid of | kick out | throw away | throw out | throw | take away | take out | take off | take | drop | remove | delete | discard |
  eliminate | erase | kill | lose | ditch | scrap | axe | no more | without | instead of just having | instead of having | instead of just | instead of storing | instead of only | instead of
`);

const MAY_LACK = phrases(`
  may have no | can have no | might have no | need not have | does not have to have | do not have to have | does not need to have |
  might not have | may not always have | do not always have | don't always have | does not always have |
  doesn't always have | can be without | may be without | can do without
`);

/** "an invoice may have no due date", "allow invoices without a due date". */
function readLackable(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const isAllowed = acceptAny(cursor, ['allow', 'permit', 'accept', 'have', 'enter']) !== null;
  const owners = readReferences(cursor, known).map(({ words }) => words);
  const links = isAllowed ? ['without'] : MAY_LACK;
  if (owners.length === 0 || acceptAny(cursor, links) === null) return null;
  const targets = readReferences(cursor, known).map((each) => ({ ...each, owners }));
  return targets.length > 0 && isDone(cursor)
    ? [{ kind: 'describe', targets, qualities: { optional: true }, lacks: [], ...span }]
    : null;
}

/** "drop the fax number", "we no longer need suppliers", "a client no longer has a fax", "the fax number can go". */
export function readDrop(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const lack = readLack(cursor, known);
  if (lack !== null) return [{ ...span, ...lack }];
  const lackable = readLackable({ ...cursor }, known, span);
  if (lackable !== null) return lackable;
  const targets =
    readLink({ ...cursor }, known) ??
    readDropped({ ...cursor }, known) ??
    readGone({ ...cursor }, known);
  return targets === null ? null : [{ kind: 'drop', targets, ...span }];
}

function readDropped(cursor: Cursor, known: Known): Reference[] | null {
  if (acceptAny(cursor, DROP) === null && acceptAny(cursor, NOT_NEEDED) === null) return null;
  acceptAny(cursor, ['the whole', 'all of', 'all the', 'everything about']);
  const targets = readReferences(cursor, known);
  acceptAny(cursor, ['away', 'out', 'altogether', 'completely', 'entirely']);
  return targets.length > 0 && isDone(cursor) ? targets : null;
}

const LINK = phrases(`
  the link between | the links between | the relation between | the relationship between | the connection between | the association between | the reference between
`);

/** "remove the link between line items and products": the relation of the two, told by either end. */
function readLink(cursor: Cursor, known: Known): Reference[] | null {
  if (acceptAny(cursor, DROP) === null || acceptAny(cursor, LINK) === null) return null;
  const [one, other, third] = readReferences(cursor, known);
  if (one === undefined || other === undefined || third !== undefined || !isDone(cursor))
    return null;
  const ends: Reference[] = [
    { ...other, owners: [one.words], sort: 'member', plural: false },
    { ...one, owners: [other.words], sort: 'member', plural: false },
  ];
  const found = ends.find(known.isMember);
  return found === undefined ? null : [found];
}

const NOT_NEEDED = phrases(`
  we no longer need | we do not need | we don't need | i no longer need | i do not need | i don't need |
  we do not want | we don't want | i do not want | i don't want | we no longer want |
  do not store | don't store | do not keep | don't keep | do not track | don't track | do not record | don't record | stop storing | stop tracking | stop recording | never store |
  there is no longer | there are no longer | there should be no | there is no need for
`);

const LACKS = phrases(`
  no longer has | no longer have | no longer needs | no longer need | does not need | do not need | doesn't need | don't need |
  does not have | do not have | doesn't have | don't have | has no | have no
`);
const GOES = phrases(`
  is no longer needed | are no longer needed | is not needed | are not needed | isn't needed | aren't needed | can go | should go |
  must go | should be gone | must be gone | is gone | are gone | goes away | can be removed | can be dropped | should be removed | should be dropped | is obsolete
`);
const BELONGS_NO_MORE = phrases(`
  no longer belongs to | no longer belong to | does not belong to | do not belong to | doesn't belong to | don't belong to
`);

/** The subject first, and then that it goes, or what of it goes. */
function readGone(cursor: Cursor, known: Known): Reference[] | null {
  const subject = readReferences(cursor, known);
  const [owner] = subject;
  if (owner === undefined) return null;
  if (acceptAny(cursor, GOES) !== null) return isDone(cursor) ? subject : null;
  if (acceptAny(cursor, LACKS) === null && acceptAny(cursor, BELONGS_NO_MORE) === null) return null;
  const owners = subject.map(({ words }) => words);
  const targets = readReferences(cursor, known).map((each) => ({ ...each, owners }));
  return targets.length > 0 && isDone(cursor) ? targets : null;
}

const CONSTRAINTS: readonly (readonly [string, Lack])[] = [
  ...phrases('default value | default | preset').map((phrase) => [phrase, 'default'] as const),
  ...phrases('unique constraint | uniqueness | unique').map(
    (phrase) => [phrase, 'unique'] as const,
  ),
  ...phrases(
    'minimum and maximum | minimum | maximum | limits | limit | bounds | length limit | range',
  ).map((phrase) => [phrase, 'bounds'] as const),
];

/** "remove the default of the price", "drop the unique constraint on the email". */
function readLack(cursor: Cursor, known: Known): Pick<DescribeLack, keyof DescribeLack> | null {
  const probe = { ...cursor };
  if (acceptAny(probe, DROP) === null) return null;
  acceptAny(probe, ['the', 'any', 'its']);
  for (const [phrase, lack] of CONSTRAINTS) {
    const at = { ...probe };
    if (acceptAny(at, [phrase]) === null) continue;
    if (acceptAny(at, ['of', 'on', 'from', 'for']) === null) continue;
    const target = readReference(at, known);
    const isOther = peek(at) !== '' || target === null || known.fieldsOf(target).length === 0;
    if (!isOther) return { kind: 'describe', targets: [target], qualities: {}, lacks: [lack] };
  }
  return null;
}

type DescribeLack = Omit<Extract<Instruction, { kind: 'describe' }>, keyof Span>;
