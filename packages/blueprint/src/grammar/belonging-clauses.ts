import { infinitiveOf } from '../lexicon/infinitive.ts';
import { DEED_NOUNS } from '../lexicon/predicates.ts';
import { isMeasureWord, isValueWord } from '../lexicon/value-nouns.ts';
import { words } from '../lexicon/words.ts';
import { fieldsFrom, RECORDING, takeMeasures } from './clause-objects.ts';
import { acceptAny, type Cursor, endOffset, isDone } from './cursor.ts';
import type { Predicate } from './predicate.ts';
import { type Item, itemOf, type Noun, type Statement } from './statements.ts';

const ELIDED = [
  'more than one',
  'several of them',
  'many of them',
  'several',
  'many',
  'one or more',
];

/** "appear in a scene and usually in more than one": the noun stands in the clause before. */
export function readElided(cursor: Cursor, before: Statement | undefined): Item[] {
  const from = cursor.at;
  const isMany = acceptAny(cursor, ELIDED) !== null && isDone(cursor);
  const object =
    before?.kind === 'has' && before.items.some(({ quantity }) => quantity === 'many')
      ? before.subjects[0]
      : before?.kind === 'acts'
        ? before.items.at(-1)?.noun
        : before?.kind === 'belongs'
          ? before.targets.at(-1)?.noun
          : undefined;
  if (isMany && object !== undefined) {
    const { start } = cursor.tokens[from] ?? object;
    return [{ ...itemOf(object), quantity: 'many', start, end: endOffset(cursor) }];
  }
  cursor.at = from;
  return [];
}

/** "A donor donates on a date at a site": each time it is done, and not once for the donor. */
function deedWithoutObject(
  subjects: Noun[],
  items: readonly Item[],
  verb: string,
  span: { start: number; end: number },
): Statement | null {
  const isKept = ONE_SIDED.has(verb) && subjects.length === 1 && items.length > 0;
  const isSaid = items.some(({ noun }) => isMeasureWord(noun.words.at(-1) ?? ''));
  const isPlain = items.every(
    ({ noun, children }) =>
      !noun.plural && children.length === 0 && isValueWord(noun.words.at(-1) ?? ''),
  );
  if (!isKept || !isSaid || !isPlain) return null;
  return { kind: 'deed', verb, parties: subjects, values: [...items], isEach: true, ...span };
}

/** Deeds that need nobody else, and of which a record is kept. */
const ONE_SIDED = words('donate vote apply train volunteer register enrol enroll');

/** "belongs to a customer, number, date": after the targets the fields of the subject. */
export function belongs(
  subjects: Noun[],
  items: Item[],
  { optional, strong, many, verb }: Predicate,
  start: number,
  end: number,
): Statement[] {
  const deed = deedWithoutObject(subjects, items, verb, { start, end });
  if (deed !== null) return [deed];
  const cut = fieldsFrom(items, verb);
  const told = RECORDING.has(verb) ? takeMeasures(items.at(-1)) : [];
  const further = items.slice(cut).filter(isFurtherThing);
  const targets = [...items.slice(0, cut), ...further];
  const fields = [...items.slice(cut).filter((item) => !further.includes(item)), ...told];
  const [field] = fields;
  const [target] = targets;
  if (isDeedWithMeasures(subjects, targets, fields, verb) && target !== undefined) {
    const told = {
      ...target,
      children: fields.map((each) => ({ ...each, isGiven: true as const })),
    };
    const how = { optional, strong, many, verb };
    return [{ kind: 'belongs', subjects, targets: [told], ...how, start, end }];
  }
  const made: Statement[] = [
    {
      kind: 'belongs',
      subjects,
      targets,
      optional,
      strong,
      many,
      verb,
      start,
      end: targets.at(-1)?.end ?? end,
    },
  ];
  if (field !== undefined)
    made.push({ kind: 'has', subjects, items: fields, optional: false, start: field.start, end });
  return made;
}

/** "vendors are booked for markets at an agreed price": the price is that of each booking. */
function isDeedWithMeasures(
  [subject, second]: readonly Noun[],
  [target, more]: readonly Item[],
  fields: readonly Item[],
  verb: string,
): boolean {
  const isBetweenMany =
    subject?.plural === true &&
    second === undefined &&
    target?.noun.plural === true &&
    more === undefined &&
    target.children.length === 0;
  const areMeasures =
    fields.length > 0 && fields.every(({ noun }) => isMeasureWord(noun.words.at(-1) ?? ''));
  return isBetweenMany && areMeasures && DEED_NOUNS.has(infinitiveOf(verb));
}

/** "on a weekday, in a pool, by a trainer": a thing among the values. */
function isFurtherThing({ noun, determiner, quantity, qualities }: Item): boolean {
  const isCounted = /^(a|an)$/.test(determiner ?? '') || quantity === 'one';
  const isPlain = Object.keys(qualities).length === 0 && !noun.plural;
  return isCounted && isPlain && noun.words.length < 3 && !isValueWord(noun.words.at(-1) ?? '');
}
