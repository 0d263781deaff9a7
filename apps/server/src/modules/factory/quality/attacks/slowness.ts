import type { AppRequest, AppResponse } from '../domain/finding.ts';
import type { AttackField } from './attack-field.ts';

/** How many times longer than a harmless request of the same kind counts as slow. */
const SLOWER = 4;

type Suspect = { request: AppRequest; harmless: AppRequest; limitMs: number };

/**
 * Reports a request that takes longer than `limitMs`, again when it is sent again, and far longer than a harmless one:
 * a busy machine is slow once, a costly operation is slow for everybody.
 */
export async function reportSlow(
  field: AttackField,
  { request, harmless, limitMs }: Suspect,
): Promise<AppResponse | null> {
  const first = await field.time(request);
  if (first.durationMs < limitMs) return first.response;
  const plain = await field.time(harmless);
  const again = await field.time(request);
  if (again.durationMs >= Math.max(limitMs, SLOWER * plain.durationMs)) {
    const [long, short] = [again.durationMs, plain.durationMs].map(Math.round);
    field.report(`the answer took ${long} ms, that to a harmless request ${short} ms`, {
      request,
      response: again.response,
    });
  }
  return first.response;
}
