import { type Field, type FieldType, LEAST_FILE_BYTES, RATING_MAX } from '@quantumlayer/contracts';
import type { SourceField } from '../source-model.ts';
import { fitDefault } from './fit-default.ts';

type Sound = { field: Omit<Field, 'name'>; assumptions: string[]; questions: string[] };

const NUMBERS: ReadonlySet<FieldType> = new Set(['integer', 'decimal', 'money', 'percentage']);
const TEXTS: ReadonlySet<FieldType> = new Set(['string', 'text', 'slug', 'email', 'phone', 'url']);
const INCOMPARABLE: ReadonlySet<FieldType> = new Set([
  'json',
  'multi-choice',
  'geo-point',
  'password',
  'file',
  'image',
]);
/** Types with a form of their own, and how much room it needs at least. */
const ROOM: ReadonlyMap<FieldType, number> = new Map([
  ['slug', 6],
  ['email', 24],
  ['phone', 12],
  ['url', 30],
]);
const LONGEST_TEXT = 100_000;
/** Of texts with a form, but for addresses of the web. */
const LONGEST_FORM = 254;

/** A field that every rule of the blueprint lets pass; what had to go is said. */
export function soundField({ key: _key, line: _line, ...given }: SourceField): Sound {
  const sound: Sound = { field: { ...given }, assumptions: [], questions: [] };
  soundChoice(sound);
  soundForm(sound);
  soundUpload(sound);
  soundUnique(sound);
  soundBounds(sound);
  soundLengths(sound);
  soundDefault(sound);
  const { description } = sound.field;
  if (description !== undefined) {
    const text = description.replaceAll('\0', '').trim().slice(0, 500).toWellFormed();
    if (text === '') delete sound.field.description;
    else sound.field.description = text;
  }
  return sound;
}

const isValue = (value: string) =>
  value.length > 0 && value.length <= 64 && !value.includes('\0') && value.isWellFormed();

function soundChoice({ field, assumptions }: Sound): void {
  if (field.type !== 'enum' && field.type !== 'multi-choice') {
    delete field.values;
    return;
  }
  const values = [...new Set(field.values ?? [])];
  const least = field.type === 'enum' ? 1 : 2;
  if (values.length >= least && values.length <= 50 && values.every(isValue)) {
    field.values = values;
    return;
  }
  delete field.values;
  assumptions.push(
    values.length > 50
      ? `has ${values.length} values, more than the 50 that a choice can have, so that it is a text`
      : 'has values that no choice can have (empty, or longer than 64 characters), so that it is a text',
  );
  field.type = 'string';
}

function soundForm({ field, assumptions }: Sound): void {
  const room = ROOM.get(field.type);
  if (room === undefined || field.maxLength === undefined || field.maxLength >= room) return;
  assumptions.push(`has only ${field.maxLength} characters, too few for a ${field.type}`);
  field.type = 'string';
}

function soundUpload({ field, assumptions }: Sound): void {
  if (field.type !== 'file' && field.type !== 'image') {
    delete field.maxBytes;
    delete field.mediaTypes;
    return;
  }
  if (field.maxBytes !== undefined && field.maxBytes < LEAST_FILE_BYTES) {
    assumptions.push(`may have ${LEAST_FILE_BYTES} bytes: no file has only ${field.maxBytes}`);
    field.maxBytes = LEAST_FILE_BYTES;
  }
  if (!field.required) return;
  assumptions.push('is put beside the record after it was made, so that it is optional');
  field.required = false;
}

function soundUnique({ field, assumptions }: Sound): void {
  if (!field.unique || !INCOMPARABLE.has(field.type)) return;
  field.unique = false;
  assumptions.push(`is of the type ${field.type}, whose values are not compared: not unique`);
}

const isBound = (value: number, type: FieldType) =>
  type === 'integer'
    ? Number.isSafeInteger(value)
    : /^-?\d{1,15}(\.\d{1,10})?$/.test(String(value));

function soundBounds({ field, assumptions, questions }: Sound): void {
  if (field.type === 'rating') {
    delete field.min;
    if (field.max === RATING_MAX) delete field.max;
    return;
  }
  if (field.type === 'integer') {
    if (field.min !== undefined) field.min = Math.ceil(field.min);
    if (field.max !== undefined) field.max = Math.floor(field.max);
  }
  for (const side of ['min', 'max'] as const) {
    const bound = field[side];
    if (bound === undefined || (NUMBERS.has(field.type) && isBound(bound, field.type))) continue;
    delete field[side];
    assumptions.push(`cannot be bounded by ${bound}, which was left out`);
  }
  const { min = lowest(field), max = highest(field) } = field;
  if (min <= max) return;
  delete field.min;
  delete field.max;
  questions.push(`is bounded by ${min} and ${max}, which nothing meets; both were left out`);
}

const lowest = ({ type }: { type: FieldType }) => (type === 'percentage' ? 0 : -Infinity);
const highest = ({ type }: { type: FieldType }) => (type === 'percentage' ? 100 : Infinity);

function soundLengths({ field, assumptions, questions }: Sound): void {
  const takesLengths = TEXTS.has(field.type);
  const isLong = ['string', 'text', 'url'].includes(field.type);
  const longest = isLong ? LONGEST_TEXT : LONGEST_FORM;
  if (!takesLengths || !isLength(field.minLength)) delete field.minLength;
  if (!takesLengths || !isLength(field.maxLength) || field.maxLength < 1) delete field.maxLength;
  if (field.maxLength !== undefined && field.maxLength > longest) {
    assumptions.push(`has at most ${longest.toLocaleString('en')} characters in the app`);
    delete field.maxLength;
    if (field.type === 'string') field.type = 'text';
    if (isLong) field.maxLength = longest;
  }
  const { minLength = 0, maxLength = longest } = field;
  if (minLength <= maxLength) return;
  delete field.minLength;
  delete field.maxLength;
  questions.push(
    `has ${minLength} to ${maxLength} characters, which nothing meets; both were left out`,
  );
}

function isLength(value: number | undefined): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0;
}

function soundDefault({ field, questions }: Sound): void {
  if (field.default === undefined) return;
  const value = fitDefault(field, field.default);
  if (value !== undefined) {
    field.default = value;
    return;
  }
  const shown = JSON.stringify(field.default).slice(0, 80);
  delete field.default;
  questions.push(`has the default ${shown}, which does not fit; it was left out`);
}
