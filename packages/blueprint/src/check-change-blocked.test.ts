import type { Blueprint, Entity, Rule } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';

const plain = { required: true, unique: false } as const;
const claim: Entity = {
  name: 'Claim',
  plural: 'Claims',
  fields: [
    { name: 'status', type: 'enum', values: ['open', 'sent', 'paid'], ...plain },
    { name: 'urgent', type: 'boolean', ...plain },
    { name: 'text', type: 'string', ...plain },
  ],
  relations: [],
  lifecycle: {
    field: 'status',
    initial: 'open',
    transitions: [{ name: 'send', from: ['open'], to: 'sent' }],
  },
};

function problemsOf(changes: Partial<Entity>, field: string, ...values: (string | boolean)[]) {
  const rules: Rule[] = [{ kind: 'change-blocked', field, values }, ...(changes.rules ?? [])];
  const blueprint: Blueprint = {
    ...{ version: 1, name: 'claims', title: 'Claims', description: '' },
    entities: [{ ...claim, ...changes, rules }],
  };
  const check = checkBlueprint(blueprint);
  return check.ok ? '' : check.problems.map(({ path, message }) => `${path} ${message}`).join();
}

const keepsOpen: Rule = { kind: 'delete-blocked', field: 'urgent', values: [false] };

describe('a rule that keeps rows from being changed', () => {
  it.each<[string, Partial<Entity>, string, (string | boolean)[]]>([
    ['a state that is reached', {}, 'status', ['sent', 'paid']],
    ['a flag', {}, 'urgent', [true]],
    ['a choice that is no state', { lifecycle: undefined }, 'status', ['open']],
  ])('may name %s', (_what, changes, field, values) => {
    expect(problemsOf(changes, field, ...values)).toBe('');
  });

  it.each<[string, Partial<Entity>, string, (string | boolean)[], string]>([
    ['text', {}, 'text', ['a'], 'has no enum or boolean text'],
    ['a value that there is not', {}, 'status', ['lost'], 'lost is no value'],
    ['the first state', {}, 'status', ['open'], 'A new Claim could not be changed'],
    ['every value', {}, 'urgent', [true, false], 'No urgent lets a row be changed'],
    ['what a deletion leaves', { rules: [keepsOpen] }, 'urgent', [true], 'be changed and deleted'],
    ['all there is', { fields: claim.fields.slice(0, 1) }, 'status', ['sent'], 'nothing else'],
  ])('may not name %s', (_what, changes, field, values, problem) => {
    expect(problemsOf(changes, field, ...values)).toContain(problem);
  });
});
