import { describe, expect, it } from 'vitest';
import { keepRules } from './keep-rules.ts';

const body = (...rules: object[]) => ({
  type: 'object',
  properties: { state: { enum: ['open', 'closed'] }, paid: { type: 'boolean' } },
  'x-rules': rules,
});

describe('keepRules', () => {
  it('leaves a body without rules as it is', () => {
    expect(keepRules({}, body(), { state: 'open' })).toEqual({ state: 'open' });
  });

  it.each([
    ['a value that keeps a record', { state: 'open' }, { state: 'closed' }],
    ['a value that may be the default', {}, { state: 'closed' }],
    ['nothing where the value is free', { state: 'closed' }, { state: 'closed' }],
  ])('changes %s', (_case, made, kept) => {
    const rule = { kind: 'delete-blocked', member: 'state', values: ['open'] };
    expect(keepRules({}, body(rule), made)).toEqual(kept);
  });

  it('chooses the other one of a boolean', () => {
    const rule = { kind: 'delete-blocked', member: 'paid', values: [true] };
    expect(keepRules({}, body(rule), { paid: true })).toEqual({ paid: false });
  });
});
