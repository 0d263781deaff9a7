import { type Item, itemOf, type Noun, type Statement } from '../grammar/statements.ts';
import { ADDING_VERBS, AUTHORING } from '../lexicon/predicates.ts';
import { headOf, isGenericActor, looksLikeValue } from './kinds.ts';

type Acts = Extract<Statement, { kind: 'acts' }>;

const RATING_VERBS = new Set(['rate', 'score', 'grade', 'review', 'evaluate']);
const NAMES: Record<string, string> = {
  evaluate: 'evaluation',
  score: 'score',
  grade: 'grade',
  review: 'review',
};

/** "Members rate games from 1 to 10 with a comment": what is given with the deed is kept about each time it is done. */
export function recordRatings(statements: readonly Statement[]): Statement[] {
  const kept = keptUsers(statements);
  return statements.flatMap((statement) => {
    if (statement.kind !== 'acts') return [statement];
    if (!RATING_VERBS.has(statement.verb)) return [statement, ...recordLeft(statement)];
    const [item, ...others] = withoutScale(statement.items);
    if (item === undefined || !others.every(isSaidWithRating)) return [statement];
    const said = others.map((other) => ({ ...other, belongsTo: [] }));
    return recordRating(statement, { ...item, children: [...item.children, ...said] }, kept);
  });
}

/** "rate orders on a scale of 1-10": the bounds are those of the rating. */
function withoutScale(items: readonly Item[]): readonly Item[] {
  const [item, ...others] = items;
  const scale = others.find(({ noun }) => headOf(noun) === 'scale');
  if (item === undefined || scale?.qualities.max === undefined) return items;
  const qualities = { ...item.qualities, ...scale.qualities };
  return [
    { ...item, qualities, end: Math.max(item.end, scale.end) },
    ...others.filter((other) => other !== scale),
  ];
}

/** "Users have a nickname", "users publish recipes": anybody in general, of whom something is kept. */
function keptUsers(statements: readonly Statement[]): ReadonlySet<string> {
  const told = statements.flatMap((statement) => {
    if (statement.kind === 'has' && statement.items.length > 0) return statement.subjects;
    if (statement.kind !== 'acts' || statement.modal || !AUTHORING.has(statement.verb)) return [];
    return statement.subjects;
  });
  return new Set(told.filter(({ words }) => /^users?$/.test(words.at(-1) ?? '')).map(headOf));
}

/** "rate it from 1 to 5 with an optional review". */
function isSaidWithRating({ noun, indefinite }: Item): boolean {
  return looksLikeValue(noun) || (indefinite && /^(review|comment|remark)$/.test(headOf(noun)));
}

/**
 * "may leave a rating between 1 and 5 for a trip", "leaves a review, 1-5 stars plus a comment": the rating has a value, a
 * giver and what it is about.
 */
function recordLeft({ subjects, verb, items }: Acts): Statement[] {
  const [item, ...others] = items;
  const { min, max } = item?.qualities ?? {};
  const isGiven = ADDING_VERBS.has(verb) || ['give', 'add', 'make'].includes(verb);
  const isRating = ['rating', 'score', 'review', 'grade'].includes(item?.noun.words.at(-1) ?? '');
  const isScored = min !== undefined && max !== undefined;
  const isTold = others.length > 0 && others.every(({ noun }) => looksLikeValue(noun));
  if (item === undefined || !isGiven || !isRating || !(isScored || isTold)) return [];
  const { noun, start, end } = item;
  const value = itemOf({ ...noun, words: ['value'] });
  const scored = isScored ? [{ ...value, qualities: { min, max, ...wholeNumber(min, max) } }] : [];
  const values = isTold ? [...scored, ...others] : scored;
  const actors = subjects.filter((subject) => !isGenericActor(subject)).map(itemOf);
  const targets = [...actors, ...item.belongsTo];
  const belongs = { optional: false, strong: true, many: false, start, end };
  return [
    { kind: 'has', subjects: [noun], items: values, optional: false, start, end },
    { kind: 'belongs', subjects: [noun], targets, ...belongs },
  ];
}

function wholeNumber(min: number, max: number): { type?: 'integer' | 'rating' } {
  if (!Number.isInteger(min) || !Number.isInteger(max)) return {};
  return { type: min === 1 ? 'rating' : 'integer' };
}

function recordRating(statement: Acts, item: Item, kept: ReadonlySet<string>): Statement[] {
  const { min, max } = item.qualities;
  const isScored = min !== undefined && max !== undefined;
  const parts = item.children.filter((child) => looksLikeValue(child.noun) || child.indefinite);
  if (!isScored && (parts.length === 0 || parts.length < item.children.length)) return [statement];
  const { start, end } = item;
  const actors = statement.subjects.filter(
    (subject) => !isGenericActor(subject) || kept.has(headOf(subject)),
  );
  if (actors.length === 0 && parts.length === 0) return [statement];
  const rating: Noun = { words: [NAMES[statement.verb] ?? 'rating'], plural: false, start, end };
  const score = itemOf({ ...rating, words: ['value'] });
  const items = [
    ...(isScored ? [{ ...score, qualities: { ...item.qualities, ...wholeNumber(min, max) } }] : []),
    ...item.children,
  ];
  const rated = itemOf(item.noun);
  return [
    { kind: 'has', subjects: [rating], items, optional: false, start, end },
    {
      kind: 'belongs',
      subjects: [rating],
      targets: [...actors.map(itemOf), rated],
      optional: false,
      strong: true,
      many: false,
      verb: statement.verb,
      start: statement.start,
      end,
    },
  ];
}
