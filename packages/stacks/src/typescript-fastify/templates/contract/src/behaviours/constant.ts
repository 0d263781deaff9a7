import type { Answer } from '../contract/answer.ts';
import type { Handler } from '../contract/operation.ts';

/** The same answer each time. */
export function constant({ answer }: { answer: () => Answer }): Handler {
  return async () => answer();
}
