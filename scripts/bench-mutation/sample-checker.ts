/**
 * A checker for StrykerJS that lets only the changes of a sample be tried. StrykerJS loads it by itself, in processes of
 * its own: what it needs stands in a file that the environment names.
 */
import { readFileSync } from 'node:fs';
import { keyOf, type Mutant } from './key-of.ts';

export type Sample = {
  /** The folder of the app. */
  root: string;
  /** The address of the module that declares plugins. */
  plugin: string;
  keys: readonly string[];
};

const { root, plugin, keys }: Sample = JSON.parse(
  readFileSync(process.env.MUTATION_SAMPLE ?? '', 'utf8'),
);
const { declareClassPlugin, PluginKind } = await import(plugin);
const sample = new Set(keys);
const left = { status: 'compileError', reason: 'It is not in the sample.' };

class SampleChecker {
  async init(): Promise<void> {}

  async check(mutants: readonly Mutant[]) {
    const verdict = (mutant: Mutant) =>
      sample.has(keyOf(root, mutant)) ? { status: 'passed' } : left;
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, verdict(mutant)]));
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker)];
