import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keyOf, type Mutant } from './key-of.ts';

/** What is used here of the instrumenter of StrykerJS, which is installed when the bench runs. */
type Instrumenter = {
  instrument(
    files: { name: string; mutate: boolean; content: string }[],
    options: { plugins: null; excludedMutations: string[]; ignorers: readonly never[] },
  ): Promise<{ mutants: Mutant[] }>;
};
type Injector = {
  provideValue(token: string, value: unknown): Injector;
  injectFunction(create: unknown): Instrumenter;
};

/** The changes that StrykerJS would make to these files of an app, by file; each as its key. */
export async function listMutants(
  stryker: string,
  root: string,
  paths: readonly string[],
): Promise<Map<string, string[]>> {
  const load = (path: string) => import(pathToFileURL(join(stryker, path)).href);
  const { createInstrumenter } = await load('@stryker-mutator/instrumenter/dist/src/index.js');
  const { commonTokens } = await load('@stryker-mutator/api/dist/src/plugin/index.js');
  const { createInjector } = await load('typed-inject/dist/src/index.js');
  const silent = { debug() {}, info() {}, isDebugEnabled: () => false };
  const injector: Injector = createInjector();
  const instrumenter = injector
    .provideValue(commonTokens.logger, silent)
    .injectFunction(createInstrumenter);
  const byFile = new Map<string, string[]>();
  for (const path of paths) {
    const name = join(root, path);
    const file = { name, mutate: true, content: await readFile(name, 'utf8') };
    const options = { plugins: null, excludedMutations: [], ignorers: [] };
    const { mutants } = await instrumenter.instrument([file], options);
    byFile.set(
      path,
      mutants.map((mutant) => keyOf(root, mutant)),
    );
  }
  return byFile;
}
