import { corpus } from '../packages/blueprint/src/corpus/corpus.ts';
import { scoreCorpus, type Tally } from '../packages/blueprint/src/corpus/score.ts';
import { offerHelp } from './offer-help.ts';

offerHelp(`npm run bench:prompts -- [--verbose] [ID]

Precision and recall of the prompt reader, for each set of the corpus. --verbose prints what is read wrongly; an ID
takes this one prompt.`);

/** Prints precision and recall of the prompt reader on its corpus: `npm run bench:prompts [-- --verbose] [id]`. */
const verbose = process.argv.includes('--verbose');
const only = process.argv.slice(2).find((argument) => !argument.startsWith('--'));

function percent(part: number, whole: number): string {
  return whole === 0 ? '   -  ' : `${((100 * part) / whole).toFixed(1).padStart(5)}%`;
}

function print(title: string, tally: Record<string, Tally>): void {
  console.log(title);
  for (const [kind, { right, expected, found }] of Object.entries(tally)) {
    console.log(
      `  ${kind.padEnd(12)} precision ${percent(right, found)}  recall ${percent(right, expected)}  (${right} of ${expected}, ${found} found)`,
    );
  }
}

for (const { name, blind, entries, heldOut, isValidation } of corpus) {
  const chosen = only === undefined ? entries : entries.filter((entry) => entry.id === only);
  if (chosen.length === 0) continue;
  const { tally, faults, perfect } = scoreCorpus(chosen);
  print(
    `Set ${name}: ${perfect} of ${chosen.length} prompts perfect (when first read: ${blind})`,
    tally,
  );
  const isClosed = heldOut === true || isValidation === true;
  const isOpen = !isClosed && (verbose || only !== undefined);
  if (isOpen) for (const fault of faults) console.log(`    ${fault}`);
}
const all = scoreCorpus(corpus.flatMap(({ entries }) => entries));
print(`All: ${all.perfect} prompts perfect`, all.tally);
