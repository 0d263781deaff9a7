import type { Field, Rule } from '@quantumlayer/contracts';
import type { SourceEntity, SourceModel } from '../source-model.ts';

const MOST_GROUPS = 10;
const MOST_RULES = 20;
const INCOMPARABLE = new Set(['json', 'multi-choice', 'geo-point', 'password', 'file', 'image']);
const ORDERED = new Set(['date', 'datetime', 'time', 'integer', 'decimal', 'money', 'percentage']);

/** A field or a key that starts at the entity, as it is called in the app. */
export type Member = { name: string; isUnique: boolean; isComparable: boolean };

export const isComparable = ({ type }: Field): boolean => !INCOMPARABLE.has(type);

/** Values that are unique together; a group that an app cannot keep is listed. */
export function uniqueTogetherOf(
  { notes }: SourceModel,
  { key, uniqueTogether }: SourceEntity,
  members: ReadonlyMap<string, Member>,
): string[][] {
  const groups = new Map<string, string[]>();
  for (const { keys, line } of uniqueTogether) {
    const found = [...new Set(keys)].map((each) => members.get(each));
    if (found.some((member) => member?.isUnique)) continue;
    const isKept = found.every((member) => member?.isComparable);
    if (isKept && found.length >= 2 && found.length <= 5 && groups.size < MOST_GROUPS) {
      const names = found.flatMap((member) => (member === undefined ? [] : [member.name]));
      groups.set([...names].sort().join(' '), names);
    } else
      notes.outOfScope.push({
        what: `${key.slice(0, 60)}: unique (${keys.join(', ').slice(0, 200)})`,
        line,
        why: 'Only two to five fields and relations with values that can be compared are unique together.',
      });
  }
  return [...groups.values()];
}

/** "start is not after end" */
export function ordersOf(
  { notes }: SourceModel,
  { key, orders }: SourceEntity,
  fields: ReadonlyMap<string, Field>,
): Rule[] {
  const rules = new Map<string, Rule>();
  for (const { first, second, strictly, line } of orders) {
    const [one, other] = [fields.get(first), fields.get(second)];
    const fits =
      one !== undefined && one !== other && one.type === other?.type && ORDERED.has(one.type);
    if (fits && rules.size < MOST_RULES) {
      const rule: Rule = {
        kind: 'order',
        first: one.name,
        second: other.name,
        ...(strictly ? { strictly } : {}),
      };
      rules.set(JSON.stringify(rule), rule);
    } else
      notes.outOfScope.push({
        what: `${key.slice(0, 60)}: ${first.slice(0, 60)} before ${second.slice(0, 60)}`,
        line,
        why: 'Only two different fields of one type that has an order are compared.',
      });
  }
  return [...rules.values()];
}
