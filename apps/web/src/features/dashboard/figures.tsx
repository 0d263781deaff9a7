import Link from 'next/link';
import { formatCount, formatDuration } from '#lib/format.ts';
import { judgedStatuses } from '#lib/statuses.ts';
import { runsBehind, type Statistics } from './use-statistics.ts';

type Figure = { name: string; value: string; note: string; href: string; colour?: string };

/** The state of the factory in six figures. */
export function Figures({ statistics }: { statistics: Statistics }) {
  return (
    <ul
      aria-label="Figures"
      className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-3 xl:grid-cols-6"
    >
      {figuresOf(statistics).map(({ name, value, note, href, colour = 'text-ink' }) => (
        <li key={name} className="bg-surface">
          <Link
            href={href}
            className="block h-full px-3 py-2.5 hover:bg-hover focus-visible:-outline-offset-2"
          >
            <span className="block text-muted text-xs">{name}</span>
            <span className={`block font-medium text-xl ${colour}`}>{value}</span>
            <span className="block truncate text-muted text-xs">{note}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function figuresOf(statistics: Statistics): Figure[] {
  const { now, runs, since, timeToCapsule, sandbox } = statistics;
  const behind = (filters: Record<string, string>) => runsBehind(statistics, filters);
  return [
    {
      name: 'Running now',
      value: String(now.running.count),
      note: `${now.queued.count} queued, ${now.paused.count} paused`,
      href: behind({ status: 'running' }),
      ...(now.running.count > 0 && { colour: 'text-running' }),
    },
    {
      name: 'Waiting for a person',
      value: String(now.waiting.count),
      note: now.waiting.count === 0 ? 'nothing to approve' : 'designs to approve',
      href: behind({ status: 'waiting' }),
      ...(now.waiting.count > 0 && { colour: 'text-waiting' }),
    },
    {
      name: 'Success rate',
      value: runs.successRate === null ? '–' : `${Math.round(100 * runs.successRate)} %`,
      note: `${runs.byStatus.succeeded ?? 0} succeeded, ${runs.byStatus.failed ?? 0} failed`,
      href: behind({ status: judgedStatuses, since }),
    },
    {
      name: 'Time to capsule',
      value: formatDuration(timeToCapsule.medianMs),
      note: `9 of 10 within ${formatDuration(timeToCapsule.p90Ms)}`,
      href: behind({ status: 'succeeded', since }),
    },
    {
      name: 'Runs',
      value: runs.count.toLocaleString('en'),
      note: `${runs.byStatus.cancelled ?? 0} cancelled`,
      href: behind({ since }),
    },
    {
      name: 'In the sandbox',
      value: `${sandbox.minutes.toFixed(1)} min`,
      note: `over ${formatCount(sandbox.attempts, 'attempt')}`,
      href: behind({ since }),
    },
  ];
}
