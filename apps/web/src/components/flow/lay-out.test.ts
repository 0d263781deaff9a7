import { describe, expect, it } from 'vitest';
import { type Box, type Link, layOut } from './lay-out.ts';

const box = (id: string): Box => ({ id, width: 100, height: 40 });
const at = (ids: string, links: Link[], direction: 'right' | 'down' = 'right') =>
  layOut([...ids].map(box), links, direction, 40);
const link = (pair: string): Link => ({ from: pair.charAt(0), to: pair.charAt(1) });

describe('a layout', () => {
  it('puts what follows to the right, or below on a narrow screen', () => {
    const [right, down] = [at('ab', [link('ab')]), at('ab', [link('ab')], 'down')];
    expect(right.get('b')?.x).toBeGreaterThanOrEqual((right.get('a')?.x ?? 0) + 100);
    expect(down.get('b')?.y).toBeGreaterThanOrEqual((down.get('a')?.y ?? 0) + 40);
  });

  it('puts branches of one layer beside each other', () => {
    const places = at('abcd', ['ab', 'ac', 'bd', 'cd'].map(link));
    expect(places.get('b')?.x).toBe(places.get('c')?.x);
    expect(places.get('b')?.y).not.toBe(places.get('c')?.y);
  });

  it('lets no two boxes overlap, tied or not, with loops and links to nowhere', () => {
    const ids = 'abcdefghijklmnopqrstuvwxyz';
    const places = [...at(ids, ['ab', 'ba', 'cc', 'de', 'd?', 'ef', 'df'].map(link)).values()];
    expect(places).toHaveLength(ids.length);
    for (const [index, a] of places.entries())
      for (const b of places.slice(index + 1))
        expect(Math.abs(a.x - b.x) >= 100 || Math.abs(a.y - b.y) >= 40).toBe(true);
  });

  it('makes a page of many loose boxes rather than a column', () => {
    const places = [...at('abcdefghijklmnop', []).values()];
    expect(Math.max(...places.map(({ x }) => x))).toBeGreaterThan(200);
    expect(Math.max(...places.map(({ y }) => y))).toBeLessThan(600);
  });
});
