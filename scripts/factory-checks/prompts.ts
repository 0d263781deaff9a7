import { createHash } from 'node:crypto';
import { corpus } from '../../packages/blueprint/src/corpus/corpus.ts';
import type { RunCase } from './prove-runs.ts';

/**
 * Terse, chatty, bulleted and tabular prompts of different trades, out of the corpus of the prompt reader. Shortest way
 * first through what differs in the generated apps, so that a sample of three covers much.
 */
const CHOSEN = [
  'shop-bullets',
  'todo-terse',
  'clinic-chatty',
  'library-with',
  'support-tickets',
  'sensors',
  'school-m2m',
  'events-headings',
  'inventory-lines',
  'employees-self',
  'reserved',
  'hotel',
  'c-quiz',
  'd-timesheet',
  'e-airline',
  'e-jobs-yaml',
  'f-warehouse-json',
  'g-helpdesk',
  'h-terse',
  'i-student-clubs',
  'j-event-tickets',
  'v-courses',
  'v-toolshare',
  'v-observatory',
  'v-shipyard',
  'v-foodtruck',
  'v-beekeeping',
];

/** So many of the first ones get a preview as well. */
const WITH_PREVIEW = 2;

/** Every prompt of the corpus, in an order of its own for each seed: a sample is as good as any other. */
export function shuffledCorpus(seed: string): RunCase[] {
  const placeOf = (name: string) => createHash('sha256').update(`${seed} ${name}`).digest('hex');
  return corpus
    .flatMap(({ entries }) => entries)
    .map(({ id, prompt }) => ({ name: id, asked: { prompt }, options: { preview: false } }))
    .sort((a, b) => (placeOf(a.name) < placeOf(b.name) ? -1 : 1));
}

export const prompts: readonly RunCase[] = CHOSEN.map((name, index) => {
  const found = corpus.flatMap(({ entries }) => entries).find(({ id }) => id === name);
  if (found === undefined) throw new Error(`The corpus has no prompt ${name}.`);
  return { name, asked: { prompt: found.prompt }, options: { preview: index < WITH_PREVIEW } };
});
