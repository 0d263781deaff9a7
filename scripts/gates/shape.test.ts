import { describe, expect, it } from 'vitest';
import { judgeShape } from './shape.ts';
import { measure, spreadOf } from './shape-figures.ts';
import type { SourceFile } from './source-files.ts';

function file(path: string, text: string, isTest = false): SourceFile {
  return { path, text, isTest, lines: text.split('\n').length - 1 };
}

const small = file('apps/server/src/small.ts', 'export const one = 1;\n');
const test = file('apps/server/src/small.test.ts', 'one\ntwo\nthree\n', true);
const judge = (...files: SourceFile[]) => judgeShape([...files, small, test]).problems.join('\n');

describe('the shape gate', () => {
  it('is passed by small files with tests', () => {
    expect(judge()).toBe('');
  });

  it.each([
    ['any', 'export let x: any;\n'],
    ['any', 'export const f = (x: Array<any>) => x;\n'],
    ['non-null !', 'export const x = process.argv[2]!;\n'],
    ['unexplained as', 'export const x = JSON.parse("1") as number;\n'],
    ['unexplained as', 'export const x = <number>JSON.parse("1");\n'],
  ])('finds %s in %s', (kind, text) => {
    expect(judge(file('packages/x/src/bad.ts', text))).toContain(
      `packages/x/src/bad.ts:1: ${kind}`,
    );
  });

  it.each([
    'export const x = [1] as const;\n',
    'export const x = JSON.parse("1") as number; // the literal above\n',
    '// The literal is a number.\nexport const x = JSON.parse("1") as number;\n',
    'import { one as two } from "./one.ts";\nexport { two };\n',
    'export const any = "any!";\n',
  ])('lets pass %s', (text) => {
    expect(judge(file('packages/x/src/good.ts', text))).toBe('');
  });

  it('finds a file of more than 400 lines', () => {
    expect(judge(file('packages/x/src/long.ts', '\n'.repeat(401)))).toContain('long.ts: 401 lines');
  });

  it('finds a long test file as well', () => {
    expect(judge(file('packages/x/src/long.test.ts', '\n'.repeat(401), true))).toContain(
      '401 lines',
    );
  });

  it('finds a function of more than 80 lines', () => {
    const text = `\nexport function long() {${'\n'.repeat(80)}}\n`;
    expect(judge(file('packages/x/src/long.ts', text))).toContain(
      'long.ts:2: a function of 81 lines',
    );
  });

  it('finds a median and a ninetieth percentile over the bar', () => {
    const files = [1, 2, 3].map((n) => file(`packages/x/src/f${n}.ts`, '\n'.repeat(250)));
    expect(judge(...files)).toContain('file lines: median is 250');
    expect(judge(...files)).toContain('file lines: p90 is 250');
  });

  it.each(['apps/cli/src/camelCase.ts', 'apps/cli/src/Big.ts', 'packages/x/src/a_b/c.ts'])(
    'wants kebab-case: %s',
    (path) => {
      expect(judge(file(path, 'export {};\n'))).toContain('is not kebab-case');
    },
  );

  it('finds a server with too few test lines for its source lines', () => {
    const { problems } = judgeShape([file('apps/server/src/a.ts', '\n'.repeat(6)), small, test]);
    expect(problems).toEqual([expect.stringContaining('test lines / source lines is 0.43')]);
  });
});

describe('measure', () => {
  it('counts functions, methods and arrows that have statements', () => {
    const text =
      'const a = () => {\n  b();\n};\nclass C {\n  m() {\n    a();\n  }\n}\nconst d = () => 1;\n';
    expect(measure({ path: 'x.ts', text }).functions.map(({ lines }) => lines)).toEqual([3, 3]);
  });
});

describe('spreadOf', () => {
  it('uses nearest rank', () => {
    expect(spreadOf([5, 1, 4, 2, 3, 9, 8, 7, 6, 10])).toEqual({
      count: 10,
      median: 5,
      p90: 9,
      max: 10,
    });
    expect(spreadOf([])).toEqual({ count: 0, median: 0, p90: 0, max: 0 });
  });
});
