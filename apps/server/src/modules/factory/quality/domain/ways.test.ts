import { describe, expect, it } from 'vitest';
import type { RuleOfApp } from './rules-of-app.ts';
import { waysFrom, wayToDeletable } from './ways.ts';

const lifecycle = {
  kind: 'lifecycle',
  member: 'state',
  initial: 'open',
  transitions: [
    { path: '/cases/{id}/check', from: ['open'], to: 'checked' },
    { path: '/cases/{id}/close', from: ['checked'], to: 'closed' },
    { path: '/cases/{id}/cancel', from: ['open', 'checked'], to: 'cancelled' },
    { path: '/cases/{id}/wake', from: ['asleep'], to: 'open' },
  ],
} as const satisfies RuleOfApp;

const [check, close, cancel] = lifecycle.transitions;
const blocked = (...values: string[]): RuleOfApp => ({
  kind: 'delete-blocked',
  member: 'state',
  values,
});

describe('the ways of a record', () => {
  it('lead to every state that can be reached', () => {
    expect([...waysFrom(lifecycle)]).toEqual([
      ['open', []],
      ['checked', [check]],
      ['closed', [check, close]],
      ['cancelled', [cancel]],
    ]);
  });

  it.each([
    ['at once where nothing keeps it', [], []],
    ['at once where only later states keep it', [blocked('closed')], []],
    ['by the shortest way', [blocked('open')], [check]],
    [
      'past every state that keeps it',
      [blocked('open', 'checked'), blocked('cancelled')],
      [check, close],
    ],
    ['by no way where none is free', [blocked('open', 'checked', 'closed', 'cancelled')], []],
  ])('lead to a deletion %s', (_case, rules, way) => {
    expect(wayToDeletable([lifecycle, ...rules])).toEqual(way);
  });

  it('are none without states', () => {
    expect(wayToDeletable([blocked('open')])).toEqual([]);
  });
});
