'use client';

import { ProblemNotice } from '#components/problem-notice.tsx';
import { Chip } from '#components/status-icon.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { DataFolderPanel } from './data-folder-panel.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { type System, useSystem } from './use-system.ts';

/** What works, what is missing and what mends it, and where the data is. */
export function MachineSection() {
  const { data, error, refetch } = useSystem();
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <div role="status" aria-label="Loading what this machine has" className="grid gap-4">
        <Skeleton className="h-44" />
        <Skeleton className="h-72" />
      </div>
    );
  }
  return (
    <>
      <PartsPanel system={data} />
      <FindingsPanel findings={data.findings} foundAt={data.foundAt} />
      <DataFolderPanel system={data} />
    </>
  );
}

function PartsPanel({ system: { ready, parts, startedAt } }: { system: System }) {
  return (
    <Panel>
      <PanelHeader title="Readiness">
        <span className="text-muted text-xs">
          started <TimeAgo at={startedAt} />
        </span>
        <Chip tone={ready ? 'succeeded' : 'failed'}>{ready ? 'Ready' : 'Not ready'}</Chip>
      </PanelHeader>
      <ul className="divide-y divide-line">
        {parts.map(({ name, state, latencyMs, detail }) => (
          <li
            key={name}
            className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 px-3 py-2"
          >
            <Chip tone={state === 'ok' ? 'succeeded' : 'failed'} className="w-16 justify-center">
              {state === 'ok' ? 'works' : 'fails'}
            </Chip>
            <span className="flex min-w-0 flex-wrap gap-x-3">
              <span className="font-medium capitalize">{name}</span>
              <span className="min-w-0 break-words text-muted">{detail}</span>
            </span>
            <span className="text-muted text-xs">{Math.round(latencyMs)} ms</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
