import Link from 'next/link';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { formatDuration } from '#lib/format.ts';
import { nameOfStage } from '#lib/stages.ts';
import type { Statistics } from './use-statistics.ts';

/** Where the time goes, the slowest first; each leads to its slowest run. */
export function StagesPanel({ statistics: { stages } }: { statistics: Statistics }) {
  const sorted = [...stages].sort((a, b) => (b.medianMs ?? 0) - (a.medianMs ?? 0));
  const longest = Math.max(...stages.map(({ p90Ms }) => p90Ms ?? 0), 1);
  return (
    <Panel className="min-w-0 overflow-x-auto">
      <PanelHeader title="Slowest stages" />
      <table className="w-full text-left">
        <thead className="text-muted text-xs">
          <tr>
            <th className="px-3 py-1.5 font-medium">Stage</th>
            <th className="hidden w-1/3 px-3 py-1.5 font-medium sm:table-cell">
              <span className="sr-only">Bar of the median</span>
            </th>
            <th className="px-3 py-1.5 text-right font-medium">Median</th>
            <th className="px-3 py-1.5 text-right font-medium">9 of 10</th>
            <th className="px-3 py-1.5 text-right font-medium">Slowest</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ stage, medianMs, p90Ms, slowestRunId }) => (
            <tr key={stage} className="border-line border-t">
              <td className="px-3 py-1.5 font-medium">{nameOfStage(stage)}</td>
              <td aria-hidden className="hidden px-3 sm:table-cell">
                <span className="relative block h-2 rounded-sm bg-sunken">
                  <Bar of={p90Ms} whole={longest} className="opacity-30" />
                  <Bar of={medianMs} whole={longest} />
                </span>
              </td>
              <td className="px-3 py-1.5 text-right">{formatDuration(medianMs)}</td>
              <td className="px-3 py-1.5 text-right text-muted">{formatDuration(p90Ms)}</td>
              <td className="px-3 py-1.5 text-right">
                {slowestRunId !== null && (
                  <Link
                    href={`/runs/${slowestRunId}?view=timeline`}
                    className="font-medium text-accent"
                  >
                    Run<span className="sr-only"> in which {nameOfStage(stage)} was slowest</span>
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

type BarProps = { of: number | null; whole: number; className?: string };

function Bar({ of, whole, className = '' }: BarProps) {
  return (
    <span
      className={`absolute inset-y-0 left-0 min-w-0.5 rounded-sm bg-accent ${className}`}
      style={{ width: `${(100 * (of ?? 0)) / whole}%` }}
    />
  );
}
