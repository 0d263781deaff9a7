import type { Handler } from '../contract/operation.ts';
import { Refusal } from '../contract/refusal.ts';

/** The document does not say what the operation does; the question stands where its code belongs. */
export function undetermined(question: string): Handler {
  return async () => {
    throw new Refusal('undetermined', `This is not built yet: ${question}`);
  };
}
