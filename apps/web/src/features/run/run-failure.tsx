import { CircleX } from 'lucide-react';
import { CheckOutput } from './check-output.tsx';
import type { Run } from './use-run.ts';

type RunFailureProps = { run: Run; failure: NonNullable<Run['failure']> };

/** Why it failed, what the failing checks wrote, and what can be done about it. */
export function RunFailure({ run, failure }: RunFailureProps) {
  const { stage: key, code, message, next } = failure;
  const title = run.stages.find((stage) => stage.key === key)?.title ?? key;
  const checks = run.evidence?.checks.filter(({ status }) => status === 'failed') ?? [];
  return (
    <section
      aria-label="Why it failed"
      className="flex items-start gap-3 rounded-lg border border-line bg-failed-soft p-4"
    >
      <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-failed" />
      <div className="min-w-0 flex-1">
        <h2 className="font-medium">{title === null ? 'The run failed' : `${title} failed`}</h2>
        <p className="mt-1 whitespace-pre-wrap break-words">{message}</p>
        {next !== null && <p className="mt-1 text-muted">{next}</p>}
        {checks.length > 0 && (
          <div className="mt-2 grid grid-cols-[minmax(0,1fr)] gap-1">
            {checks.map(({ id, title: name }) => (
              <CheckOutput key={id} runId={run.id} checkId={id} label={`Output of “${name}”`} />
            ))}
          </div>
        )}
        <p className="mt-1 font-mono text-muted text-xs">
          <a href={`/problems/${code}`} className="underline underline-offset-2 hover:text-ink">
            {code}
          </a>
        </p>
      </div>
    </section>
  );
}
