import { describe, expect, it } from 'vitest';
import { newestOf } from './newest-of.ts';

const version = (id: string, base: string | null) => ({
  id,
  change: { kind: 'prompt', text: '', base } as const,
});
const versions = [
  ...[version('shop-3', 'shop-1'), version('bank-2', 'bank-1'), version('shop-2', 'shop-1')],
  ...[{ id: 'old', change: null }, version('bank-1', null), version('shop-1', null)],
];

describe('the newest version of an app', () => {
  it.each([
    ['shop-1', 'shop-3'],
    ['shop-2', 'shop-3'],
    ['shop-3', 'shop-3'],
    ['bank-1', 'bank-2'],
    ['old', 'old'],
    ['gone', 'gone'],
  ])('that %s is one of is %s', (id, newest) => {
    expect(newestOf(versions, id)).toBe(newest);
  });

  it('is found where the first one is no longer there', () => {
    expect(newestOf([version('b', 'gone'), version('a', 'gone')], 'a')).toBe('b');
  });
});
