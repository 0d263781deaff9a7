import type { Run } from './use-run.ts';

/** A run can be taken up again from stages that were tried. */
export function wasReached({ attempts }: Run['stages'][number]): boolean {
  return attempts > 0;
}
