import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileSet, takeFilesOut } from './file-set.ts';

function take(document: unknown) {
  const files: FileSet = new Map();
  return { rest: takeFilesOut(document, files), files };
}

describe('takeFilesOut', () => {
  it('takes lists of files out, wherever they are', () => {
    const files = [{ path: 'a.ts', content: 'a' }];
    const { rest, files: found } = take({ code: [{ files }, { deep: { er: [...files] } }], n: 1 });

    expect(rest).toEqual({ code: [{ files: [] }, { deep: { er: [] } }], n: 1 });
    expect([...found]).toEqual([['a.ts', 'a']]);
  });

  it.each([
    ['an empty list', []],
    ['a list in which one is no file', [{ path: 'a', content: 'a' }, { path: 'b' }]],
    ['a file alone', { path: 'a', content: 'a' }],
    ['content that is no text', [{ path: 'a', content: 7 }]],
    ['a path that is no text', [{ path: null, content: 'a' }]],
    ['null', null],
    ['a text', 'path'],
  ])('leaves %s as it is', (_case, document) => {
    const { rest, files } = take(document);

    expect(rest).toEqual(document);
    expect(files.size).toBe(0);
  });

  it('changes nothing in a document without files', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        fc.pre(!JSON.stringify(document).includes('"content"'));
        expect(take(document).rest).toEqual(document);
      }),
    );
  });

  it('keeps names that objects have by nature', () => {
    const document: unknown = JSON.parse('{"__proto__":{"a":1},"constructor":2}');

    expect(JSON.stringify(take(document).rest)).toBe('{"__proto__":{"a":1},"constructor":2}');
  });
});
