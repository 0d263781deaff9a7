import { readFileSync } from 'node:fs';
import type { Gate } from './gate.ts';
import { listFiles } from './source-files.ts';

const modulesFolder = 'apps/server/src/modules/';

/**
 * What a module may hold besides files of use cases: `stages` is the pipeline's name for its use cases, `attacks` that of
 * the quality gate for the ways in that it tries, `contract` for apps that keep an OpenAPI document of their own, `conformance` the suite that any runner of workflows must pass.
 */
const folders = new Set([
  'domain',
  'adapters',
  'http',
  'stages',
  'attacks',
  'contract',
  'conformance',
  'testing',
]);

export const modulesGate: Gate = {
  name: 'modules',
  promise: 'every server module has the same shape, and none is an empty room',
  async check(root) {
    const modules = listModules(root);
    const problems = [...modules].flatMap(([name, files]) =>
      [
        ...judgeModule(files, (path) =>
          readFileSync(`${root}/${modulesFolder}${name}/${path}`, 'utf8'),
        ),
      ].map((problem) => `${modulesFolder}${name}: ${problem}`),
    );
    return { problems, note: `${modules.size} modules of the same shape` };
  },
};

/** The files of every module by `family/module`. */
export function listModules(root: string): Map<string, string[]> {
  const modules = new Map<string, string[]>();
  for (const path of listFiles(root).filter((file) => file.startsWith(modulesFolder))) {
    const [family, module, ...rest] = path.slice(modulesFolder.length).split('/');
    const name = rest.length === 0 ? `${family}` : `${family}/${module}`;
    modules.set(name, [...(modules.get(name) ?? []), rest.join('/')]);
  }
  return modules;
}

export function judgeModule(files: readonly string[], read: (path: string) => string): string[] {
  const has = (path: string) => files.includes(path);
  const problems: string[] = [];
  if (!has('index.ts')) problems.push('has no index.ts, its only public face');
  if (has('README.md')) problems.push(...judgeReadme(read('README.md')));
  else problems.push('has no README.md');
  if (files.some((path) => path.startsWith('adapters/')) && !has('ports.ts')) {
    problems.push('has adapters but no ports.ts');
  }
  if (!files.some((path) => isUseCase(path) || path.startsWith('domain/'))) {
    problems.push('is an empty room: neither domain nor use case');
  }
  const tested = files.some((path) => path.endsWith('.test.ts'));
  if (!tested) problems.push('has no test');
  return [
    ...problems,
    ...files.filter(isOutOfPlace).map((path) => `${path} has no place in a module`),
  ];
}

function judgeReadme(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '').length;
  return lines >= 4 && lines <= 25 ? [] : [`README.md has ${lines} lines, about ten are wanted`];
}

function isUseCase(path: string): boolean {
  return (
    /^(stages\/)?[^/]+\.ts$/.test(path) && !/^(index|ports)\.ts$|\.(test|contract)\.ts$/.test(path)
  );
}

function isOutOfPlace(path: string): boolean {
  const [first = '', ...rest] = path.split('/');
  return rest.length === 0
    ? !/\.(ts|md)$/.test(first)
    : !folders.has(first) && first !== 'fixtures';
}
