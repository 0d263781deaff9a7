import { decideCompute } from './decide-compute.ts';
import type { Draft, Inference } from './draft.ts';

/** Of what is worked out from requests alone no rows are left behind. */
export function keepsRows(
  { root }: Inference,
  { subjects, recordedBy, calculated }: Draft,
): boolean {
  if (recordedBy !== null || calculated !== null) return true;
  const written = subjects.filter(({ operation }) => operation.method !== 'get');
  return (
    written.length === 0 || written.some(({ operation }) => decideCompute(root, operation) === null)
  );
}
