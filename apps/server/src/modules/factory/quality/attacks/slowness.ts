import type { AppRequest, AppResponse } from '../domain/finding.ts';
import type { AttackField } from './attack-field.ts';

/** How many times longer than a harmless request of the same kind counts as slow. */
const SLOWER = 4;

type Suspect = { request: AppRequest; harmless: AppRequest; limitMs: number };

/** How often it has to be slow again. */
const TIMES = 3;

/**
 * Reports a request that takes longer than `limitMs`, and again each time it is sent right after a harmless one, which it
 * takes far longer than: a busy machine is slow now and then, a costly operation is slow for everybody.
 */
export async function reportSlow(
  field: AttackField,
  { request, harmless, limitMs }: Suspect,
): Promise<AppResponse | null> {
  const first = await field.time(request);
  if (first.durationMs < limitMs) return first.response;
  let last = first;
  let plainMs = 0;
  for (let turn = 0; turn < TIMES; turn += 1) {
    plainMs = (await field.time(harmless)).durationMs;
    last = await field.time(request);
    if (last.durationMs < Math.max(limitMs, SLOWER * plainMs)) return first.response;
  }
  const [long, short] = [last.durationMs, plainMs].map(Math.round);
  field.report(`the answer took ${long} ms, that to a harmless request ${short} ms`, {
    request,
    response: last.response,
  });
  return first.response;
}
