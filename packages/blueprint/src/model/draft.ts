import type { Field } from '@quantumlayer/contracts';
import type { Noun, Qualities } from '../grammar/statements.ts';
import { isBuiltIn, toEntityName, toFieldName, uniqueName } from '../names.ts';
import { inferType } from './field-types.ts';

export type DraftField = { name: string; words: string[]; qualities: Qualities; start: number };
export type DraftEntity = { name: string; fields: DraftField[]; order: number };

/** One direction of a relation as the prompt says it. */
export type Fact = {
  from: string;
  to: string;
  cardinality: 'one' | 'many' | 'both-many';
  /** `belongs` statements say who holds the key; `habit` ones ("students take courses") give way to a joining entity. */
  source: 'has' | 'belongs' | 'habit' | 'explicit';
  required: boolean;
  exclusive: boolean;
  role: string | null;
  start: number;
  end: number;
};

export type Mark = { start: number; end: number; path: string; meaning: string };
export type Miss = { start: number; end: number; reason: string };

/** Everything gathered while statements are interpreted; entities keep the order of the prompt. */
export type Draft = {
  entities: Map<string, DraftEntity>;
  /** Misspelt names and what they mean. */
  aliases: Map<string, string>;
  /** Names that stand in a relation or have fields. */
  related: Set<string>;
  facts: Fact[];
  marks: Mark[];
  misses: Miss[];
  assumptions: { path: string; text: string }[];
  questions: { path: string; text: string }[];
  /** The entity that was spoken of last. */
  current: string | null;
};

export function createDraft(): Draft {
  return {
    entities: new Map(),
    aliases: new Map(),
    related: new Set(),
    facts: [],
    marks: [],
    misses: [],
    assumptions: [],
    questions: [],
    current: null,
  };
}

export function mark(
  draft: Draft,
  span: { start: number; end: number },
  path: string,
  meaning: string,
): void {
  draft.marks.push({ start: span.start, end: span.end, path, meaning });
}

/** Finds or makes the entity that a noun names; null when nothing usable remains of the name. */
export function ensureEntity(draft: Draft, noun: Noun): DraftEntity | null {
  const name = toEntityName(noun.words);
  if (name === null) return null;
  const found = lookUp(draft, name);
  if (found !== undefined) return found;
  if (draft.entities.size >= MAX_ENTITIES) return null;
  const entity: DraftEntity = { name, fields: [], order: noun.start };
  draft.entities.set(name, entity);
  return entity;
}

/** The entity of that name or of the name it misspells. */
export function lookUp(draft: Draft, name: string | null): DraftEntity | undefined {
  return name === null ? undefined : draft.entities.get(draft.aliases.get(name) ?? name);
}

const MAX_ENTITIES = 100;
const MAX_FIELDS = 100;

/** Adds a field or merges what is newly said about it; false when the entity is full or the name unusable. */
export function addField(
  draft: Draft,
  entity: DraftEntity,
  noun: Noun,
  qualities: Qualities,
  span: { start: number; end: number } = noun,
): boolean {
  const words = fieldWords(noun.words);
  const name = toFieldName(words);
  if (name === null) return false;
  const path = `${entity.name}.${name}`;
  if (isBuiltIn(name)) {
    mark(draft, span, path, `${name} is built in: every entity has it`);
    return true;
  }
  const existing = entity.fields.find((field) => field.name === name);
  if (existing !== undefined) {
    mergeQualities(draft, path, existing, qualities);
  } else {
    if (entity.fields.length >= MAX_FIELDS) return false;
    entity.fields.push({ name, words, qualities: { ...qualities }, start: noun.start });
  }
  mark(draft, span, path, `field ${name} of ${entity.name}`);
  return true;
}

const TYPE_TAILS = new Set([
  'timestamp',
  'datetime',
  'flag',
  'boolean',
  'field',
  'string',
  'integer',
  'decimal',
]);

/** "recorded at timestamp" and "active flag": the last word is the type, not the name. */
function fieldWords(words: readonly string[]): string[] {
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (words.length > 1 && TYPE_TAILS.has(last) && before !== 'to') return words.slice(0, -1);
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
  if (words.length < 2) return {};
  const last = words.at(-1);
  if (last === 'flag' || last === 'boolean') return { type: 'boolean' };
  if (last === 'timestamp' || last === 'datetime') return { type: 'datetime' };
  if (last === 'time' && words.at(-2) === 'at') return { type: 'datetime' };
  return {};
}

function mergeQualities(draft: Draft, path: string, field: DraftField, next: Qualities): void {
  const old = field.qualities;
  if (old.values && next.values && old.values.join('|') !== next.values.join('|')) {
    draft.questions.push({
      path,
      text: `${path} is given two lists of values (${old.values.join(', ')} and ${next.values.join(', ')}). Which one holds? The later one was taken.`,
    });
  }
  if ((old.optional && next.required) || (old.required && next.optional)) {
    draft.questions.push({
      path,
      text: `${path} is called both optional and required. Which one holds? Required was taken.`,
    });
    next = { ...next, required: true, optional: false };
  }
  Object.assign(old, next);
}

/** The finished field: type, bounds and lengths made consistent with each other. */
export function finishField(draft: Draft, entity: DraftEntity, draftField: DraftField): Field {
  const { name, words, qualities } = draftField;
  const path = `${entity.name}.${name}`;
  if (qualities.optional && qualities.required) {
    draft.questions.push({
      path,
      text: `${path} is called both optional and required. Which one holds? Required was taken.`,
    });
  }
  const hasUnit = entity.fields.some((field) => field.name === 'unit');
  const inferred = inferType(words, qualities);
  const isWorth =
    name === 'value' &&
    inferred === 'decimal' &&
    /(Deal|Opportunity|Contract|Asset|Property|Coupon|Voucher|Lead|Quote|Estimate)$/.test(
      entity.name,
    );
  const type = isWorth
    ? 'money'
    : inferred === 'money' && words.at(-1) === 'amount' && hasUnit
      ? 'decimal'
      : inferred;
  const required = qualities.required === true || qualities.optional !== true;
  const base: Field = { name, type, required, unique: qualities.unique === true };
  if (qualities.unit !== undefined) base.description = `In ${qualities.unit}.`;
  if (type === 'enum') base.values = enumValues(qualities.values ?? []);
  return withDefault(draft, path, withBounds(draft, path, base, qualities), qualities);
}

function enumValues(values: readonly string[]): string[] {
  const unique: string[] = [];
  for (const value of values) {
    const clean = value.replace(/\s+/g, ' ').trim().slice(0, 64);
    if (clean !== '' && !unique.includes(clean)) unique.push(clean);
  }
  return unique.length > 0 ? unique : ['other'];
}

const NUMBERS = new Set(['integer', 'decimal', 'money', 'percentage', 'duration']);
const TEXTS = new Set(['string', 'text', 'slug', 'email', 'phone', 'url']);

function withBounds(draft: Draft, path: string, field: Field, qualities: Qualities): Field {
  const step = field.type === 'integer' || field.type === 'duration' ? 1 : 0.01;
  let min =
    qualities.min ?? (qualities.above === undefined ? undefined : round(qualities.above + step));
  let max =
    qualities.max ?? (qualities.below === undefined ? undefined : round(qualities.below - step));
  let { minLength, maxLength } = qualities;
  if (min !== undefined && max !== undefined && min > max) {
    draft.questions.push({
      path,
      text: `${path} is bounded by ${min} and ${max}, which nothing meets. Both bounds were left out.`,
    });
    min = undefined;
    max = undefined;
  }
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength) {
    draft.questions.push({
      path,
      text: `${path} must be at least ${minLength} and at most ${maxLength} characters long, which nothing meets. Both were left out.`,
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

function isLength(value: number | undefined): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0 && value <= 1_000_000;
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
  if (field.type === 'enum')
    return field.values?.find((value) => value.toLowerCase() === String(given).toLowerCase());
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

export { uniqueName };
