import type { Expression } from './expressions.ts';

/** What a check constraint asks of one column, or of two. */
export type Fact =
  | { kind: 'bounds'; column: string; min?: number; max?: number; above?: number; below?: number }
  | { kind: 'lengths'; column: string; min?: number; max?: number }
  | { kind: 'values'; column: string; values: (string | number)[] }
  | { kind: 'required' | 'json'; column: string }
  | { kind: 'order'; first: string; second: string; strictly: boolean };

const MOST_DEPTH = 200;
const FLIPPED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const LENGTHS = new Set(['length', 'char_length', 'character_length', 'len']);

/** What a check means; null when a blueprint cannot say it. */
export function readCheck(expression: Expression, depth = 0): Fact[] | null {
  if (expression.kind !== 'call' || depth > MOST_DEPTH) return null;
  const { name, of } = expression;
  if (name === 'and') {
    const all = of.map((part) => readCheck(part, depth + 1));
    return all.some((facts) => facts === null) ? null : all.flatMap((facts) => facts ?? []);
  }
  if (name === 'or') return readAlternatives(of, depth);
  if (name === 'is not null') return readRequired(of[0]);
  if (name === 'json_valid') return readJson(of[0]);
  if (name === 'between') return readBetween(of);
  if (name === 'in') return readMembers(of[0], of[1]);
  if (name === '=') return readEquality(of[0], of[1]);
  if (name === '<>') return readNotEmpty(of);
  return name in FLIPPED && of.length === 2 ? readComparison(name, of) : null;
}

/** `x is null or x > 0`: a row without the value passes every check anyway. `x = 'a' or x = 'b'`: a choice. */
function readAlternatives(parts: readonly Expression[], depth: number): Fact[] | null {
  const rest = parts.filter((part) => !(part.kind === 'call' && part.name === 'is null'));
  const nulls = parts.filter((part) => part.kind === 'call' && part.name === 'is null');
  const [only] = rest;
  if (rest.length === 1 && only !== undefined) {
    const facts = readCheck(only, depth + 1);
    const columns = nulls.map((part) => (part.kind === 'call' ? columnOf(part.of[0]) : null));
    const isAbout = (fact: Fact) =>
      fact.kind === 'order'
        ? columns.every((column) => column === fact.first || column === fact.second)
        : columns.every((column) => column === fact.column);
    return facts?.every(isAbout) === true ? facts : null;
  }
  const choices = rest.map((part) => readCheck(part, depth + 1)?.[0]);
  const [first] = choices;
  if (nulls.length > 0 || first?.kind !== 'values') return null;
  const values = choices.flatMap((fact) =>
    fact?.kind === 'values' && fact.column === first.column ? fact.values : [],
  );
  return values.length < choices.length ? null : [{ ...first, values }];
}

function columnOf(expression: Expression | undefined): string | null {
  return expression?.kind === 'column' ? expression.name : null;
}

function numberOf(expression: Expression | undefined): number | null {
  if (expression?.kind !== 'value') return null;
  const { value } = expression;
  if (typeof value === 'number') return value;
  const isNumber = typeof value === 'string' && /^-?\d{1,20}(\.\d{1,20})?$/.test(value);
  return isNumber ? Number(value) : null;
}

/** The column whose length is asked for: `length(trim(name))` is near enough to its length. */
function measuredColumn(expression: Expression | undefined): string | null {
  if (expression?.kind !== 'call' || !LENGTHS.has(expression.name)) return null;
  const [of] = expression.of;
  const isTrimmed = of?.kind === 'call' && ['trim', 'btrim'].includes(of.name);
  return columnOf(isTrimmed ? of.of[0] : of);
}

function readRequired(of: Expression | undefined): Fact[] | null {
  const column = columnOf(of);
  return column === null ? null : [{ kind: 'required', column }];
}

/** JSON of MariaDB is a text with a check. */
function readJson(of: Expression | undefined): Fact[] | null {
  const column = columnOf(of);
  return column === null ? null : [{ kind: 'json', column }];
}

function readBetween([of, low, high]: readonly Expression[]): Fact[] | null {
  const [min, max] = [numberOf(low), numberOf(high)];
  if (min === null || max === null) return null;
  const column = columnOf(of);
  if (column !== null) return [{ kind: 'bounds', column, min, max }];
  const measured = measuredColumn(of);
  return measured === null ? null : [{ kind: 'lengths', column: measured, min, max }];
}

function readMembers(of: Expression | undefined, list: Expression | undefined): Fact[] | null {
  const column = columnOf(of);
  if (column === null || list?.kind !== 'list' || list.of.length === 0) return null;
  const values = list.of.flatMap((each) =>
    each.kind === 'value' && (typeof each.value === 'string' || typeof each.value === 'number')
      ? [each.value]
      : [],
  );
  return values.length < list.of.length ? null : [{ kind: 'values', column, values }];
}

function readEquality(left: Expression | undefined, right: Expression | undefined): Fact[] | null {
  if (right === undefined) return null;
  if (columnOf(left) === null) return readLength(left, right);
  return readMembers(left, { kind: 'list', of: [right] });
}

function readLength(left: Expression | undefined, right: Expression): Fact[] | null {
  const [column, length] = [measuredColumn(left), numberOf(right)];
  return column === null || length === null
    ? null
    : [{ kind: 'lengths', column, min: length, max: length }];
}

/** `name <> ''` */
function readNotEmpty([left, right]: readonly Expression[]): Fact[] | null {
  const isTrimmed = left?.kind === 'call' && ['trim', 'btrim'].includes(left.name);
  const column = columnOf(isTrimmed ? left.of[0] : left);
  const isEmpty = right?.kind === 'value' && right.value === '';
  return column === null || !isEmpty ? null : [{ kind: 'lengths', column, min: 1 }];
}

function readComparison(name: string, [left, right]: readonly Expression[]): Fact[] | null {
  if (numberOf(left) !== null && numberOf(right) === null)
    return readComparison(FLIPPED[name] ?? name, right && left ? [right, left] : []);
  const number = numberOf(right);
  const column = columnOf(left);
  if (number === null) {
    const other = columnOf(right);
    if (column === null || other === null) return null;
    const [first, second] = name.startsWith('<') ? [column, other] : [other, column];
    return [{ kind: 'order', first, second, strictly: !name.endsWith('=') }];
  }
  if (column !== null) {
    const sides = { '>': 'above', '>=': 'min', '<': 'below', '<=': 'max' } as const;
    const side = sides[name as keyof typeof sides]; // `name` is a key of FLIPPED, which has the same ones
    return [{ kind: 'bounds', column, [side]: number }];
  }
  const measured = measuredColumn(left);
  if (measured === null) return null;
  const bounds = { '>': { min: number + 1 }, '>=': { min: number }, '<': { max: number - 1 } };
  const found = Object.entries(bounds).find(([operator]) => operator === name)?.[1];
  return [{ kind: 'lengths', column: measured, ...(found ?? { max: number }) }];
}
