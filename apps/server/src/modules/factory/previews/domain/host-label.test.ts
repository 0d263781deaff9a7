import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHostLabel, readHostLabel } from './host-label.ts';

describe('createHostLabel', () => {
  it('makes labels that are never the same and fit into a host name', () => {
    const labels = Array.from({ length: 100 }, createHostLabel);

    expect(new Set(labels).size).toBe(100);
    expect(labels.filter((label) => !/^[0-9a-f]{40}$/.test(label))).toEqual([]);
  });
});

describe('readHostLabel', () => {
  it.each([
    ['abc.localhost', 'abc'],
    ['abc.localhost:4000', 'abc'],
    ['ABC.LocalHost:4000', 'abc'],
    ['abc.localhost.:4000', 'abc'],
    ['a.b.localhost', 'a.b'],
  ])('reads the label of %s', (host, label) => {
    expect(readHostLabel(host)).toBe(label);
  });

  it.each([
    undefined,
    '',
    'localhost',
    'localhost:4000',
    '.localhost',
    '127.0.0.1:4000',
    'abc.localhost.example',
    'abclocalhost',
    'abc.localhost:port',
    'abc.localhost:123456',
  ])('leaves %s to the factory', (host) => {
    expect(readHostLabel(host)).toBeNull();
  });

  it('finds every label again that was made', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 65_535 }), (port) => {
        const label = createHostLabel();
        expect(readHostLabel(`${label}.localhost:${port}`)).toBe(label);
      }),
    );
  });
});
