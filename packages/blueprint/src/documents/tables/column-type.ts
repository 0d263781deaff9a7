import type { FieldType } from '@quantumlayer/contracts';
import { inferType } from '../../model/field-types.ts';
import { wordsOf } from '../assemble/words.ts';
import { kindOfType } from './column-kinds.ts';
import type { ColumnType } from './tables.ts';

/** What a column's type becomes; `note` says where that is not the same. */
export type TypedColumn = {
  type: FieldType;
  values?: string[];
  min?: number;
  max?: number;
  maxLength?: number;
  maxBytes?: number;
  note?: string;
  /** Parts of the type that no value of the app keeps to. */
  lost?: { what: string; why: string }[];
};

/** Longer ones are shown as a block of text. */
const MOST_OF_LINE = 1_000;
const SAFE = Number.MAX_SAFE_INTEGER;

/** The field type of a column from its type and, where the type says little, from its name. Null: nothing to keep. */
export function readColumnType(name: string, type: ColumnType): TypedColumn | null {
  const typed = typeOf(name, type);
  const lost = lostOfType(type);
  return typed === null || lost.length === 0 ? typed : { ...typed, lost };
}

function typeOf(name: string, type: ColumnType): TypedColumn | null {
  const kind = kindOfType(type.name);
  const { is, values } = type;
  if (is !== undefined) return { type: is, ...(values === undefined ? {} : { values }) };
  if (type.isArray) return readArray(type);
  switch (kind) {
    case 'string':
    case 'text':
      return readText(name, type, kind);
    case 'enum':
      return { type: 'enum', values: type.values ?? [] };
    case 'set':
      return readSet(type);
    case 'integer':
    case 'bigint':
      return readInteger(type, kind);
    case 'decimal':
    case 'money':
      return readDecimal(name, type);
    case 'float':
      return {
        ...readDecimal(name, { ...type, args: [] }),
        note: 'is a binary fraction in the document and an exact decimal in the app',
      };
    case 'bits':
      return type.args[0] === undefined || type.args[0] === 1
        ? { type: 'boolean' }
        : { type: 'string', maxLength: type.args[0], note: 'holds bits and is a text in the app' };
    case 'bytes':
      return readBytes(name, type);
    case 'point':
      return { type: 'geo-point' };
    case 'shape':
      return { type: 'json', note: 'is a shape, which the app keeps as JSON' };
    case 'range':
      return { type: 'json', note: 'is a range, which the app keeps as JSON' };
    case 'search':
      return null;
    case 'unknown':
      return readUnknown(name, type);
    default:
      return { type: kind };
  }
}

function readText(name: string, { name: base, args, isAnyText }: ColumnType, kind: string) {
  const [length] = args;
  const found = readTextName(name, base, length);
  if (found !== null) return found;
  const most = length ?? (base === 'tinytext' ? 255 : undefined);
  const bounded = most === undefined ? {} : { maxLength: most };
  const inferred = inferByName(name);
  if (['email', 'phone', 'url', 'slug'].includes(inferred)) return { type: inferred, ...bounded };
  const isLong =
    (length ?? 0) > MOST_OF_LINE ||
    (length === undefined && (inferred === 'text' || (kind === 'text' && isAnyText !== true)));
  return { type: isLong ? ('text' as const) : ('string' as const), ...bounded };
}

/** Texts whose name and size say what they hold. */
function readTextName(name: string, base: string, length: number | undefined): TypedColumn | null {
  const words = wordsOf(name).join(' ');
  if (/(^| )((password|passwd|pwd)( (hash|digest))?|(user|login|account|admin) pass)$/.test(words))
    return {
      type: 'password',
      note: 'is a password: the app takes it, hashes it and never shows it; hashes of the document are not taken over',
    };
  if (length === 2 && /(^| )country( code)?$/.test(words)) return { type: 'country' };
  if (length === 7 && /(^| )colou?r$/.test(words)) return { type: 'colour' };
  return length === 36 && ['char', 'character', 'bpchar'].includes(base) ? { type: 'uuid' } : null;
}

/** What the name alone says; a column can be called anything. */
export function inferByName(name: string): FieldType {
  const words = wordsOf(name);
  return words.length === 0 ? 'string' : inferType(words, {});
}

function readSet({ values = [] }: ColumnType): TypedColumn {
  return values.length === 1 ? { type: 'enum', values } : { type: 'multi-choice', values };
}

function readArray(type: ColumnType): TypedColumn {
  const { values = [] } = type;
  return values.length > 1
    ? { type: 'multi-choice', values }
    : { type: 'json', note: `is a list of ${labelOf(type)}, which the app keeps as JSON` };
}

/** Whole numbers that are narrower than those of the app, by their type. */
const NARROW: ReadonlyMap<string, number> = new Map([
  ['tinyint', 128],
  ['int1', 128],
  ['smallint', 32_768],
  ['int2', 32_768],
  ['smallserial', 32_768],
  ['mediumint', 8_388_608],
  ['int3', 8_388_608],
]);

function readInteger({ name, args, isUnsigned, isAnyText }: ColumnType, kind: string): TypedColumn {
  if (name === 'tinyint' && args[0] === 1) return { type: 'boolean' };
  if (name === 'year') return { type: 'integer', min: 1901, max: 2155 };
  if (kind === 'bigint') return { type: 'integer', min: isUnsigned ? 0 : -SAFE, max: SAFE };
  const half = isAnyText === true ? undefined : NARROW.get(name);
  if (half !== undefined)
    return isUnsigned
      ? { type: 'integer', min: 0, max: 2 * half - 1 }
      : { type: 'integer', min: -half, max: half - 1 };
  if (!isUnsigned) return { type: 'integer' };
  const isWide = name === 'int' || name === 'integer';
  return { type: 'integer', min: 0, ...(isWide ? { max: 4_294_967_295 } : {}) };
}

const isRate = (name: string) =>
  /(^| )(percent|percentage|pct)$|(^| )(tax|vat|discount|commission) rate$/.test(
    wordsOf(name).join(' '),
  );

function readDecimal(name: string, type: ColumnType): TypedColumn {
  const { name: base, args, isUnsigned } = type;
  const [precision, scale = args.length === 0 ? undefined : 0] = args;
  const bound = boundsOf(type);
  if (['money', 'smallmoney'].includes(base)) return { type: 'money', ...bound };
  if (scale === 0 && precision !== undefined && precision <= 15)
    return precision <= 9 || bound.max !== undefined
      ? { type: 'integer', ...bound }
      : { type: 'integer', min: isUnsigned ? 0 : -SAFE, max: SAFE };
  if (scale !== undefined && scale <= 2) {
    if (isRate(name)) return { type: 'percentage' };
    if (inferByName(name) === 'money') return { type: 'money', ...bound };
  }
  return {
    type: 'decimal',
    ...bound,
    ...(scale !== undefined && scale > 6
      ? { note: `has ${scale} decimals, of which the app keeps 6` }
      : {}),
  };
}

/** `numeric(5, 2)` goes from -999.99 to 999.99; of wider ones than doubles are exact for, the app keeps 15 digits. */
function boundsOf({ args, isUnsigned, isAnyText }: ColumnType): { min?: number; max?: number } {
  const [precision, scale = 0] = args;
  const isNarrow = precision !== undefined && scale >= 0 && scale <= precision && precision <= 15;
  if (!isNarrow || isAnyText === true) return isUnsigned ? { min: 0 } : {};
  const max = Number(`${10n ** BigInt(precision) - 1n}e-${scale}`);
  return { min: isUnsigned ? 0 : -max, max };
}

/** Fewer bytes are a key, a digest or an address, and no file. */
const LEAST_OF_FILE = 256;

function readBytes(name: string, { name: base, args }: ColumnType): TypedColumn {
  const [maxBytes] = args;
  if (base === 'binary' && args[0] === 16)
    return { type: 'uuid', note: 'holds the 16 bytes of a UUID, which is one in the app' };
  if (maxBytes !== undefined && maxBytes < LEAST_OF_FILE && /^(var)?binary$/.test(base))
    return (
      readTextName(name, base, undefined) ?? {
        type: 'string',
        maxLength: Math.max(2 * maxBytes, 1),
        note: `holds ${maxBytes} bytes, which the app keeps as a text of two digits for each`,
      }
    );
  const isImage =
    base === 'image-blob' ||
    inferByName(name) === 'image' ||
    /(^| )(avatar|logo|thumbnail|icon)$/.test(wordsOf(name).join(' '));
  return { type: isImage ? 'image' : 'file', ...(maxBytes === undefined ? {} : { maxBytes }) };
}

/** SQLite takes any word as a type and judges it by its parts. */
function readUnknown(name: string, type: ColumnType): TypedColumn {
  const { name: base, args } = type;
  const note = `is of the type ${base.slice(0, 40) || 'of any value'}, which is not known; it is a text in the app`;
  if (/\b(u|big|small|medium|tiny)?int(eger)?\d*\b/.test(base)) return { type: 'integer' };
  if (/char|clob|text/.test(base)) return readText(name, { ...type, isAnyText: true }, 'text');
  if (/\b(real|floa|doub|dec|num)/.test(base)) return readDecimal(name, { ...type, args });
  return { type: 'string', note };
}

/** `varchar(20)` */
export function labelOf({ name, args }: Pick<ColumnType, 'name' | 'args'>): string {
  return args.length === 0 ? name : `${name}(${args.join(', ')})`;
}

/** Texts of a form that no type of the app has. */
const FORMS = new Set(['macaddr', 'macaddr8', 'ltree', 'xml', 'hstore']);
/** Decimals of a second that the app keeps. */
const KEPT: Readonly<Record<string, number>> = { datetime: 3, time: 0 };
const ZONED = new Set(['timetz', 'time with time zone']);

function lostOfType(type: ColumnType): { what: string; why: string }[] {
  const { name, args } = type;
  const kind = kindOfType(name);
  const label = labelOf(type);
  const lost = (what: string, why: string) => [{ what: `${what} ${label}`, why }];
  const isMoment = kind === 'time' || kind === 'datetime' || kind === 'duration';
  return [
    ...(FORMS.has(name)
      ? lost(
          'form',
          'No type of the app has this form: it is kept as a text (or JSON) and not checked.',
        )
      : []),
    ...(name === 'cidr'
      ? lost(
          'network',
          'The app takes an address with a prefix whose last bits are those of a host.',
        )
      : []),
    ...(name === 'citext'
      ? lost('case of', 'Texts that differ in their case are two values.')
      : []),
    ...(ZONED.has(name) ? lost('zone of', 'A time of day has no zone in the app.') : []),
    ...(isMoment && args.length > 0 && args[0] !== KEPT[kind]
      ? lost('precision', 'Moments are kept to the millisecond, times and durations to the second.')
      : []),
    ...(kind === 'float' && args.length > 0
      ? lost('precision', 'Numbers are exact in the app and are not rounded.')
      : []),
    ...(kind === 'point' && args.length > 0
      ? lost('reference system', 'Places are degrees of latitude and longitude (WGS 84).')
      : []),
  ];
}
