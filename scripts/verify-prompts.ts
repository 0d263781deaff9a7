/** Proves the factory on prompts of many kinds: each becomes a real run, and what it left is looked at from outside. */
import { parseArgs } from 'node:util';
import { prompts, shuffledCorpus } from './factory-checks/prompts.ts';
import { chooseCases, countOf, proveRuns } from './factory-checks/prove-runs.ts';
import { offerHelp } from './offer-help.ts';

offerHelp(`npm run verify:prompts -- [options]

Posts prompts of many kinds as real runs and proves of each: it succeeded, every check passed, no operation failed, the
capsule verifies offline, every stage left one drop. Prints a line per prompt and ends with "N passed, N failed".

  --only NAME      only this prompt (may be given more than once)
  --corpus         every prompt of the reader's corpus instead of the chosen ones: hours
  --seed TEXT      with --corpus: another order
  --sample N       only the first N prompts
  --parallel N     runs at the same time, 2 when absent
  --data FOLDER    data folder of the factory, kept; a temporary one when absent
  --list           print the names of the prompts
  --help           print this`);

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    corpus: { type: 'boolean' },
    seed: { type: 'string', default: '1' },
    sample: { type: 'string' },
    parallel: { type: 'string', default: '2' },
    data: { type: 'string' },
    list: { type: 'boolean' },
  },
});
const { sample } = options;
const offered = options.corpus ? shuffledCorpus(options.seed) : prompts;

if (options.list) {
  for (const { name } of offered) console.log(name);
} else {
  const named = chooseCases(offered, options.only);
  const chosen = sample === undefined ? named : named.slice(0, countOf('--sample', sample));
  const parallel = countOf('--parallel', options.parallel);
  const failed = await proveRuns(chosen, { parallel, dataFolder: options.data });
  process.exitCode = failed === 0 ? 0 : 1;
}
