'use client';

import { useQuery } from '@tanstack/react-query';
import {
  AppWindow,
  ExternalLink,
  Monitor,
  Play,
  RefreshCw,
  Smartphone,
  Tablet,
  TimerReset,
  X,
} from 'lucide-react';
import { useState } from 'react';
import { CopyButton } from '#components/copy-button.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { Button } from '#components/ui/button.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api.ts';
import { openApart } from '#lib/open-apart.ts';
import { hasEnded } from '#lib/statuses.ts';
import { PreviewLog } from './preview-log.tsx';
import { PreviewShare } from './preview-share.tsx';
import { type Preview, previewKey, usePreviewAction } from './use-preview-action.ts';
import type { Run } from './use-run.ts';
import { useRunAction } from './use-run-action.ts';

const LOOK_EVERY_MS = 5_000;
const MORE_MINUTES = 60;
const GROUP = 'Preview';
const SIZES = [
  { name: 'Desktop', width: '100%', icon: Monitor },
  { name: 'Tablet', width: '768px', icon: Tablet },
  { name: 'Phone', width: '390px', icon: Smartphone },
] as const;

export function PreviewView({ run }: { run: Run }) {
  const { previewId } = run;
  const query = useQuery({
    queryKey: previewKey(previewId ?? ''),
    queryFn: () => api.getPreview(previewId ?? ''),
    enabled: previewId !== null,
    refetchInterval: LOOK_EVERY_MS,
  });
  if (previewId === null) {
    return (
      <Panel>
        <EmptyState
          icon={AppWindow}
          title="No preview"
          text={
            run.options.preview
              ? 'It starts in the last stage.'
              : 'This run was started without one.'
          }
        />
      </Panel>
    );
  }
  if (query.error !== null) {
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <Skeleton className="h-96" />;
  return <PreviewPanel run={run} preview={query.data} />;
}

function PreviewPanel({ run, preview }: { run: Run; preview: Preview }) {
  const [width, setWidth] = useState<string>(SIZES[0].width);
  const [round, setRound] = useState(0);
  const isRunning = preview.status === 'running';
  const reload = () => setRound(round + 1);
  useCommands('preview-size', [
    { id: 'preview.reload', name: 'Reload the preview', group: GROUP, run: reload },
    ...SIZES.map((size) => ({
      id: `preview.size.${size.name}`,
      name: `Show the preview as on a ${size.name.toLowerCase()}`,
      group: GROUP,
      run: () => setWidth(size.width),
    })),
  ]);
  return (
    <Panel className="flex min-h-[max(36rem,calc(100dvh-9rem))] flex-col">
      <PanelHeader title={isRunning ? <Address preview={preview} /> : 'Preview'}>
        {isRunning && (
          <span className="text-muted text-xs">
            ends <TimeAgo at={preview.expiresAt} />
          </span>
        )}
        {SIZES.map(({ name, width: one, icon: Icon }) => (
          <Button
            key={name}
            variant="ghost"
            size="icon-sm"
            aria-label={name}
            aria-pressed={width === one}
            onClick={() => setWidth(one)}
            className="hidden aria-pressed:bg-hover sm:inline-flex"
          >
            <Icon />
          </Button>
        ))}
        <Button variant="ghost" size="icon-sm" aria-label="Reload" onClick={reload}>
          <RefreshCw />
        </Button>
        <PreviewActions preview={preview} />
      </PanelHeader>
      {isRunning ? (
        <div className="flex flex-1 justify-center overflow-auto rounded-b-lg bg-sunken">
          <iframe
            key={round}
            title="The running app"
            src={preview.url}
            sandbox="allow-scripts allow-forms allow-same-origin allow-popups"
            referrerPolicy="no-referrer"
            style={{ width }}
            className="min-h-full max-w-full bg-surface"
          />
        </div>
      ) : (
        <EmptyState
          icon={AppWindow}
          title={`The preview is ${preview.status}`}
          text={preview.reason ?? 'It is being started in the sandbox.'}
        >
          {preview.status !== 'starting' && hasEnded(run.status) && <StartAgain runId={run.id} />}
        </EmptyState>
      )}
    </Panel>
  );
}

/** The stage that starts the app is done again; what was built before stays as it is. */
function StartAgain({ runId }: { runId: string }) {
  const { mutate, isPending } = useRunAction(runId);
  const start = () => mutate(() => api.retryRun(runId, 'preview'));
  useCommands('preview-again', [
    { id: 'preview.again', name: 'Start the preview again', group: GROUP, run: start },
  ]);
  return (
    <Button variant="primary" disabled={isPending} onClick={start}>
      <Play aria-hidden />
      Start it again
    </Button>
  );
}

function Address({ preview }: { preview: Preview }) {
  const { host } = new URL(preview.url);
  return (
    <CopyButton text={preview.url} label="the address" className="max-w-64">
      {`${host.slice(0, 12)}…${host.slice(host.indexOf('.'))}`}
    </CopyButton>
  );
}

function PreviewActions({ preview }: { preview: Preview }) {
  const { mutate, isPending } = usePreviewAction(preview.id);
  const isRunning = preview.status === 'running';
  const extend = () => mutate(() => api.extendPreview(preview.id, MORE_MINUTES));
  const stop = () => mutate(() => api.stopPreview(preview.id));
  const open = () => openApart(preview.url);
  useCommands(
    'preview',
    isRunning
      ? [
          { id: 'preview.open', name: 'Open the preview', group: GROUP, run: open },
          { id: 'preview.extend', name: 'One hour more', group: GROUP, run: extend },
          { id: 'preview.stop', name: 'Stop the preview', group: GROUP, run: stop },
        ]
      : [],
  );
  return (
    <>
      <PreviewLog previewId={preview.id} />
      {isRunning && (
        <>
          <PreviewShare preview={preview} />
          <Button size="sm" disabled={isPending} onClick={extend}>
            <TimerReset aria-hidden />
            One hour more
          </Button>
          <Button size="sm" variant="danger" disabled={isPending} onClick={stop}>
            <X aria-hidden />
            Stop
          </Button>
          <Button asChild size="sm" variant="primary">
            <a href={preview.url} target="_blank" rel="noreferrer noopener">
              <ExternalLink aria-hidden />
              Open
            </a>
          </Button>
        </>
      )}
    </>
  );
}
