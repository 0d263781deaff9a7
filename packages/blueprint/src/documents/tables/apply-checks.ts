import type { OutOfScope } from '@quantumlayer/contracts';
import type { SourceEntity, SourceField } from '../source-model.ts';
import { type Fact, readCheck } from './read-check.ts';
import type { Check } from './tables.ts';

/** Smallest step between two values, for bounds that are not included. */
function stepOf({ type }: SourceField): number {
  if (type === 'integer' || type === 'rating') return 1;
  return type === 'decimal' ? 0.000001 : 0.01;
}

/** Tightens the fields of an entity by its check constraints; what a blueprint cannot say is listed. */
export function applyChecks(
  entity: SourceEntity,
  checks: readonly Check[],
  outOfScope: OutOfScope[],
): void {
  const fields = new Map(entity.fields.map((field) => [field.key, field]));
  for (const { expression, text, line } of checks) {
    const facts = readCheck(expression);
    const isKept = facts?.every((fact) => fits(fact, fields)) === true;
    if (isKept) for (const fact of facts ?? []) applyFact(entity, fact, fields, line);
    else
      outOfScope.push({
        what: `${entity.key.slice(0, 60)}: check ${text}`,
        line,
        why: 'A blueprint says ranges, lengths, choices and the order of two fields; other conditions are code.',
      });
  }
}

const NUMBERS = new Set(['integer', 'decimal', 'money', 'percentage', 'rating']);
const TEXTS = new Set(['string', 'text', 'slug', 'email', 'phone', 'url']);

function fits(fact: Fact, fields: ReadonlyMap<string, SourceField>): boolean {
  if (fact.kind === 'order') return fields.has(fact.first) && fields.has(fact.second);
  const field = fields.get(fact.column);
  if (field === undefined) return false;
  if (fact.kind === 'bounds') return NUMBERS.has(field.type);
  if (fact.kind === 'lengths') return TEXTS.has(field.type);
  if (fact.kind === 'required') return true;
  if (fact.kind === 'json') return TEXTS.has(field.type);
  if (fact.kind !== 'values') return false;
  const isText = fact.values.every((each) => typeof each === 'string');
  const isFlag = isZeroOrOne(fact.values) && field.type === 'integer';
  if (field.type === 'integer' && isRun(fact.values)) return true;
  return (
    isFlag ||
    field.type === 'boolean' ||
    (isText && ['string', 'text', 'enum'].includes(field.type))
  );
}

const isZeroOrOne = (values: readonly (string | number)[]) =>
  values.length === 2 && values.includes(0) && values.includes(1);

/** 1, 2, 3: every whole number of a range. */
function isRun(values: readonly (string | number)[]): boolean {
  const sorted = [...new Set(values)].sort((a, b) => Number(a) - Number(b));
  return sorted.every(
    (each, index) => Number.isInteger(each) && Number(each) === Number(sorted[0]) + index,
  );
}

function applyFact(
  entity: SourceEntity,
  fact: Fact,
  fields: ReadonlyMap<string, SourceField>,
  line: number,
): void {
  if (fact.kind === 'order') {
    entity.orders.push({ ...fact, line });
    return;
  }
  const field = fields.get(fact.column);
  if (field === undefined) return;
  if (fact.kind === 'required') field.required = true;
  if (fact.kind === 'json') field.type = 'json';
  if (fact.kind === 'bounds') applyBounds(field, fact);
  if (fact.kind === 'lengths') {
    if (fact.min !== undefined && fact.min > 0)
      field.minLength = Math.max(field.minLength ?? 0, fact.min);
    if (fact.max !== undefined) field.maxLength = Math.min(field.maxLength ?? Infinity, fact.max);
  }
  if (fact.kind === 'values') applyValues(field, fact.values);
}

function applyBounds(field: SourceField, fact: Fact & { kind: 'bounds' }): void {
  const step = stepOf(field);
  const { min, max, above, below } = fact;
  const lows = [field.min, min, above === undefined ? undefined : add(above, step)];
  const highs = [field.max, max, below === undefined ? undefined : add(below, -step)];
  const low = lows.filter((each) => each !== undefined);
  const high = highs.filter((each) => each !== undefined);
  if (low.length > 0) field.min = Math.max(...low);
  if (high.length > 0) field.max = Math.min(...high);
}

const add = (value: number, step: number) => Number((value + step).toFixed(6));

function applyValues(field: SourceField, values: readonly (string | number)[]): void {
  if (field.type === 'boolean') return;
  if (field.type === 'integer' && !isZeroOrOne(values)) {
    field.min = Math.min(...values.map(Number));
    field.max = Math.max(...values.map(Number));
    return;
  }
  if (field.type === 'integer') {
    field.type = 'boolean';
    delete field.min;
    delete field.max;
    return;
  }
  const named = values.map(String);
  field.values =
    field.type === 'enum' ? (field.values ?? []).filter((each) => named.includes(each)) : named;
  field.type = 'enum';
  delete field.minLength;
  delete field.maxLength;
}
