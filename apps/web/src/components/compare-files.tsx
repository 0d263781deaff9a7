'use client';

import { type QueryKey, useQuery } from '@tanstack/react-query';
import { Equal } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useUrlValue } from '#lib/use-url-value.ts';
import { EmptyState } from './empty-state.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { Chip } from './status-icon.tsx';
import { Panel, PanelHeader } from './ui/panel.tsx';
import { Skeleton } from './ui/skeleton.tsx';

const MergeViewer = dynamic(() => import('./merge-viewer.tsx').then((m) => m.MergeViewer), {
  ssr: false,
  loading: () => <Skeleton className="h-96" />,
});

export type FileChange = { path: string; kind: 'added' | 'removed' | 'changed' };
export type Side = 'from' | 'to';

const SIGNS = { added: '+', removed: '−', changed: '~' };
const TONES = { added: 'succeeded', removed: 'failed', changed: 'waiting' } as const;

type CompareFilesProps = {
  changes: readonly FileChange[];
  /** Names the two things; what was read of them is kept under it. */
  queryKey: QueryKey;
  read: (path: string, side: Side) => Promise<string>;
};

/** The files that differ, and the chosen one before and after. */
export function CompareFiles({ changes, queryKey, read }: CompareFilesProps) {
  const [path, setPath] = useUrlValue('file', changes[0]?.path ?? '');
  const chosen = changes.find((change) => change.path === path) ?? changes[0];
  if (chosen === undefined) {
    return (
      <Panel>
        <EmptyState icon={Equal} title="They are equal" text="Not one file differs." />
      </Panel>
    );
  }
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <Panel>
        <PanelHeader title={`${changes.length} changed`} />
        <nav aria-label="Files that differ" className="max-h-48 overflow-auto p-1 lg:max-h-[70vh]">
          <ul>
            {changes.map((change) => (
              <li key={change.path}>
                <button
                  type="button"
                  onClick={() => setPath(change.path)}
                  aria-current={change.path === chosen.path ? 'true' : undefined}
                  className="flex min-h-7 w-full items-center gap-2 rounded-md px-1.5 py-1 text-left hover:bg-hover focus-visible:-outline-offset-2 aria-[current]:bg-accent-soft"
                >
                  <Chip tone={TONES[change.kind]} className="w-5 justify-center px-0">
                    <span aria-hidden>{SIGNS[change.kind]}</span>
                    <span className="sr-only">{change.kind}</span>
                  </Chip>
                  <span className="min-w-0 break-all font-mono text-xs">{change.path}</span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
      </Panel>
      <ChangePanel key={chosen.path} change={chosen} queryKey={queryKey} read={read} />
    </div>
  );
}

type ChangePanelProps = Omit<CompareFilesProps, 'changes'> & { change: FileChange };

function ChangePanel({ change: { path, kind }, queryKey, read }: ChangePanelProps) {
  const { data, error, refetch } = useQuery({
    queryKey: [...queryKey, path],
    queryFn: async () => {
      const [before, after] = await Promise.all([
        kind === 'added' ? '' : read(path, 'from'),
        kind === 'removed' ? '' : read(path, 'to'),
      ]);
      return { before, after };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Panel className="min-w-0 overflow-hidden">
      <PanelHeader title={<span className="break-all font-mono text-xs">{path}</span>}>
        <Chip tone={TONES[kind]}>{kind}</Chip>
      </PanelHeader>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton className="h-96" />}
      {data !== undefined && <MergeViewer path={path} {...data} />}
    </Panel>
  );
}
