import { sample, stringMatching } from 'fast-check';
import { compilePattern, type SamplePattern } from '../domain/valid-value.ts';

/** Text for a regular expression, by the generator of a property testing library. */
export const samplePattern: SamplePattern = (pattern, seed) => {
  const [text] = sample(stringMatching(compilePattern(pattern)), { seed, numRuns: 1 });
  return text ?? '';
};
