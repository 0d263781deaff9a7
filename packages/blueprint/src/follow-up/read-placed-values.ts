import { acceptAny, type Cursor, isDone } from '../grammar/cursor.ts';
import { phrases } from '../lexicon/words.ts';
import type { Instruction, Span, ValuePlace } from './instruction.ts';
import type { Known, ValueOf } from './known.ts';
import { readListed } from './listed-values.ts';
import { readAddedValues } from './read-added-values.ts';
import { readMoreValues } from './read-more-values.ts';
import type { Reference } from './reference.ts';
import { wordsOf } from './seed-draft.ts';
import { takeValuePlace } from './value-place.ts';

const ADD = phrases(`
  add | insert | introduce | include | put | have | allow | there should be | there is | there must be | there needs to be
`);
const VALUE = phrases(`
  a new | another | one more | an additional | an extra | a further | a | an | the | new
`);
const SORTS = phrases('status | state | stage | step | phase | value | option | choice | level');

/** "add a status called reviewed between draft and sent", "the status can also be void, after paid". */
export function readPlacedValues(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const placed = takeValuePlace(cursor, known);
  if (placed === null) return null;
  const { wish, place, fields } = placed;
  const [only, other] = fields;
  const read =
    readMoreValues({ ...wish }, known, span) ?? readAddedValues({ ...wish }, known, span);
  const [values] = read ?? [];
  if (values?.kind === 'values' && values.removed.length === 0)
    return [
      { ...values, beside: place, ...(other === undefined && only && { target: targetOf(only) }) },
    ];
  if (only === undefined || other !== undefined) return null;
  const isAdded = acceptAny(wish, ADD) !== null || placed.isAdded === true;
  const named = isAdded ? wish : withoutSort(wish);
  return named === null ? null : readUnnamed(named, { field: only, place }, span);
}

const IS_ONE = phrases('should also be | should be | can also be | must also be | could also be');

/** "overdue should also be a status": overdue. */
function withoutSort(wish: Cursor): Cursor | null {
  for (let at = wish.at + 1; at < wish.end; at += 1) {
    const after = { ...wish, at };
    if (acceptAny(after, IS_ONE) === null) continue;
    acceptAny(after, VALUE);
    return acceptAny(after, SORTS) !== null && isDone(after) ? { ...wish, end: at } : null;
  }
  return null;
}

/** Of which list they are was told by the place alone. */
function readUnnamed(
  wish: Cursor,
  { field, place }: { field: ValueOf; place: ValuePlace },
  span: Span,
): Instruction[] | null {
  acceptAny(wish, VALUE);
  acceptAny(wish, SORTS);
  acceptAny(wish, [', called', 'called', ', named', 'named', ',', ':']);
  const added = readListed(wish);
  const target = targetOf(field);
  return added.length === 0
    ? null
    : [{ kind: 'values', target, added, removed: [], beside: place, ...span }];
}

function targetOf({ entity, field }: ValueOf): Reference {
  return {
    ...{ words: wordsOf(field.name), owners: [wordsOf(entity)], sort: 'member', plural: false },
    ...{ start: 0, end: 0 },
  };
}
