import { describe, expect, it } from 'vitest';
import { diffDrops } from './diff-drops.ts';

const json = (value: unknown) => ({
  mediaType: 'application/json',
  content: Buffer.from(JSON.stringify(value)),
});
const text = (content: string, mediaType = 'text/markdown') => ({
  mediaType,
  content: Buffer.from(content),
});

describe('diffDrops', () => {
  it('shows before and after of a changed value', () => {
    const { changes, truncated } = diffDrops(json({ a: 1, b: [] }), json({ a: 'one', b: [] }));

    expect(changes).toEqual([{ path: '/a', kind: 'changed', before: '1', after: '"one"' }]);
    expect(truncated).toBe(false);
  });

  it('compares files by path, wherever they are in the document', () => {
    const before = json([
      { files: [{ path: 'a.ts', content: 'one\ntwo\n' }] },
      {
        files: [
          { path: 'b.ts', content: 'same\n' },
          { path: 'old.ts', content: 'x\n' },
        ],
      },
    ]);
    const after = json([
      { files: [{ path: 'b.ts', content: 'same\n' }] },
      {
        files: [
          { path: 'a.ts', content: 'one\n2\n' },
          { path: 'new.ts', content: 'y\n' },
        ],
      },
    ]);
    const { changes, files } = diffDrops(before, after);

    expect(changes).toEqual([]);
    expect(files.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      'changed a.ts',
      'added new.ts',
      'removed old.ts',
    ]);
    expect(files[0]?.patch).toContain('--- a/a.ts');
    expect(files[0]?.patch).toContain('@@ -1,2 +1,2 @@\n one\n-two\n+2\n');
  });

  it('compares text line by line', () => {
    const { files } = diffDrops(text('a\nb\n'), text('a\nc\n'));
    expect(files[0]?.patch).toContain('-b\n+c');
  });

  it('says so when there are more changes than it shows', () => {
    const { changes, truncated } = diffDrops(json(range(3_000, 0)), json(range(3_000, 1)));
    expect(changes).toHaveLength(1_000);
    expect(truncated).toBe(true);
  });

  it('says so when it shortens a value', () => {
    const { changes, truncated } = diffDrops(json({ a: '' }), json({ a: 'x'.repeat(5_000) }));
    expect(changes[0]?.after).toHaveLength(2_001);
    expect(truncated).toBe(true);
  });

  it('shows a long file that came or went as a whole', () => {
    const long = [{ path: 'lock.json', content: range(5_000, 0).join('\n') }];
    const { changes, files, truncated } = diffDrops(json({ files: long }), json({ files: [] }));

    expect(changes).toEqual([]);
    expect(files).toMatchObject([{ path: 'lock.json', kind: 'removed' }]);
    expect(files[0]?.patch?.split('\n').filter((line) => line.startsWith('-'))).toHaveLength(5_001);
    expect(truncated).toBe(false);
  });

  it('gives no patch rather than half a one when files differ too much', () => {
    const { files, truncated } = diffDrops(
      text(`${range(20_000, 0).join('\n')}`),
      text(`${range(20_000, 7).join('\n')}`),
    );
    expect(files).toEqual([{ path: 'content', kind: 'changed', patch: null }]);
    expect(truncated).toBe(true);
  });

  it('gives up in about a second, however many files differ too much', () => {
    const files = (offset: number) =>
      json(
        range(60, 0).map((name) => ({
          path: `${name}.txt`,
          content: range(5_000, offset).join('\n'),
        })),
      );
    const started = performance.now();
    const compared = diffDrops(files(0), files(7));

    expect(compared).toMatchObject({ changes: [], truncated: true });
    expect(compared.files).toHaveLength(60);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it.each([
    ['different media types', json({}), text('')],
    ['bytes', text('a', 'application/gzip'), text('b', 'application/gzip')],
    ['something very large', json({}), json('x'.repeat(17_000_000))],
  ])('refuses %s', (_case, from, to) => {
    expect(() => diffDrops(from, to)).toThrow('cannot be compared');
  });
});

function range(length: number, offset: number): number[] {
  return Array.from({ length }, (_item, index) => index * 13 + offset);
}
