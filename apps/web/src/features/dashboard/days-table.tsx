import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { Series } from '#components/chart-options.ts';
import { runsBehind, type Statistics } from './use-statistics.ts';

type DaysTableProps = { title: string; series: readonly Series[]; statistics: Statistics };

/** The same figures in rows, newest first; days on which nothing happened are left out. */
export function DaysTable({ title, series, statistics }: DaysTableProps) {
  const rows = statistics.days
    .map((day, index) => ({ ...day, counts: series.map(({ values }) => values[index] ?? 0) }))
    .filter(({ counts }) => counts.some((count) => count > 0))
    .reverse();
  return (
    <details className="group border-line border-t">
      <summary className="flex list-none items-center gap-1 px-3 py-2 text-muted text-xs hover:bg-hover focus-visible:-outline-offset-2">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        As a table
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section tabIndex={0} aria-label={`${title}, as a table`} className="max-h-64 overflow-auto">
        <table className="w-full text-left text-xs">
          <thead className="text-muted">
            <tr>
              <th className="px-3 py-1 font-medium">Day (UTC)</th>
              {series.map(({ name }) => (
                <th key={name} className="px-3 py-1 text-right font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ day, since, until, counts }) => (
              <tr key={day} className="border-line border-t">
                <td className="px-3 py-1">
                  <Link
                    href={runsBehind(statistics, { since, until })}
                    className="font-medium text-accent"
                  >
                    {day}
                  </Link>
                </td>
                {counts.map((count, index) => (
                  <td key={series[index]?.name} className="px-3 py-1 text-right">
                    {count.toLocaleString('en')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
