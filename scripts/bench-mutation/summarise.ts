import type { Measure } from '../bench/report.ts';
import { confidenceInterval } from './draw-sample.ts';

type Mutant = {
  status: string;
  mutatorName: string;
  replacement?: string | undefined;
  location: { start: { line: number } };
};
/** The part of the mutation-testing-elements report that is read here. */
export type Report = { files: Record<string, { mutants: Mutant[] }> };

const BAR_PERCENT = 70;
const NOTICED = ['Killed', 'Timeout'];
const MISSED = ['Survived', 'NoCoverage'];

/** Prints what was noticed of each file, and what was not where that is `listed`; gives the share of all. */
export function summarise(
  name: string,
  { files }: Report,
  { isSample, isListed }: { isSample: boolean; isListed: boolean },
): Measure {
  const all = Object.values(files).flatMap(({ mutants }) => mutants);
  for (const [path, { mutants }] of Object.entries(files)) {
    const { noticed, judged, late } = count(mutants);
    if (judged === 0) continue;
    console.log(
      `${name}  ${path}: ${noticed} of ${judged}, ${late} of them by running out of time`,
    );
    for (const { status, mutatorName, replacement, location } of isListed ? mutants : []) {
      if (!MISSED.includes(status)) continue;
      const change = replacement?.replaceAll(/\s+/g, ' ').slice(0, 80) ?? '';
      console.log(`      line ${location.start.line}: ${mutatorName} ${change}`);
    }
  }
  const { noticed, judged, late } = count(all);
  if (isSample) {
    const [low, high] = confidenceInterval(noticed, judged).map((share) =>
      (100 * share).toFixed(1),
    );
    console.log(`${name}  with 95 % certainty between ${low} % and ${high} % of all changes`);
  }
  return {
    what: `${name}: ${noticed} of ${judged} changes noticed (${late} by time)`,
    value: judged === 0 ? 0 : (100 * noticed) / judged,
    unit: '%',
    bar: { limit: BAR_PERCENT, best: 'high' },
  };
}

/**
 * Changes that do not run at all say nothing about the tests. `late`: what ran out of time, which is an endless loop or a
 * machine that does something else besides.
 */
function count(mutants: readonly Mutant[]) {
  const noticed = mutants.filter(({ status }) => NOTICED.includes(status)).length;
  const late = mutants.filter(({ status }) => status === 'Timeout').length;
  return {
    late,
    noticed,
    judged: noticed + mutants.filter(({ status }) => MISSED.includes(status)).length,
  };
}
