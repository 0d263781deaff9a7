import { type Computed, fitComputed } from './computed-members.ts';
import { type FlatSchema, flattenSchema, type Schema } from './json-schema.ts';
import { type RuleOfApp, readRules } from './rules-of-app.ts';

type Members = Readonly<Record<string, unknown>>;

/** A valid body that also keeps the documented rules, and that makes a record that can be changed and deleted again. */
export function keepRules(root: Schema, body: Schema, made: Members): Record<string, unknown> {
  const { properties } = flattenSchema(root, body);
  const schemaOf = (name: string) => flattenSchema(root, properties[name] ?? {});
  const rules = readRules(root, body);
  const computed = rules.filter((rule): rule is Computed => rule.kind === 'computed');
  const members = fitComputed(computed, made, schemaOf);
  for (const rule of rules) {
    if (rule.kind === 'order') Object.assign(members, inOrder(rule, members, schemaOf));
    if (rule.kind !== 'delete-blocked' && rule.kind !== 'change-blocked') continue;
    if (!(rule.member in properties)) continue;
    const { choices, types } = schemaOf(rule.member);
    const all = types[0] === 'boolean' ? [false, true] : (choices ?? []);
    const free = all.filter((value) => !keeping(rules, rule.member).includes(value));
    // What is left out may have a default that keeps the record.
    if (!free.includes(members[rule.member])) members[rule.member] = free[0];
  }
  return members;
}

/** The values of a member with which a record is kept as it is, or kept at all. */
function keeping(rules: readonly RuleOfApp[], member: string): unknown[] {
  return rules.flatMap((rule) =>
    (rule.kind === 'delete-blocked' || rule.kind === 'change-blocked') && rule.member === member
      ? rule.values
      : [],
  );
}

type Order = { first: string; second: string; strictly: boolean };

/** The two members in their order, within their bounds as far as these let them be. */
function inOrder(
  { first, second, strictly }: Order,
  members: Members,
  schemaOf: (name: string) => FlatSchema,
): Members {
  const [low, high] = [members[first], members[second]];
  const compared = compare(low, high);
  if (compared === null || compared < 0 || (compared === 0 && !strictly)) return {};
  const [from, to] = [Number(low), Number(high)];
  // Instants and days have no bounds, so that they can change places.
  if (Number.isNaN(from) || Number.isNaN(to)) return { [first]: high, [second]: low };
  const like = (model: unknown, value: number) =>
    typeof model === 'string' ? value.toFixed(decimalsOf(model)) : value;
  const lower = strictly ? to - 1 : to;
  if (lower >= (schemaOf(first).minimum ?? Number.NEGATIVE_INFINITY)) {
    return { [first]: like(low, lower) };
  }
  return { [second]: like(high, strictly ? from + 1 : from) };
}

function decimalsOf(text: string): number {
  return (text.split('.')[1] ?? '').length;
}

/** Below, at or above zero; null when one of them is not given. Text of numbers counts as numbers. */
export function compare(one: unknown, other: unknown): number | null {
  if (one === null || one === undefined || other === null || other === undefined) return null;
  const difference = Number(one) - Number(other);
  if (!Number.isNaN(difference)) return difference;
  const [first, second] = [String(one), String(other)];
  return first === second ? 0 : first < second ? -1 : 1;
}
