/**
 * A checker for StrykerJS that lets only the changes of a sample be tried. StrykerJS loads it by itself, in processes of
 * its own: what it needs stands in a file that the environment names.
 */
import { readFileSync } from 'node:fs';
import { keyOf } from './key-of.mjs';

const { root, plugin, keys } = JSON.parse(readFileSync(process.env.MUTATION_SAMPLE ?? '', 'utf8'));
const { declareClassPlugin, PluginKind } = await import(plugin);
const sample = new Set(keys);
const left = { status: 'compileError', reason: 'It is not in the sample.' };

class SampleChecker {
  async init() {}

  async check(mutants) {
    const verdict = (mutant) => (sample.has(keyOf(root, mutant)) ? { status: 'passed' } : left);
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, verdict(mutant)]));
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker)];
