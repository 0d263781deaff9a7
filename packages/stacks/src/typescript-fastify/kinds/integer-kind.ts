import type { Field } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../../stack.ts';
import type { FieldKind } from '../field-kind.ts';
import { ordinary } from './common.ts';

const INT32 = { min: -2_147_483_648, max: 2_147_483_647 };
const SAFE = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };

/** A 32-bit column, or a 64-bit one held to what JSON numbers carry exactly. */
export function integerKind(field: Field, path: string): FieldKind {
  const wide = (field.min ?? 0) < INT32.min || (field.max ?? 0) > INT32.max;
  const range = wide ? SAFE : INT32;
  const min = Math.max(Math.ceil(field.min ?? range.min), range.min);
  const max = Math.min(Math.floor(field.max ?? range.max), range.max);
  if (min > max)
    throw new BlueprintUnsound(path, `no whole number lies from ${field.min} to ${field.max}`);

  const bounds = `{ min: ${literal(min)}, max: ${literal(max)} }`;
  const first = Math.min(Math.max(1, min), max);
  const span = Math.min(max - first + 1, ordinary.capacity);
  return {
    ...ordinary,
    module: 'integer',
    imports: ['integer', 'queryInteger'],
    schema: `integer(${bounds})`,
    query: `queryInteger(${bounds})`,
    output: 'z.int()',
    builder: wide ? 'bigint' : 'integer',
    builderArguments: wide ? "{ mode: 'number' }" : '',
    sqlType: wide ? 'bigint' : 'integer',
    check: rangeCheck(field, min, max),
    filter: 'range',
    sample: sampleNumber(first, span),
    capacity: span,
    invalid: [
      { what: 'text', value: "'many'" },
      { what: 'a fraction', value: `${min <= 0 && max >= 1 ? '0.5' : `${min}.5`}` },
      ...(min > SAFE.min ? [{ what: 'too small', value: literal(min - 1) }] : []),
      ...(max < SAFE.max ? [{ what: 'too large', value: literal(max + 1) }] : []),
    ],
    defaultValue: defaultOf(field, path, min, max),
  };
}

function sampleNumber(first: number, span: number): string {
  if (span === 1) return literal(first);
  return `${literal(first)} + (n % ${literal(span)})`;
}

function rangeCheck(field: Field, min: number, max: number): FieldKind['check'] {
  const hasMin = field.min !== undefined;
  const hasMax = field.max !== undefined;
  if (!hasMin && !hasMax) return null;
  return (column) =>
    [...(hasMin ? [`${column} >= ${min}`] : []), ...(hasMax ? [`${column} <= ${max}`] : [])].join(
      ' and ',
    );
}

function defaultOf(field: Field, path: string, min: number, max: number) {
  if (field.default === undefined) return null;
  const value = Number(field.default);
  if (!Number.isSafeInteger(value) || value < min || value > max || field.default === '') {
    throw new BlueprintUnsound(
      path,
      `the default ${JSON.stringify(field.default)} is not a whole number from ${min} to ${max}`,
    );
  }
  return { typescript: literal(value), sql: String(value) };
}

/** 2147483647 reads better as 2_147_483_647. */
function literal(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, Math.abs(value) >= 10_000 ? '_' : '');
}
