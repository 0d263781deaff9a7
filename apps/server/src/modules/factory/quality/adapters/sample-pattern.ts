import { type Arbitrary, sample, stringMatching } from 'fast-check';
import { compilePattern, type SamplePattern } from '../domain/valid-value.ts';

/** Taking a long pattern apart costs a hundred times what one text of it does. */
const generators = new Map<string, Arbitrary<string>>();
const MOST_KEPT = 200;

/** Text for a regular expression, by the generator of a property testing library. */
export const samplePattern: SamplePattern = (pattern, seed) => {
  const [text] = sample(generatorOf(pattern), { seed, numRuns: 1 });
  return text ?? '';
};

function generatorOf(pattern: string): Arbitrary<string> {
  const known = generators.get(pattern);
  if (known !== undefined) return known;
  if (generators.size >= MOST_KEPT) generators.clear();
  const made = stringMatching(compilePattern(pattern));
  generators.set(pattern, made);
  return made;
}
