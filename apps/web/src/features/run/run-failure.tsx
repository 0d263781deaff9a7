import { CircleX } from 'lucide-react';
import type { Run } from './use-run.ts';

/** Why it failed, and what can be done about it. */
export function RunFailure({ failure }: { failure: NonNullable<Run['failure']> }) {
  return (
    <section
      aria-label="Why it failed"
      className="flex items-start gap-3 rounded-lg border border-line bg-failed-soft p-4"
    >
      <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-failed" />
      <div className="min-w-0">
        <h2 className="font-medium">
          {failure.stage === null ? 'The run failed' : `Stage ${failure.stage} failed`}
        </h2>
        <p className="mt-1 whitespace-pre-wrap break-words">{failure.message}</p>
        {failure.next !== null && <p className="mt-1 text-muted">{failure.next}</p>}
        <p className="mt-1 font-mono text-muted text-xs">{failure.code}</p>
      </div>
    </section>
  );
}
