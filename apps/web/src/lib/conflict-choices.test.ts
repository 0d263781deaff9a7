import { describe, expect, it } from 'vitest';
import {
  type Conflict,
  countOpen,
  keyOf,
  placesOf,
  readChoices,
  textOf,
  toResolutions,
} from './conflict-choices.ts';

const clash = (mine: string, theirs: string) => ({
  kind: 'conflict' as const,
  base: ['old\n'],
  mine: [mine],
  theirs: [theirs],
});
const agreed = (...lines: string[]) => ({ kind: 'agreed' as const, lines });
const file: Conflict = {
  path: 'src/app.ts',
  kind: 'changed',
  chunks: [
    agreed('1\n', '2\n', '3\n', '4\n'),
    clash('a\n', 'b\n'),
    agreed('5\n'),
    clash('c\n', 'd\n'),
  ],
};

describe('conflicts of a merge', () => {
  it('show where they stand', () =>
    expect(placesOf(file).map(({ index, before, after }) => [index, before, after])).toEqual([
      [0, '2\n3\n4\n', '5\n'],
      [1, '5\n', ''],
    ]));

  it('are handed in when each is decided, in their order', () => {
    const one = { [keyOf(file.path, 1)]: 'mine' as const };
    expect(countOpen([file], one)).toBe(1);
    const all = { ...one, [keyOf(file.path, 0)]: { text: 'own\n' } };
    expect(countOpen([file], all)).toBe(0);
    expect(toResolutions([file], all)).toEqual({
      resolutions: [{ path: 'src/app.ts', choices: [{ text: 'own\n' }, 'mine'] }],
    });
  });

  it.each([
    ['mine', 'a\n'],
    ['generated', 'b\n'],
    ['both', 'a\nb\n'],
    [{ text: 'own' }, 'own'],
  ] as const)('become, with %j, %j', (choice, text) =>
    expect(textOf(clash('a\n', 'b\n'), choice)).toBe(text),
  );

  it.each(['', 'no JSON', '[]', '{"a 0":"theirs","b 0":{"text":1}}'])(
    'have no choices in %j',
    (stored) => expect(readChoices(stored)).toEqual({}),
  );
});
