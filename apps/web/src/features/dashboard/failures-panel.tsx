import Link from 'next/link';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { formatCount } from '#lib/format.ts';
import { runsBehind, type Statistics } from './use-statistics.ts';

/** Why runs failed, the most frequent first. */
export function FailuresPanel({ statistics }: { statistics: Statistics }) {
  const { failures, since } = statistics;
  return (
    <Panel className="min-w-0">
      <PanelHeader title="Why runs failed" />
      {failures.length === 0 ? (
        <p className="p-3 text-muted">No run failed in these days.</p>
      ) : (
        <ul className="divide-y divide-line">
          {failures.map(({ code, count, latestRunId }) => (
            <li key={code} className="flex flex-wrap items-center gap-x-4 px-3 py-1.5">
              <Link
                href={runsBehind(statistics, { failure: code, since })}
                className="mr-auto break-all font-mono text-accent text-xs"
              >
                {code}
              </Link>
              <span className="text-muted text-xs">{formatCount(count, 'run')}</span>
              <Link href={`/runs/${latestRunId}`} className="font-medium text-accent text-xs">
                Latest<span className="sr-only"> run with {code}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
