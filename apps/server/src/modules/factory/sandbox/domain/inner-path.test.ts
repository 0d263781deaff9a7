import { join, normalize } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitInnerPath } from './inner-path.ts';

describe('splitInnerPath', () => {
  it('splits a plain path', () => {
    expect(splitInnerPath('src/deep/main.ts')).toEqual(['src', 'deep', 'main.ts']);
  });

  it('keeps names that only look odd', () => {
    expect(splitInnerPath('...a/.env')).toEqual(['...a', '.env']);
  });

  it.each([
    '',
    '/etc/passwd',
    '../x',
    'a/../x',
    'a/./x',
    'a//x',
    'a/',
    'a\\..\\x',
    'a\0b',
    'x/'.repeat(600),
  ])('refuses %j', (path) => {
    expect(() => splitInnerPath(path)).toThrow('is not copied');
  });

  it('never accepts a path that leads out of its folder', () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'b.ts', '...', ' ', '\\', '~');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const path = parts.join('/');
        try {
          splitInnerPath(path);
        } catch {
          return true;
        }
        return normalize(join('/root/folder', path)).startsWith('/root/folder/');
      }),
    );
  });
});
