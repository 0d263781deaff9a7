import type { FlatSchema } from './json-schema.ts';
import type { RuleOfApp } from './rules-of-app.ts';

type Members = Readonly<Record<string, unknown>>;
export type Computed = Extract<RuleOfApp, { kind: 'computed' }>;
type SchemaOf = (name: string) => FlatSchema;

/** What the app will work out, as nearly as a binary fraction comes; null where something for it is missing. */
export function estimate(all: readonly Computed[], members: Members, name: string): number | null {
  const rule = all.find(({ member }) => member === name);
  if (rule === undefined) {
    const value = members[name];
    return value === null || value === undefined ? null : Number(value);
  }
  const values = rule.of.map((each) => estimate(all, members, each));
  const known = values.filter((value) => value !== null);
  if (known.length < values.length) return null;
  if (rule.operation === 'product') return known.reduce((one, two) => one * two, rule.factor);
  const sign = rule.operation === 'sum' ? 1 : -1;
  return known.reduce((one, two) => one + sign * two);
}

/** Members that a request gives and on which the value depends. */
function sourcesOf(all: readonly Computed[], name: string): string[] {
  const rule = all.find(({ member }) => member === name);
  if (rule === undefined) return [name];
  return [...new Set(rule.of.flatMap((each) => sourcesOf(all, each)))];
}

function isWithin(all: readonly Computed[], members: Members, rule: Computed): boolean {
  const value = estimate(all, members, rule.member);
  return value === null || (value >= rule.least && value <= rule.most);
}

/** The members with as many of them made small as it takes for everything that is computed to fit. */
export function fitComputed(
  all: readonly Computed[],
  members: Members,
  schemaOf: SchemaOf,
): Record<string, unknown> {
  const fitting = { ...members };
  for (const rule of all) {
    for (const name of sourcesOf(all, rule.member)) {
      if (isWithin(all, fitting, rule)) break;
      fitting[name] = like(fitting[name], clamp(1, schemaOf(name)));
    }
  }
  return fitting;
}

/** Values for which the result is far above the most; null where the bounds of the members leave none. */
export function exceedComputed(
  all: readonly Computed[],
  members: Members,
  rule: Computed,
  schemaOf: SchemaOf,
): Record<string, unknown> | null {
  const far = { ...members };
  const [first] = rule.of;
  const lowered =
    rule.operation === 'difference' ? rule.of.slice(1).flatMap((name) => sourcesOf(all, name)) : [];
  for (const name of sourcesOf(all, rule.member)) {
    if (far[name] === null || far[name] === undefined) return null;
    const isLow = lowered.includes(name) && name !== first;
    far[name] = like(far[name], clamp(isLow ? -FARTHEST : FARTHEST, schemaOf(name)));
  }
  const value = estimate(all, far, rule.member);
  // A binary fraction near the bound does not say on which side the exact value is.
  return value !== null && value > rule.most * 1.01 ? far : null;
}

/** Digits before the point that every decimal of an app takes. */
const FARTHEST = 999_999_999_999_999;

function clamp(value: number, { minimum, maximum }: FlatSchema): number {
  return Math.min(Math.max(value, minimum ?? value), maximum ?? Number.POSITIVE_INFINITY);
}

/** A number in the form in which another one is given: a text keeps its decimals. */
function like(model: unknown, value: number): unknown {
  if (typeof model !== 'string') return value;
  return value.toFixed(Math.min((model.split('.')[1] ?? '').length, 20));
}
