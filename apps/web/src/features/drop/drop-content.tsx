'use client';

import dynamic from 'next/dynamic';
import { CopyButton } from '#components/copy-button.tsx';
import { FileTree } from '#components/file-tree.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { DropDocument } from '#lib/drop-documents.ts';
import { formatBytes, formatCount } from '#lib/format.ts';
import { useUrlValue } from '#lib/use-url-value.ts';
import { type Drop, useDocuments } from './use-drop.ts';

const CodeViewer = dynamic(() => import('#components/code-viewer.tsx').then((m) => m.CodeViewer), {
  ssr: false,
  loading: () => <Skeleton className="h-96" />,
});

export function DropContent({ drop }: { drop: Drop }) {
  const { data: documents, error, refetch } = useDocuments(drop);
  const [path, setPath] = useUrlValue('file', '');
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (documents === undefined) return <Skeleton className="h-96" />;
  const shown = documents.find((one) => one.path === path) ?? documents[0];
  if (shown === undefined) return <p className="text-muted">It holds nothing.</p>;
  if (documents.length === 1) return <DocumentPanel document={shown} />;
  const files = documents.map((one) => ({ path: one.path, size: new Blob([one.text]).size }));
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <Panel>
        <PanelHeader title={formatCount(files.length, 'file')} />
        <FileTree files={files} chosen={shown.path} onChoose={setPath} isFiltered={false} />
      </Panel>
      <DocumentPanel document={shown} />
    </div>
  );
}

function DocumentPanel({ document: { path, text } }: { document: DropDocument }) {
  return (
    <Panel className="min-w-0">
      <PanelHeader title={<span className="break-all font-mono text-xs">{path}</span>}>
        <span className="text-muted text-xs">{formatBytes(new Blob([text]).size)}</span>
        <CopyButton text={text} label="the file" isCommand className="size-7 justify-center" />
      </PanelHeader>
      <CodeViewer key={path} path={path} text={text} />
    </Panel>
  );
}
