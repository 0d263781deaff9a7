import { describe, expect, it } from 'vitest';
import { keepRules } from './keep-rules.ts';

const body = (...rules: object[]) => ({
  type: 'object',
  properties: {
    state: { enum: ['open', 'closed'] },
    paid: { type: 'boolean' },
    low: { minimum: 3 },
  },
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

  const order = { kind: 'order', first: 'low', second: 'high' };

  it.each([
    ['numbers by lowering the first', { low: 9, high: 5 }, { low: 5, high: 5 }],
    ['numbers by raising the second', { low: 9, high: 2 }, { low: 9, high: 9 }],
    ['decimals as text', { low: '9.50', high: '5.25' }, { low: '5.25', high: '5.25' }],
    [
      'days by changing their places',
      { low: '2026-02-01', high: '2026-01-01' },
      { low: '2026-01-01', high: '2026-02-01' },
    ],
    ['nothing that is in order', { low: 4, high: 5 }, { low: 4, high: 5 }],
    ['nothing that is left out', { low: null, high: 5 }, { low: null, high: 5 }],
  ])('orders %s', (_case, made, kept) => {
    expect(keepRules({}, body(order), made)).toEqual(kept);
  });

  it.each([
    [
      { low: 5, high: 5 },
      { low: 4, high: 5 },
    ],
    [
      { low: 3, high: 3 },
      { low: 3, high: 4 },
    ],
    [
      { low: '5.00', high: '5.00' },
      { low: '4.00', high: '5.00' },
    ],
  ])('tells apart what may not be equal: %j', (made, kept) => {
    expect(keepRules({}, body({ ...order, strictly: true }), made)).toEqual(kept);
  });
});
