import { oneOfLists, optionalOrRequired } from '../answers.ts';
import type { Noun, Qualities } from '../grammar/statements.ts';
import { TYPE_PHRASES } from '../lexicon/types.ts';
import { words } from '../lexicon/words.ts';
import { isBuiltIn, toFieldName } from '../names.ts';
import { type Draft, type DraftEntity, type DraftField, mark } from './draft.ts';

const MAX_FIELDS = 100;

/** Adds a field or merges what is newly said about it; false when the entity is full or the name unusable. */
export function addField(
  draft: Draft,
  entity: DraftEntity,
  noun: Noun,
  said: Qualities,
  span: { start: number; end: number } = noun,
): boolean {
  const words = fieldWords(noun.words);
  const qualities = isLasting(words, said) ? withoutLength(said) : said;
  const name = toFieldName(words);
  if (name === null) return false;
  const path = `${entity.name}.${name}`;
  if (qualities.uniqueWithin !== undefined)
    draft.misses.push({
      ...qualities.uniqueWithin,
      reason: 'it is not told that it belongs to that',
      isFirm: true,
      within: { entity: entity.name, field: name },
    });
  if (isBuiltIn(name)) {
    mark(draft, span, path, `${name} is built in: every entity has it`);
    return true;
  }
  const existing = entity.fields.find((field) => field.name === name);
  if (existing !== undefined) {
    mergeQualities(draft, path, existing, qualities, noun.start >= draft.decidedFrom);
  } else {
    if (entity.fields.length >= MAX_FIELDS) return false;
    entity.fields.push({ name, words, qualities: { ...qualities }, start: noun.start });
  }
  mark(draft, span, path, `field ${name} of ${entity.name}`);
  return true;
}

const TIME_UNITS = /^(minute|hour|day|week|month|year)s?$/;

/** "due date, max 14 days": how long something may last bounds no date. */
function isLasting(words: readonly string[], { unit, min, max }: Qualities): boolean {
  const isBound = min !== undefined || max !== undefined;
  return isBound && /^(date|day|on)$/.test(words.at(-1) ?? '') && TIME_UNITS.test(unit ?? '');
}

function withoutLength({ unit: _unit, min: _min, max: _max, ...others }: Qualities): Qualities {
  return others;
}

const TYPE_TAILS = words(
  'timestamp datetime flag boolean bool checkbox field string integer int decimal float uuid',
);

/** "recorded at timestamp" and "active flag": the last word is the type, not the name. */
function fieldWords(words: readonly string[]): string[] {
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  const isNamed = last === 'timestamp' && !/(ed|en|ade)$|^(at|on|sent)$/.test(before);
  if (words.length > 1 && TYPE_TAILS.has(last) && before !== 'to' && !isNamed)
    return words.slice(0, -1);
  const isMoment =
    last === 'time' && before === 'date' && ['at', 'on'].includes(words.at(-3) ?? '');
  if (isMoment && words.length > 3) return words.slice(0, -2);
  if (
    words.length > 2 &&
    ['date', 'time', 'date time'].includes(last) &&
    ['at', 'on'].includes(before)
  )
    return words.slice(0, -1);
  return [...words];
}

/** The type a tail such as "flag" or "timestamp" gives. */
export function tailType(words: readonly string[]): Pick<Qualities, 'type'> {
  const last = words.at(-1) ?? '';
  if (words.length < 2) return {};
  if (last === 'checkbox') return { type: 'boolean' };
  if (words.at(-2) === 'check' && /^(in|out)$/.test(last)) return { type: 'date' };
  if (last === 'time' && words.at(-2) === 'at') return { type: 'datetime' };
  const named = TYPE_PHRASES.find(([phrase]) => phrase === last);
  return named !== undefined && TYPE_TAILS.has(last) ? { type: named[1] } : {};
}

function mergeQualities(
  draft: Draft,
  path: string,
  field: DraftField,
  next: Qualities,
  isDecided: boolean,
): void {
  const old = field.qualities;
  const [entity = '', name = ''] = path.split('.');
  if (isDecided) {
    decide(draft, path, old, next);
    return;
  }
  if (old.values && next.values && old.values.join('|') !== next.values.join('|')) {
    draft.questions.push({
      path,
      text: `${path} is given two lists of values (${old.values.join(', ')} and ${next.values.join(', ')}). Which one holds? The later one was taken.`,
      answers: oneOfLists(entity, name, [old.values, next.values]),
    });
  }
  if ((old.optional && next.required) || (old.required && next.optional)) {
    draft.questions.push({
      path,
      text: `${path} is called both optional and required. Which one holds? Required was taken.`,
      answers: optionalOrRequired(entity, name),
    });
    next = { ...next, required: true, optional: false };
  }
  Object.assign(old, next);
}

/** What was asked about the same qualities before is answered. */
function decide(draft: Draft, path: string, old: Qualities, next: Qualities): void {
  const isKnown = next.optional === true || next.required === true;
  if (isKnown) Object.assign(old, { optional: false, required: false });
  Object.assign(old, next);
  if (isKnown || next.values !== undefined)
    draft.questions = draft.questions.filter((question) => question.path !== path);
}
