import { type Entity, type Field, RATING_MAX } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../../stack.ts';

type Pair = { first: string; second: string; strictly: boolean };
/** The expression of the example with the number `n`, and for how many numbers it differs. */
type Sample = { sample: string; capacity: number };

/** The pairs of fields of which one is not after the other. */
export function orderedPairs({ rules = [] }: Entity): Pair[] {
  return rules.flatMap((rule) => {
    if (rule.kind === 'no-overlap') return { first: rule.start, second: rule.end, strictly: true };
    if (rule.kind !== 'order') return [];
    return { first: rule.first, second: rule.second, strictly: rule.strictly === true };
  });
}

/** An example of a field that keeps every order and overlaps with no other one; null for any other field. */
export function orderedSample(entity: Entity, field: Field): Sample | null {
  const pairs = orderedPairs(entity);
  if (!pairs.some(({ first, second }) => first === field.name || second === field.name))
    return null;
  const steps = rise(
    entity,
    pairs,
    () => 0,
    () => 1,
  );
  const span = Math.max(1, ...steps.values());
  const place = steps.get(field.name) ?? 0;
  const at = (first: number, count: number) =>
    `${first + place} + ${span === 1 ? '' : `${span} * `}(n % ${count.toLocaleString('en').replaceAll(',', '_')})`;
  switch (field.type) {
    case 'date':
      return {
        sample: `new Date(Date.UTC(2026, 0, ${at(1, 50_000)})).toISOString().slice(0, 10)`,
        capacity: 50_000,
      };
    case 'time':
      return {
        sample: `new Date(Date.UTC(2026, 0, 1, 8, 0, ${at(0, 5_000)})).toISOString().slice(11, 19)`,
        capacity: 5_000,
      };
    case 'datetime':
      return {
        sample: `new Date(Date.UTC(2026, 0, 1, 9, ${at(0, 500_000)})).toISOString()`,
        capacity: 500_000,
      };
    default:
      return { sample: numberSample(entity, pairs, field), capacity: 1 };
  }
}

/** Numbers have bounds, so that each has one value that is as low as the order lets it be. */
function numberSample(entity: Entity, pairs: readonly Pair[], field: Field): string {
  const values = rise(
    entity,
    pairs,
    ({ type, min, max }) => min ?? (type === 'percentage' ? 1 : Math.min(1, max ?? 1)),
    (ordered, value) => (value + 1 <= mostOf(ordered) ? 1 : 0),
  );
  const value = values.get(field.name) ?? 0;
  const { type } = field;
  if (type === 'integer' || type === 'rating') return String(Math.ceil(value));
  return `'${type === 'money' ? value.toFixed(2) : String(value)}'`;
}

/** What a percentage or a rating goes up to when nothing else is said. */
function mostOf({ type, max }: Field): number {
  if (max !== undefined) return max;
  return type === 'percentage' ? 100 : type === 'rating' ? RATING_MAX : Number.POSITIVE_INFINITY;
}

/** The lowest value of each field, where the second of each pair is a step above the first. */
function rise(
  { name, fields }: Entity,
  pairs: readonly Pair[],
  lowest: (field: Field) => number,
  step: (field: Field, value: number) => number,
): Map<string, number> {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const values = new Map(fields.map((field) => [field.name, lowest(field)]));
  for (let round = 0; round <= pairs.length; round += 1) {
    let isSettled = true;
    for (const { first, second, strictly } of pairs) {
      const before = values.get(first) ?? 0;
      const field = byName.get(second);
      const above = before + (field ? step(field, before) : 1);
      const most = field?.max ?? Number.POSITIVE_INFINITY;
      if (above > most || (strictly && above === before)) {
        throw new BlueprintUnsound(`${name}.${second}`, `no value of it is above ${first}`);
      }
      if ((values.get(second) ?? 0) >= above) continue;
      values.set(second, above);
      isSettled = false;
    }
    if (isSettled) return values;
  }
  throw new BlueprintUnsound(`${name}.rules`, 'the orders between the fields form a circle');
}
