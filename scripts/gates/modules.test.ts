import { describe, expect, it } from 'vitest';
import { compareFolders, namedFolders } from './architecture.ts';
import { judgeModule } from './modules.ts';

const good = [
  'index.ts',
  'README.md',
  'ports.ts',
  'start-run.ts',
  'start-run.test.ts',
  'domain/run.ts',
  'adapters/memory-run-repository.ts',
  'http/run-routes.ts',
];
const readme = Array.from({ length: 10 }, (_, line) => `line ${line}`).join('\n');
const judge = (files: string[], text = readme) => judgeModule(files, () => text);
const without = (path: string) => good.filter((file) => file !== path);

describe('the modules gate', () => {
  it('is passed by a module of the common shape', () => {
    expect(judge(good)).toEqual([]);
  });

  it.each([
    ['index.ts', 'has no index.ts, its only public face'],
    ['README.md', 'has no README.md'],
    ['ports.ts', 'has adapters but no ports.ts'],
    ['start-run.test.ts', 'has no test'],
  ])('misses %s', (path, problem) => {
    expect(judge(without(path))).toEqual([problem]);
  });

  it('finds an empty room', () => {
    expect(judge(['index.ts', 'README.md', 'index.test.ts'])).toEqual([
      'is an empty room: neither domain nor use case',
    ]);
  });

  it('finds a folder that has no place in a module', () => {
    expect(judge([...good, 'utils/things.ts'])).toEqual([
      'utils/things.ts has no place in a module',
    ]);
  });

  it.each([1, 26])('finds a README of %i lines', (lines) => {
    expect(judge(good, 'word\n'.repeat(lines))).toEqual([
      expect.stringContaining(`${lines} lines`),
    ]);
  });
});

describe('the architecture gate', () => {
  const table = '| folder | what |\n|---|---|\n| `apps/cli` | `ql` |\n| `factory/runs` | runs |\n';

  it('reads the folders of the first column', () => {
    expect(namedFolders(table)).toEqual(['apps/cli', 'factory/runs']);
  });

  it('finds a folder that is not in the table, and one that is only there', () => {
    expect(compareFolders(namedFolders(table), ['apps/cli', 'factory/drops'])).toEqual([
      'factory/drops is not in ARCHITECTURE.md',
      'factory/runs is named, but not there',
    ]);
  });
});
