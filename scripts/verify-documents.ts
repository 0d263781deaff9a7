/** Proves the factory on documents: each becomes a real run, and what it left is looked at from outside. */
import { parseArgs } from 'node:util';
import { allDocuments, chosenDocuments, documentCase } from './factory-checks/documents.ts';
import { chooseCases, countOf, proveRuns } from './factory-checks/prove-runs.ts';
import { offerHelp } from './offer-help.ts';

offerHelp(`npm run verify:documents -- [options]

Posts documents (JDL, SQL of three dialects, Prisma, CSV, JSON) as real runs and proves of each: it succeeded, every check
passed, no attack got through, no operation failed, the capsule verifies offline, every stage left one drop. Some are
built with a web UI as well. Prints a line per document and ends with "N passed, N failed".

  --only NAME      only this document (may be given more than once)
  --all            every document of the importers' tests, in both kinds: an hour
  --file FILE      this document of yours instead (may be given more than once)
  --full-stack     with --file: with a web UI
  --sample N       only the first N documents
  --minutes N      starts no run after N minutes, 40 when absent; what did not start counts as failed
  --parallel N     runs at the same time, 2 when absent
  --data FOLDER    data folder of the factory, kept; a temporary one when absent
  --list           print the names of the documents
  --help           print this`);

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    all: { type: 'boolean', default: false },
    file: { type: 'string', multiple: true },
    'full-stack': { type: 'boolean', default: false },
    sample: { type: 'string' },
    minutes: { type: 'string', default: '40' },
    parallel: { type: 'string', default: '2' },
    data: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
});
const kind = options['full-stack'] ? 'full-stack' : 'api';
const ofRepository = () => (options.all ? allDocuments() : chosenDocuments());
const offered = options.file?.map((path) => documentCase(path, kind)) ?? ofRepository();

if (options.list) {
  for (const { name } of offered) console.log(name);
} else {
  const named = chooseCases(offered, options.only);
  const sample = options.sample === undefined ? named.length : countOf('--sample', options.sample);
  const failed = await proveRuns(named.slice(0, sample), {
    parallel: countOf('--parallel', options.parallel),
    dataFolder: options.data,
    minutes: countOf('--minutes', options.minutes),
  });
  process.exitCode = failed === 0 ? 0 : 1;
}
