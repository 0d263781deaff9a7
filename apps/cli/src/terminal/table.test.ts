import { describe, expect, it } from 'vitest';
import { oneLine, showTable, width } from './table.ts';

describe('a table', () => {
  it('keeps its columns in line whatever is written in them', () => {
    const lines = showTable(
      ['name', 'next'],
      [
        ['书店 😀', 'x'],
        ['\u001b[31mé\u0301\u001b[39m', 'x'],
      ],
    );
    expect(lines.split('\n').slice(1).map(width)).toEqual([10, 10]);
  });
});

describe('one line', () => {
  it('holds no line break, no control character and no colour of others', () => {
    expect(oneLine('a\r\n b\u0007 \u001b[2Jc')).toBe('a b c');
  });

  it('is cut by columns, never inside a character', () => {
    expect(oneLine('书店书店', 5)).toBe('书店…');
    expect(oneLine('😀😀😀', 4)).toBe('😀…');
    expect(oneLine('abcdef', 6)).toBe('abcdef');
  });
});
