import { measureFollowUps } from '../packages/blueprint/src/follow-up/corpus/measure-follow-ups.ts';
import { offerHelp } from './offer-help.ts';

offerHelp(`npm run bench:follow-ups

How many follow-ups of the corpus are read as they are meant. Faults of those that were put aside are not printed.`);

const { known, heldOut } = measureFollowUps();
for (const { entry, lines } of known.faults) {
  console.log(`${entry.base}: ${entry.text}`);
  console.log(`  meant ${JSON.stringify(entry.expect)}\n  read  ${JSON.stringify(lines)}`);
}
console.log(
  `Tuned on: ${known.met} of ${known.all}. Put aside: ${heldOut.met} of ${heldOut.all} (when first read: 10).`,
);
