import type { CheckOutcome } from './domain/quality-check.ts';

/** Ends a check that the factory carries out itself; its time runs from here on. Without a reason it has passed. */
export function settleBuiltin(id: CheckOutcome['id'], program: string) {
  const started = performance.now();
  return (
    output: string,
    reason: string | null,
    figures: CheckOutcome['figures'],
  ): CheckOutcome => ({
    id,
    status: reason === null ? 'passed' : 'failed',
    command: [`builtin:${program}`],
    exitCode: null,
    durationMs: performance.now() - started,
    output,
    reason,
    figures,
  });
}
