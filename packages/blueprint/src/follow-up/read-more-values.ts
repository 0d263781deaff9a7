import { acceptAny, type Cursor, isDone } from '../grammar/cursor.ts';
import { phrases, words } from '../lexicon/words.ts';
import type { Instruction, Span } from './instruction.ts';
import type { Known } from './known.ts';
import { isValueOf, readListed } from './listed-values.ts';
import { readSaid } from './read-said.ts';
import { type Reference, readReference } from './reference.ts';
import { wordsOf } from './seed-draft.ts';

const CAN_BE = phrases(`
  should also include | can also include | could also include | also includes | also include | should include | should also have |
  should also be | should also allow | can also be | may also be | could also be | can now be | can now also be | can be | may be | also allows | has also
`);
const CAN_NO_MORE = phrases('can no longer be | cannot be | can not be | may no longer be');
const GETS_VALUE = phrases(
  'also needs | also gets | needs | gets | should have | should get | must have | has',
);
const VALUE = phrases(
  ['a', 'an additional', 'an extra', 'another', 'one more', 'a new', 'a further']
    .concat('a second', 'a third', 'a fourth', 'a fifth', 'a sixth')
    .flatMap((article) =>
      ['value', 'option', 'choice', 'state'].map((word) => `${article} ${word}`),
    )
    .join(' | '),
);

/** "change the status values to open and closed": these, and no others. */
export function readOtherValues(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  if (acceptAny(cursor, ['change', 'set', 'make', 'replace']) === null) return null;
  const isOf = acceptAny(cursor, ['the values of', 'the options of', 'the choices of']) !== null;
  const reference = readReference(cursor, known);
  const isNamed = /^(values?|options|choices)$/.test(reference?.words.at(-1) ?? '');
  if (reference === null || (!isOf && !isNamed)) return null;
  const words = isNamed ? reference.words.slice(0, -1) : reference.words;
  const target = { ...reference, words };
  if (!known.fieldsOf(target).some(({ values }) => values !== undefined)) return null;
  if (acceptAny(cursor, ['to be', 'to', 'with', 'by']) === null) return null;
  const values = readListed(cursor);
  return values.length < 2
    ? null
    : [{ kind: 'describe', targets: [target], qualities: { values }, lacks: [], ...span }];
}

/** "the status can also be cancelled", "the status can no longer be lost", "invoices can also be overdue". */
export function readMoreValues(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const target = readReference(cursor, known);
  if (target === null) return null;
  if (!known.fieldsOf(target).some(({ values }) => values !== undefined))
    return readOfThing(cursor, target, known, span);
  const isMore = acceptAny(cursor, CAN_BE) !== null || acceptsValue(cursor);
  if (!isMore && acceptAny(cursor, CAN_NO_MORE) === null) return null;
  const values = readListed(cursor);
  if (values.length === 0) return null;
  if (!isMore && !values.every((value) => isValueOf(target, value, known))) return null;
  const [added, removed] = isMore ? [values, []] : [[], values];
  return [{ kind: 'values', target, added, removed, ...span }];
}

/** "needs a value for refunded". */
function acceptsValue(cursor: Cursor): boolean {
  const from = cursor.at;
  if (acceptAny(cursor, GETS_VALUE) !== null && acceptAny(cursor, VALUE) !== null) {
    acceptAny(cursor, ['for', 'called', 'named', ',', ':']);
    return true;
  }
  cursor.at = from;
  return false;
}

const ALSO_BE = phrases(`
  should also be | can also be | may also be | could also be | can now also be | can now be | might also be
`);
/** What is done with a row, and no state of it. */
const DEEDS = words(`
  deleted removed edited changed updated created added viewed seen read exported imported downloaded printed searched filtered sorted
  shared commented attached linked assigned optional required unique empty
`);
const MOST_WORDS = 3;

/** A thing with one list of values is in one of these states; of several lists it is asked which. */
function readOfThing(
  cursor: Cursor,
  owner: Reference,
  known: Known,
  span: Span,
): Instruction[] | null {
  const fields = owner.owners.length > 0 ? [] : known.choicesOf(owner.words);
  if (fields.length === 0) return null;
  const named = readNamedValues({ ...cursor }, owner, known, span);
  if (named !== null) return named;
  const isAlso = acceptAny(cursor, ALSO_BE) !== null;
  const isState = fields.length === 1 && /^(status|state|stage)$/.test(fields[0]?.name ?? '');
  if (!isAlso && !(isState && acceptAny(cursor, ['can be', 'may be', 'could be']) !== null))
    return null;
  if (isDone(cursor)) return null;
  if (isQuality({ ...cursor })) return null;
  const added = readListed(cursor);
  if (added.length === 0 || !added.every((value) => mayBeState(value, known))) return null;
  const [field, other] = fields;
  if (field === undefined || other !== undefined)
    return [
      { kind: 'values-among', owner, fields: fields.map(({ name }) => name), added, ...span },
    ];
  const target: Reference = {
    ...owner,
    ...{ words: wordsOf(field.name), owners: [owner.words], sort: 'member' },
  };
  return [{ kind: 'values', target, added, removed: [], ...span }];
}

const MORE = phrases(`
  two more | three more | two new | three new | two additional | three additional | some more | more | new | additional | another | a new | an additional |
  one more | two | three
`);

/** "invoices need two more statuses: overdue and void". */
function readNamedValues(
  cursor: Cursor,
  owner: Reference,
  known: Known,
  span: Span,
): Instruction[] | null {
  if (acceptAny(cursor, [...GETS_VALUE, 'need', 'get', 'have']) === null) return null;
  if (acceptAny(cursor, MORE) === null) return null;
  const target = readReference(cursor, known);
  if (target === null) return null;
  const owned = { ...target, owners: [owner.words] };
  if (!known.fieldsOf(owned).some(({ values }) => values !== undefined)) return null;
  if (acceptAny(cursor, [':', ',', 'called', 'named', 'for']) === null) return null;
  const added = readListed(cursor);
  return added.length === 0
    ? null
    : [{ kind: 'values', target: owned, added, removed: [], ...span }];
}

/** "optional", "at least 1"; a list of words is none. */
function isQuality(cursor: Cursor): boolean {
  const { values: _values, ...said } = readSaid(cursor)?.qualities ?? {};
  return Object.keys(said).length > 0;
}

function mayBeState(value: string, known: Known): boolean {
  const said = value.toLowerCase().split(' ');
  return (
    said.length <= MOST_WORDS &&
    !said.some(
      (word) => DEEDS.has(word) || /^(by|in|to|from|with|a|an|the|of|at|as)$/.test(word),
    ) &&
    !known.isEntity(said)
  );
}
