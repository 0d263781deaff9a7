import { basename } from 'node:path';
import type { Gate, GateResult } from './gate.ts';
import { measure, type Shape, spreadOf } from './shape-figures.ts';
import { readSources, type SourceFile } from './source-files.ts';

/** The figures this code base has promised itself. */
const bars = {
  file: { median: 70, p90: 200, max: 400 },
  function: { median: 12, p90: 40, max: 80 },
  /** A ratchet on the way to 1, see docs/decisions/0079: raise it as tests are written, never lower it. */
  serverTestRatio: 1,
};

/** Next's groups `(name)` and parameters `[name]` are folders of routes. */
const routeFolder = /^(\([a-z-]+\)|\[(\.\.\.)?[a-zA-Z]+\])$/;
const kebabCase = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

export const shapeGate: Gate = {
  name: 'shape',
  promise: 'files and functions stay small, nothing switches the type checker off',
  check: async (root) => judgeShape(readSources(root)),
};

export function judgeShape(files: readonly SourceFile[]): GateResult {
  const sources = files.filter(({ isTest }) => !isTest);
  const shapes = sources.map(measure);
  const fileLines = spreadOf(sources.map(({ lines }) => lines));
  const functionLines = spreadOf(
    shapes.flatMap(({ functions }) => functions).map(({ lines }) => lines),
  );
  const ratio = serverTestRatio(files);
  return {
    note: [
      `${fileLines.count} files ${describe(fileLines)}`,
      `${functionLines.count} functions ${describe(functionLines)}`,
      `server tests/source ${ratio.toFixed(2)}`,
    ].join('; '),
    problems: [
      ...overBar('file lines', fileLines, bars.file),
      ...overBar('function lines', functionLines, bars.function),
      ...longFiles(files),
      ...shapes.flatMap(describeShape),
      ...badNames(files),
      ...(ratio < bars.serverTestRatio
        ? [
            `server: test lines / source lines is ${ratio.toFixed(2)}, at least ${bars.serverTestRatio} is wanted`,
          ]
        : []),
    ],
  };
}

function describe({ median, p90, max }: { median: number; p90: number; max: number }): string {
  return `${median}/${p90}/${max}`;
}

function overBar(
  what: string,
  found: { median: number; p90: number },
  bar: { median: number; p90: number },
): string[] {
  return (['median', 'p90'] as const)
    .filter((figure) => found[figure] > bar[figure])
    .map((figure) => `${what}: ${figure} is ${found[figure]}, at most ${bar[figure]} is wanted`);
}

function longFiles(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ lines }) => lines > bars.file.max)
    .map(({ path, lines }) => `${path}: ${lines} lines, at most ${bars.file.max} are wanted`);
}

function describeShape({ functions, escapes }: Shape): string[] {
  return [
    ...functions
      .filter(({ lines }) => lines > bars.function.max)
      .map(({ path, line, lines }) => `${path}:${line}: a function of ${lines} lines`),
    ...escapes.map(({ path, line, kind }) => `${path}:${line}: ${kind}`),
  ];
}

function badNames(files: readonly SourceFile[]): string[] {
  return files
    .filter(
      ({ path }) =>
        !path.split('/').every((part) => kebabCase.test(part) || routeFolder.test(part)),
    )
    .map(({ path }) => `${path}: ${basename(path)} is not kebab-case`);
}

function serverTestRatio(files: readonly SourceFile[]): number {
  const server = files.filter(({ path }) => path.startsWith('apps/server/'));
  const lines = (isTest: boolean) =>
    server.filter((file) => file.isTest === isTest).reduce((sum, file) => sum + file.lines, 0);
  return lines(false) === 0 ? 1 : lines(true) / lines(false);
}
