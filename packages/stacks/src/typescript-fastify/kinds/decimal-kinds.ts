import type { Field } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../../stack.ts';
import type { FieldKind } from '../field-kind.ts';
import { tsString } from '../text.ts';
import { ordinary } from './common.ts';

const SCALE = { decimal: 6, money: 2, percentage: 2 } as const;
/** Digits before the point that the schema of the app lets through. */
const WHOLE_DIGITS = 15;

type DecimalType = keyof typeof SCALE;

function decimalType({ type }: Field): DecimalType {
  return type === 'money' || type === 'percentage' ? type : 'decimal';
}

/** Digits after the point that a value of the field can have. */
export function scaleOf(field: Field): number {
  const bounds = [field.min, field.max].map((bound) => (bound === undefined ? '' : String(bound)));
  return Math.max(SCALE[decimalType(field)], ...bounds.map(decimalsOf));
}

/** Exact decimals: `numeric` in the database and a string in JSON. */
export function decimalKind(field: Field, path: string): FieldKind {
  const type = decimalType(field);
  const limits = type === 'percentage' ? { min: 0, max: 100 } : {};
  const min = plainNumber(field.min ?? limits.min, path);
  const max = plainNumber(field.max ?? limits.max, path);
  const scale = scaleOf(field);
  const bounds = rangeOf(min, max, scale, path);

  const options = [
    `scale: ${scale}`,
    ...(min === undefined ? [] : [`min: ${tsString(min)}`]),
    ...(max === undefined ? [] : [`max: ${tsString(max)}`]),
  ].join(', ');
  const numericType = type === 'money' ? `numeric(${WHOLE_DIGITS + scale}, ${scale})` : 'numeric';
  const sample = sampleDecimal(bounds, scale, type === 'decimal' ? 1 : SCALE[type]);
  return {
    ...ordinary,
    module: 'decimal',
    imports: ['decimal'],
    schema: `decimal({ ${options} })`,
    builder: 'numeric',
    builderArguments:
      type === 'money' ? `{ precision: ${WHOLE_DIGITS + scale}, scale: ${scale} }` : '',
    sqlType: numericType,
    check: checkOf(min, max),
    filter: 'range',
    ...sample,
    invalid: [
      { what: 'text', value: "'a lot'" },
      { what: 'an exponent', value: "'1e2'" },
      { what: 'too many decimals', value: tsString(`1.${'1'.repeat(scale + 1)}`) },
      ...(min === undefined
        ? []
        : [{ what: 'too small', value: tsString(decimalText(bounds.min - 1n, scale)) }]),
      ...(max === undefined
        ? []
        : [{ what: 'too large', value: tsString(decimalText(bounds.max + 1n, scale)) }]),
    ],
    defaultValue: defaultOf(field, path, scale, bounds),
  };
}

type Range = { min: bigint; max: bigint };

function plainNumber(value: number | undefined, path: string): string | undefined {
  if (value === undefined) return undefined;
  const text = String(value);
  if (/^-?\d{1,15}(\.\d{1,10})?$/.test(text)) return text;
  throw new BlueprintUnsound(path, `${text} cannot bound a decimal number; use at most 15 digits`);
}

const decimalsOf = (text: string | undefined): number => text?.split('.')[1]?.length ?? 0;

/** "1.5" at scale 2 is 150n. */
function toUnits(text: string, scale: number): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}

function decimalText(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function rangeOf(
  min: string | undefined,
  max: string | undefined,
  scale: number,
  path: string,
): Range {
  const widest = 10n ** BigInt(WHOLE_DIGITS + scale) - 1n;
  const range = {
    min: min === undefined ? -widest : toUnits(min, scale),
    max: max === undefined ? widest : toUnits(max, scale),
  };
  if (range.min <= range.max) return range;
  throw new BlueprintUnsound(path, `no number lies from ${min} to ${max}`);
}

/** Whole numbers where the range has them, else steps of the smallest unit. */
function sampleDecimal(
  range: Range,
  scale: number,
  shown: number,
): { sample: string; capacity: number } {
  const one = 10n ** BigInt(scale);
  const lowest = lowestWhole(range, one);
  const first = ((lowest + one - 1n) / one) * one;
  const wholes = first > range.max ? 0n : (range.max - first) / one + 1n;
  if (wholes >= 10n) {
    const span = Number(wholes > MOST_STEPS ? MOST_STEPS : wholes);
    const zeros = shown === 1 ? '.5' : `.${'0'.repeat(shown)}`;
    const tail =
      shown === 1 && first + BigInt(span) * one <= range.max ? zeros : `.${'0'.repeat(shown)}`;
    return { sample: `\`\${${first / one} + (n % ${span})}${tail}\``, capacity: span };
  }
  const start = nearZero(range);
  const span = range.max - start + 1n;
  const capacity = Number(span > MOST_STEPS ? MOST_STEPS : span);
  const expression = `${start}n + BigInt(n % ${capacity})`;
  return { sample: `decimalText(${expression}, ${scale})`, capacity };
}

const MOST_STEPS = 1_000_000n;

/** Examples are worked on: a product of the lowest number that there is would have no room. */
function lowestWhole({ min, max }: Range, one: bigint): bigint {
  if (min > 0n) return min;
  return max > 0n ? one : largest(min, max - 999n * one);
}

function nearZero({ min, max }: Range): bigint {
  return largest(min, max > 0n ? 1n : max - MOST_STEPS + 1n);
}

const largest = (one: bigint, other: bigint) => (one > other ? one : other);

function checkOf(min: string | undefined, max: string | undefined): FieldKind['check'] {
  if (min === undefined && max === undefined) return null;
  return (column) =>
    [
      ...(min === undefined ? [] : [`${column} >= ${min}`]),
      ...(max === undefined ? [] : [`${column} <= ${max}`]),
    ].join(' and ');
}

function defaultOf(field: Field, path: string, scale: number, range: Range) {
  if (field.default === undefined) return null;
  const text = String(field.default);
  const fits = /^-?\d{1,15}(\.\d+)?$/.test(text) && decimalsOf(text) <= scale;
  if (!fits || toUnits(text, scale) < range.min || toUnits(text, scale) > range.max) {
    throw new BlueprintUnsound(
      path,
      `the default ${JSON.stringify(field.default)} is not a valid ${field.type}`,
    );
  }
  return { typescript: tsString(text), sql: text };
}
