import { describe, expect, it } from 'vitest';
import { invoicing } from './fixtures/index.ts';
import { traceNames } from './trace-names.ts';

const back = (...steps: Record<string, string>[]) =>
  Object.fromEntries(traceNames(invoicing, steps));

describe('the names on the way back', () => {
  it('are none where nothing was renamed', () => {
    expect(back()).toEqual({});
    expect(back({}, {})).toEqual({});
  });

  it('are those of the last step, by the first names', () => {
    const steps = [
      { 'Invoice.payBy': 'dueDate' },
      { Bill: 'Invoice' },
      { 'Bill.payUntil': 'payBy', Client: 'Customer' },
    ];

    expect(back(...steps)).toEqual({
      ...{ Invoice: 'Bill', 'Invoice.dueDate': 'payUntil', Customer: 'Client' },
    });
  });

  it('are of no use to a part that came later', () => {
    expect(back({ 'Invoice.memo': 'note' })).toEqual({});
  });

  it('are none where a part was called back', () => {
    expect(back({ Bill: 'Invoice' }, { Invoice: 'Bill' })).toEqual({});
  });
});
