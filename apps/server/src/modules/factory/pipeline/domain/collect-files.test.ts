import { describe, expect, it } from 'vitest';
import { collectFiles } from './collect-files.ts';

const file = (path: string) => ({ path, content: path });

describe('collectFiles', () => {
  it('orders the files of all units by path, whatever order the units finished in', () => {
    const a = { files: [file('src/b.ts'), file('README.md')] };
    const b = { files: [file('src/a.ts')] };
    const paths = ['README.md', 'src/a.ts', 'src/b.ts'];

    expect(collectFiles([a, b]).map(({ path }) => path)).toEqual(paths);
    expect(collectFiles([b, a])).toEqual(collectFiles([a, b]));
  });

  it('refuses two units that claim one path', () => {
    const unit = { files: [file('src/app.ts')] };

    expect(() => collectFiles([unit, unit])).toThrow('two units generated src/app.ts');
  });
});
