'use client';

import { useQuery } from '@tanstack/react-query';
import { FileCode2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { CopyButton } from '#components/copy-button.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { FileTree } from '#components/file-tree.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { SearchInput } from '#components/search-input.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api.ts';
import { formatBytes, formatCount } from '#lib/format.ts';
import { useUrlValue } from '#lib/use-url-value.ts';
import { CompareLink } from './compare-link.tsx';
import type { Run } from './use-run.ts';

const CodeViewer = dynamic(() => import('#components/code-viewer.tsx').then((m) => m.CodeViewer), {
  ssr: false,
  loading: () => <Skeleton className="h-96" />,
});

/** The generated files: a tree, and what is in them. */
export function FilesView({ run }: { run: Run }) {
  const code = run.stages.find(({ key }) => key === 'code');
  const isThere = code?.dropId !== null && code !== undefined;
  const { data, error, refetch } = useQuery({
    queryKey: [
      'run-files',
      run.id,
      code?.dropId,
      run.stages.find(({ key }) => key === 'tests')?.dropId,
    ],
    queryFn: () => api.listRunFiles(run.id),
    enabled: isThere,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [path, setPath] = useUrlValue('file', 'README.md');
  const [words, setWords] = useState('');
  const files = useMemo(() => {
    const wanted = words.toLowerCase();
    return (data?.items ?? []).filter((file) => file.path.toLowerCase().includes(wanted));
  }, [data, words]);

  if (!isThere) {
    return (
      <Panel>
        <EmptyState
          icon={FileCode2}
          title="No files yet"
          text="They are written by the stages Generate code and Generate tests."
        />
      </Panel>
    );
  }
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-96" />;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <Panel className="lg:sticky lg:top-4">
        <PanelHeader title={formatCount(data.items.length, 'file')}>
          <SearchInput
            label="Find a file"
            placeholder="Find"
            value={words}
            onType={setWords}
            className="h-7 w-32"
          />
        </PanelHeader>
        <FileTree files={files} chosen={path} onChoose={setPath} isFiltered={words !== ''} />
      </Panel>
      <div className="grid min-w-0 gap-3">
        {run.capsuleId !== null && (
          <CompareLink projectId={run.projectId} capsuleId={run.capsuleId} />
        )}
        <FilePanel runId={run.id} path={path} />
      </div>
    </div>
  );
}

function FilePanel({ runId, path }: { runId: string; path: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['run-file', runId, path],
    queryFn: () => api.getRunFile(runId, path),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Panel className="min-w-0">
      <PanelHeader title={<span className="break-all font-mono text-xs">{path}</span>}>
        {data !== undefined && (
          <>
            <span className="text-muted text-xs">{formatBytes(new Blob([data]).size)}</span>
            <CopyButton text={data} label="the file" isCommand className="size-7 justify-center" />
          </>
        )}
      </PanelHeader>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton className="h-96" />}
      {data !== undefined && <CodeViewer key={path} path={path} text={data} />}
    </Panel>
  );
}
