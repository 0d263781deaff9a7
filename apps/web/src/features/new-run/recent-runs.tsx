'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { RunRow } from '#components/run-row.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { api } from '#lib/api.ts';
import { recentRunsQuery } from '#lib/queries/run-queries.ts';
import { isGoingOn } from '#lib/statuses.ts';

const LIVE_EVERY_MS = 3_000;

/** `projectId`: of this project alone; empty for all of them. Nothing before the first run. */
export function RecentRuns({ projectId }: { projectId: string }) {
  const { data } = useQuery({
    ...recentRunsQuery(api, projectId),
    refetchInterval: ({ state }) => (state.data?.items.some(isGoingOn) ? LIVE_EVERY_MS : false),
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel className="mt-8 overflow-hidden">
      <PanelHeader title="Recent runs">
        <Link
          href={projectId === '' ? '/runs' : `/runs?project=${encodeURIComponent(projectId)}`}
          className="font-medium text-accent text-xs"
        >
          All runs
        </Link>
      </PanelHeader>
      <ul aria-label="Recent runs" className="divide-y divide-line">
        {data.items.map((run) => (
          <li key={run.id}>
            <RunRow run={run} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
