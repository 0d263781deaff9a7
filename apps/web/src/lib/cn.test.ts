import { describe, expect, it } from 'vitest';
import { cn } from './cn.ts';

describe('class names', () => {
  it.each([
    ['h-8 w-full px-3 text-sm', 'h-7 w-auto px-1.5 text-xs', 'h-7 w-auto px-1.5 text-xs'],
    ['text-subtle text-sm', 'text-left text-ink', 'text-sm text-left text-ink'],
    [
      'inline-flex rounded-sm',
      'hidden rounded-md sm:inline-flex',
      'hidden rounded-md sm:inline-flex',
    ],
    ['w-[min(32rem,calc(100vw-2rem))] p-1', 'w-[min(60rem,50vw)]', 'p-1 w-[min(60rem,50vw)]'],
    ['size-4 [&_svg]:size-4', 'size-3', '[&_svg]:size-4 size-3'],
  ])('of “%s” those win that “%s” gives anew', (first, later, both) => {
    expect(cn(first, later)).toBe(both);
  });

  it('stay beside each other when they set different things or hold at different times', () => {
    const all =
      'font-mono font-medium hover:text-ink text-muted text-xs border border-line px-2 py-1';
    expect(cn(all)).toBe(all);
  });

  it('leave out what is false', () => {
    expect(cn('flex', false, undefined, null, '', 'px-2')).toBe('flex px-2');
  });
});
