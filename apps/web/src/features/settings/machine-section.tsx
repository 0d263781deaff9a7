'use client';

import { useQuery } from '@tanstack/react-query';
import { CopyButton } from '#components/copy-button.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Chip } from '#components/status-icon.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api.ts';

const LOOK_EVERY_MS = 10_000;

/** Which parts of the factory work, asked of each one now. */
export function MachineSection() {
  const { data, error, refetch } = useQuery({
    queryKey: ['readiness'],
    queryFn: () => api.getReadiness(),
    refetchInterval: LOOK_EVERY_MS,
  });
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-44" />;
  const isReady = data.status === 'ready';
  return (
    <Panel>
      <PanelHeader title="Readiness">
        <Chip tone={isReady ? 'succeeded' : 'failed'}>{isReady ? 'Ready' : data.status}</Chip>
      </PanelHeader>
      <ul className="divide-y divide-line">
        {data.parts.map(({ name, state, latencyMs, detail }) => (
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
      <p className="border-line border-t px-3 py-2 text-muted">
        What this machine has and lacks, with the command that mends it:{' '}
        <CopyButton text="npm run ql -- doctor" label="the command" className="text-ink">
          npm run ql -- doctor
        </CopyButton>
      </p>
    </Panel>
  );
}
