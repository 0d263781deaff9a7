import { describe, expect, it } from 'vitest';
import { readRules } from './rules-of-app.ts';

const withRules = (rules: unknown) => ({ type: 'object', 'x-rules': rules });

describe('readRules', () => {
  it.each([
    { kind: 'unique-together', members: ['roomId', 'number'] },
    { kind: 'delete-blocked', member: 'paid', values: [true] },
    { kind: 'change-blocked', member: 'state', values: ['sent'] },
    {
      ...{ kind: 'lifecycle', member: 'state', initial: 'draft' },
      transitions: [{ path: '/orders/{id}/send', from: ['draft'], to: 'sent' }],
    },
    {
      ...{ kind: 'computed', member: 'fee', operation: 'product', of: ['price', 'share'] },
      ...{ factor: 0.01, least: -9, most: 9 },
    },
    { kind: 'at-most', per: 'roomId', most: 3, where: { member: 'open', values: [true] } },
    { kind: 'at-most', per: 'roomId', most: 3, where: null },
    { kind: 'no-overlap', start: 'from', end: 'to', per: ['roomId'] },
    { kind: 'order', first: 'low', second: 'high', strictly: true },
    { kind: 'delete-blocked-by', of: '/seats', member: 'roomId' },
    { kind: 'delete-blocked-by', link: '/rooms/{id}/friends/{otherId}' },
  ])('reads $kind, also behind a reference', (rule) => {
    const root = { components: { schemas: { NewSeat: withRules([rule]) } } };

    expect(readRules(root, { $ref: '#/components/schemas/NewSeat' })).toEqual([rule]);
  });

  it.each([
    [undefined],
    [[{ kind: 'at-most', per: 'roomId' }, { kind: 'order', first: 'a' }, { kind: 'no-overlap' }]],
    [[{ kind: 'lifecycle', member: 'state' }]],
    [[{ kind: 'computed', member: 'owed', operation: 'total', of: ['items'], least: 0, most: 1 }]],
    [[{ kind: 'computed', member: 'fee', operation: 'sum', of: ['a', 'b'] }]],
    ['text'],
    [[null, 'unique-together', { kind: 'from a later version' }]],
  ])('leaves out what it does not know: %j', (rules) => {
    expect(readRules({}, withRules(rules))).toEqual([]);
  });
});
