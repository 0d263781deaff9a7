import type { FieldType } from '@quantumlayer/contracts';
import { wordsOf } from '../assemble/words.ts';
import { inferByName } from '../tables/column-type.ts';
import type { ColumnType } from '../tables/tables.ts';

/** A value of a sample: what JSON has, or the text of a cell. */
export type Sample = string | number | boolean;

const FORMS: readonly (readonly [FieldType, RegExp])[] = [
  ['uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
  ['datetime', /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?( ?(Z|UTC|[+-]\d\d:?\d\d))?$/],
  ['date', /^(\d{4}[-/]\d\d?[-/]\d\d?|\d\d?[./]\d\d?[./]\d{4})$/],
  ['time', /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/],
  ['duration', /^P(?=[\dT])(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/],
  ['email', /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/],
  ['url', /^https?:\/\/\S+$/i],
  ['colour', /^#[0-9a-f]{6}$/i],
  [
    'money',
    /^([$€£¥]\s?-?\d{1,3}(,?\d{3})*(\.\d\d?)?|-?\d{1,3}([.,]?\d{3})*([.,]\d\d?)?\s?[$€£¥])$/,
  ],
  ['percentage', /^-?\d{1,3}(\.\d\d?)?\s?%$/],
];
/** What a name promises, and what its values have to look like. */
const PROMISES: ReadonlyMap<FieldType, RegExp> = new Map([
  ['email', /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/],
  ['url', /^https?:\/\/\S+$/i],
  ['phone', /^\+?[\d\s()./-]{6,32}$/],
  ['slug', /^[a-z0-9]+(-[a-z0-9]+)*$/],
]);

const INTEGER = /^-?(0|[1-9]\d{0,15})$/;
const DECIMAL = /^-?(0|[1-9]\d{0,14})\.\d{1,10}$/;
const TRUTHS = [/^(true|false)$/i, /^(yes|no)$/i, /^[yn]$/i];
const LONG = 200;
const INT32 = 2_147_483_647;

const base = (name: string, is?: FieldType, values?: string[]): ColumnType => ({
  name,
  args: [],
  isArray: false,
  isUnsigned: false,
  ...(is === undefined ? {} : { is }),
  ...(values === undefined ? {} : { values }),
});

/** The type of a field from all its values that are there. `isText`: numbers are written as text, as in CSV. */
export function inferSampleType(
  name: string,
  values: readonly Sample[],
  isText: boolean,
): ColumnType {
  if (values.length === 0) return base('varchar', 'string');
  if (values.every((value) => typeof value === 'boolean')) return base('boolean', 'boolean');
  const texts = values.map((value) => (isText ? plainNumber(String(value)) : String(value)));
  const isNumbers = values.every((value) => typeof value === 'number');
  if (isNumbers || isText) {
    const number = numberType(name, texts);
    if (number !== null) return number;
  }
  if (isText && TRUTHS.some((form) => texts.every((text) => form.test(text))))
    return base('boolean', 'boolean');
  if (!values.every((value) => typeof value === 'string')) return base('varchar', 'string');
  return textType(name, texts);
}

/** `1.234,50` and `1,234.50` as `1234.50`; anything else as it is. */
function plainNumber(text: string): string {
  if (/^-?(\d+|\d{1,3}(\.\d{3})+),\d{1,2}$/.test(text))
    return text.replaceAll('.', '').replace(',', '.');
  return /^-?\d{1,3}(,\d{3})+\.\d+$/.test(text) ? text.replaceAll(',', '') : text;
}

/** What the app takes instead of values that are written in another way; null where it takes them as they are. */
export function otherForm(is: FieldType | undefined, values: readonly Sample[]): string | null {
  const forms = is === undefined ? undefined : APP_FORMS.get(is);
  if (forms === undefined) return null;
  const isTaken = values.every((value) => typeof value !== 'string' || forms.taken.test(value));
  return isTaken ? null : forms.example;
}

const NUMBER_FORM = { taken: /^-?\d+(\.\d+)?$/, example: '1234.5' };
const APP_FORMS: ReadonlyMap<FieldType, { taken: RegExp; example: string }> = new Map([
  ['date', { taken: /^\d{4}-\d\d-\d\d$/, example: '2024-01-31' }],
  ['boolean', { taken: /^(true|false)$/, example: 'true' }],
  ['integer', NUMBER_FORM],
  ['decimal', NUMBER_FORM],
  ['money', NUMBER_FORM],
  ['percentage', NUMBER_FORM],
]);

function numberType(name: string, texts: readonly string[]): ColumnType | null {
  const isWhole = texts.every((text) => INTEGER.test(text));
  if (!isWhole && !texts.every((text) => INTEGER.test(text) || DECIMAL.test(text))) return null;
  const decimals = Math.max(...texts.map((text) => text.split('.')[1]?.length ?? 0));
  const promised = inferByName(name);
  if (promised === 'money' && decimals <= 2) return base('numeric', 'money');
  const isShare =
    name.includes('%') || /(^| )(percent|percentage|pct)$/.test(wordsOf(name).join(' '));
  if (isShare && decimals <= 2) return base('numeric', 'percentage');
  if (!isWhole) return base('numeric', 'decimal');
  const isWide = texts.some((text) => Math.abs(Number(text)) > INT32);
  return isWide ? base('bigint') : base('integer', 'integer');
}

function textType(name: string, texts: readonly string[]): ColumnType {
  const form = FORMS.find(([, pattern]) => texts.every((text) => pattern.test(text)))?.[0];
  if (form !== undefined) return base(form === 'datetime' ? 'timestamp' : form, form);
  const choices = choicesOf(name, texts);
  if (choices !== null) return base('enum', undefined, choices);
  if (texts.some((text) => text.length > LONG || text.includes('\n'))) return base('text', 'text');
  const promise = PROMISES.get(inferByName(name));
  const isBroken = promise !== undefined && !texts.every((text) => promise.test(text));
  return isBroken ? base('varchar', 'string') : { ...base('varchar'), isAnyText: true };
}

const FEWEST = 6;
const MOST_CHOICES = 12;

/** A few short words that come again and again are a choice. */
function choicesOf(name: string, texts: readonly string[]): string[] | null {
  const distinct = [...new Set(texts)];
  const isShort = distinct.every((text) => text.length <= 30 && !/\d{3}|[.!?]$/.test(text));
  const repeats = distinct.length * 3 <= texts.length;
  const isNamedSo =
    /(^| )(status|state|type|kind|category|role|level|priority|gender|size|unit)$/.test(
      wordsOf(name).join(' '),
    );
  const isRepeated = isNamedSo ? distinct.length * 2 <= texts.length : repeats;
  return texts.length >= FEWEST &&
    distinct.length >= 2 &&
    distinct.length <= MOST_CHOICES &&
    isShort &&
    isRepeated
    ? distinct
    : null;
}
