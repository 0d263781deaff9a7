import { flattenSchema, type Schema } from './json-schema.ts';
import { readRules } from './rules-of-app.ts';

type Members = Readonly<Record<string, unknown>>;

/** A valid body that also keeps the documented rules, and that makes a record that can be deleted again. */
export function keepRules(root: Schema, body: Schema, made: Members): Record<string, unknown> {
  const members = { ...made };
  const { properties } = flattenSchema(root, body);
  for (const rule of readRules(root, body)) {
    if (rule.kind !== 'delete-blocked' || !(rule.member in properties)) continue;
    const { choices, types } = flattenSchema(root, properties[rule.member] ?? {});
    const all = types[0] === 'boolean' ? [false, true] : (choices ?? []);
    const free = all.filter((value) => !rule.values.includes(value));
    // What is left out may have a default that keeps the record.
    if (!free.includes(members[rule.member])) members[rule.member] = free[0];
  }
  return members;
}
