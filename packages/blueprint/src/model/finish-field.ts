import { type Field, RATING_MAX } from '@quantumlayer/contracts';
import {
  betweenBounds,
  betweenLengths,
  defaultOf,
  optionalOrRequired,
  scaleUpTo,
} from '../answers.ts';
import type { Qualities } from '../grammar/statements.ts';
import type { Draft, DraftEntity, DraftField } from './draft.ts';
import { inferType } from './field-types.ts';
import { finishUpload } from './finish-upload.ts';
import { areCounted } from './rating-names.ts';

/** Where a position is a job and no place in an order. */
const JOBS =
  /(Player|Employee|Candidate|Staff|Member|Person|Contact|Applicant|Application|Job|Worker|Athlete|Politician|Vacancy|Employment|Contract|Opening|Hire|Referee|Official|Delegate|Volunteer|Offer)$/;

/** What is counted one after the other: its number is a place in that order. */
const COUNTED = /(Week|Round|Chapter|Season|Episode|Lap|Step|Page|Floor|Level)$/;

function isAboutJobs(word: string): boolean {
  return /^(salary|wage|employer|hire|hired|resume|cv|job|recruiter|department|firstname|email)$/.test(
    word,
  );
}

const NUMBERS = new Set(['integer', 'decimal', 'money', 'percentage', 'duration']);

const TEXTS = new Set(['string', 'text', 'slug', 'email', 'phone', 'url', 'password']);

/** The finished field: type, bounds and lengths made consistent with each other. */
export function finishField(draft: Draft, entity: DraftEntity, draftField: DraftField): Field {
  const { name, words, qualities } = draftField;
  const path = `${entity.name}.${name}`;
  if (qualities.optional && qualities.required) {
    draft.questions.push({
      path,
      text: `${path} is called both optional and required. Which one holds? Required was taken.`,
      answers: optionalOrRequired(entity.name, name),
    });
  }
  const hasUnit =
    entity.fields.some((field) => field.name === 'unit') || isOfSubstance(draft, entity);
  const isCount = name === 'stars' && areCounted(entity.fields.map((field) => field.name));
  const inferred = isCount ? 'integer' : inferType(words, qualities);
  const isWorth =
    name === 'value' &&
    inferred === 'decimal' &&
    /(Deal|Opportunity|Contract|Asset|Property|Coupon|Voucher|Lead|Quote|Estimate)$/.test(
      entity.name,
    );
  const isJob =
    name === 'position' &&
    inferred === 'integer' &&
    Object.keys(qualities).length === 0 &&
    (JOBS.test(entity.name) || entity.fields.some(({ words }) => words.some(isAboutJobs)));
  const isOrdinal = name === 'number' && inferred === 'string' && COUNTED.test(entity.name);
  const isPeriod = isEndOfPeriod(entity, draftField) && ['string', 'integer'].includes(inferred);
  const type = isPeriod
    ? 'datetime'
    : /^date/.test(inferred) && isTimeOfDate(entity, draftField)
      ? 'time'
      : isJob
        ? 'string'
        : isOrdinal
          ? 'integer'
          : isWorth
            ? 'money'
            : inferred === 'money' && words.at(-1) === 'amount' && hasUnit
              ? 'decimal'
              : inferred;
  if (type === 'file' || type === 'image') return finishUpload(draft, path, draftField, type);
  const required = qualities.required === true || qualities.optional !== true;
  const base: Field = { name, type, required, unique: qualities.unique === true };
  if (qualities.unit !== undefined) base.description = `In ${qualities.unit}.`;
  if (type === 'enum' || type === 'multi-choice') base.values = enumValues(qualities.values ?? []);
  return withDefault(draft, path, withBounds(draft, path, base, qualities), qualities);
}

const PERIODS = [
  ['start', 'end'],
  ['begin', 'end'],
  ['starts', 'ends'],
  ['opens', 'closes'],
];

const SUBSTANCES = /(Ingredient|Feeding(Log)?|Watering(Log)?|Dose|Dosage|Component|Material)$/;

/** "recipes: beer, ingredient, amount": so much of it, and no money. */
function isOfSubstance({ facts }: Draft, { name }: DraftEntity): boolean {
  return (
    SUBSTANCES.test(name) ||
    facts.some(({ from, to }) => from === name && to.endsWith('Ingredient'))
  );
}

/** "a date, a start time and an end time", "date, from, to": the day is told apart. */
function isTimeOfDate(entity: DraftEntity, { words, qualities }: DraftField): boolean {
  const isTime = words.length === 2 && words[1] === 'time' && qualities.type === undefined;
  const isEnd =
    words.length === 1 &&
    /^(from|to|until|till)$/.test(words[0] ?? '') &&
    qualities.type === undefined;
  return (isTime || isEnd) && entity.fields.some(({ name }) => name === 'date' || name === 'day');
}

/** "a start and an end" of something are moments. */
function isEndOfPeriod(entity: DraftEntity, { name, qualities }: DraftField): boolean {
  const names = new Set(entity.fields.map((field) => field.name));
  return (
    Object.keys(qualities).every((quality) => quality === 'optional') &&
    PERIODS.some((period) => period.includes(name) && period.every((each) => names.has(each)))
  );
}

function enumValues(values: readonly string[]): string[] {
  const unique: string[] = [];
  for (const value of values) {
    const clean = value.replace(/\s+/g, ' ').trim().slice(0, 64);
    if (clean !== '' && !unique.includes(clean)) unique.push(clean);
  }
  return unique.length > 0 ? unique : ['other'];
}

function withBounds(draft: Draft, path: string, field: Field, qualities: Qualities): Field {
  const step = field.type === 'integer' || field.type === 'duration' ? 1 : 0.01;
  let min =
    qualities.min ?? (qualities.above === undefined ? undefined : round(qualities.above + step));
  let max =
    qualities.max ??
    qualities.outOf ??
    (qualities.below === undefined ? undefined : round(qualities.below - step));
  let { minLength, maxLength } = qualities;
  if (field.type === 'rating')
    return withAssumedScale(draft, path, withScale(field, min, max), max);
  if (qualities.outOf !== undefined) min ??= 0;
  if (min !== undefined && max !== undefined && min > max) {
    draft.questions.push({
      path,
      text: `${path} is bounded by ${min} and ${max}, which nothing meets. Both bounds were left out.`,
      answers: betweenBounds(...partsOf(path)),
    });
    min = undefined;
    max = undefined;
  }
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength) {
    draft.questions.push({
      path,
      text: `${path} must be at least ${minLength} and at most ${maxLength} characters long, which nothing meets. Both were left out.`,
      answers: betweenLengths(...partsOf(path)),
    });
    minLength = undefined;
    maxLength = undefined;
  }
  const result = { ...field };
  if (NUMBERS.has(field.type)) {
    if (min !== undefined && Number.isFinite(min)) result.min = min;
    if (max !== undefined && Number.isFinite(max)) result.max = max;
  }
  if (TEXTS.has(field.type)) {
    if (isLength(minLength)) result.minLength = minLength;
    if (isLength(maxLength)) result.maxLength = Math.max(1, maxLength);
  }
  return result;
}

/** "a rating", and not how far it goes. */
function withAssumedScale(draft: Draft, path: string, field: Field, max?: number): Field {
  if (max !== undefined) return field;
  const [entity, name] = partsOf(path);
  draft.assumptions.push({
    path,
    text: `The prompt does not say how far ${path} goes; it is a whole number from 1 to ${RATING_MAX}.`,
    answers: scaleUpTo(entity, name, 10),
  });
  return field;
}

/** Only 1 to a whole number is a rating; what is said to go elsewhere is a number with these bounds. */
function withScale(field: Field, min = 1, max = RATING_MAX): Field {
  if (min === 1 && Number.isInteger(max) && max >= 2 && max <= 100) {
    return max === RATING_MAX ? field : { ...field, max };
  }
  const isWhole = Number.isInteger(min) && Number.isInteger(max);
  return { ...field, type: isWhole ? 'integer' : 'decimal', min, max };
}

function isLength(value: number | undefined): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0 && value <= 1_000_000;
}

function partsOf(path: string): [entity: string, field: string] {
  const [entity = '', field = ''] = path.split('.');
  return [entity, field];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function withDefault(draft: Draft, path: string, field: Field, qualities: Qualities): Field {
  const given = qualities.default;
  if (given === undefined) return field;
  const value = fitDefault(field, given);
  if (value === undefined) {
    draft.questions.push({
      path,
      text: `The default ${JSON.stringify(given)} does not fit ${path} (${field.type}). It was left out.`,
      answers: defaultOf(partsOf(path)[0], field),
    });
    return field;
  }
  return { ...field, default: value };
}

function fitDefault(
  field: Field,
  given: string | number | boolean,
): string | number | boolean | undefined {
  if (field.type === 'boolean')
    return typeof given === 'boolean'
      ? given
      : { yes: true, no: false, on: true, off: false, '1': true, '0': false }[
          String(given).toLowerCase()
        ];
  if (field.type === 'enum' || field.type === 'multi-choice')
    return field.values?.find((value) => value.toLowerCase() === String(given).toLowerCase());
  if (field.type === 'rating')
    return fitDefault({ min: 1, max: RATING_MAX, ...field, type: 'integer' }, given);
  if (NUMBERS.has(field.type))
    return typeof given === 'number' && inside(given, field) ? given : undefined;
  if (field.type === 'string' || field.type === 'text')
    return typeof given === 'boolean' ? undefined : String(given);
  return undefined;
}

function inside(value: number, field: Field): boolean {
  return (
    (field.min === undefined || value >= field.min) &&
    (field.max === undefined || value <= field.max) &&
    (field.type !== 'integer' || Number.isInteger(value)) &&
    field.type !== 'duration'
  );
}
