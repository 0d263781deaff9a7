'use client';

import type { components } from '@quantumlayer/sdk';
import { AppWindow, ExternalLink, TimerReset, X } from 'lucide-react';
import Link from 'next/link';
import { ListFrame } from '#components/list-frame.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { Chip } from '#components/status-icon.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { Button } from '#components/ui/button.tsx';
import { useAction } from '#components/use-action.ts';
import { api } from '#lib/api.ts';
import { shortId } from '#lib/format.ts';
import { openApart } from '#lib/open-apart.ts';
import { previewPages } from '#lib/queries/project-queries.ts';
import type { Tone } from '#lib/statuses.ts';
import { usePages } from '#lib/use-pages.ts';

type Preview = components['schemas']['Preview'];

const LOOK_EVERY_MS = 5_000;
const MORE_MINUTES = 60;
const TONES: Record<Preview['status'], Tone> = {
  starting: 'running',
  running: 'succeeded',
  stopped: 'queued',
  expired: 'queued',
  failed: 'failed',
};

/** The running copies of this software, and those that have ended. */
export function PreviewsTab({ projectId }: { projectId: string }) {
  const listing = usePages(previewPages(api, projectId), { isLive, everyMs: LOOK_EVERY_MS });
  return (
    <ListFrame
      label="Previews"
      listing={listing}
      surface="panel"
      empty={{
        icon: AppWindow,
        title: 'No preview yet',
        text: 'The last stage of a run starts the software in the sandbox; it shows up here.',
      }}
    >
      {(preview) => <PreviewRow preview={preview} />}
    </ListFrame>
  );
}

function isLive({ status }: Preview): boolean {
  return status === 'starting' || status === 'running';
}

function PreviewRow({ preview }: { preview: Preview }) {
  const { id, runId, status, expiresAt, createdAt, reason } = preview;
  const isRunning = status === 'running';
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
      <Chip tone={TONES[status]} className="w-18 justify-center capitalize">
        {status}
      </Chip>
      <Link
        href={`/runs/${runId}?view=preview`}
        className="font-medium font-mono text-xs hover:text-accent"
      >
        {shortId(id)}
      </Link>
      <span className="min-w-0 flex-1 basis-40 truncate text-muted">
        {isRunning ? (
          <>
            ends <TimeAgo at={expiresAt} />
          </>
        ) : (
          reason
        )}
      </span>
      {isRunning ? (
        <PreviewActions preview={preview} />
      ) : (
        <TimeAgo at={createdAt} className="text-muted text-xs" />
      )}
    </div>
  );
}

function PreviewActions({ preview: { id, projectId, url } }: { preview: Preview }) {
  const { mutate, isPending } = useAction([
    ['previews', projectId],
    ['preview', id],
  ]);
  const extend = () => mutate(() => api.extendPreview(id, MORE_MINUTES));
  const stop = () => mutate(() => api.stopPreview(id));
  const name = `the preview ${shortId(id)}`;
  const group = 'Previews';
  useCommands(`preview ${id}`, [
    { id: `open ${id}`, name: `Open ${name}`, group, run: () => openApart(url) },
    { id: `extend ${id}`, name: `Let ${name} live one hour more`, group, run: extend },
    { id: `stop ${id}`, name: `Stop ${name}`, group, run: stop },
  ]);
  return (
    <span className="flex flex-wrap gap-2">
      <Button size="sm" disabled={isPending} onClick={extend}>
        <TimerReset aria-hidden />
        One hour more
      </Button>
      <Button size="sm" variant="danger" disabled={isPending} onClick={stop}>
        <X aria-hidden />
        Stop
      </Button>
      <Button asChild size="sm">
        <a href={url} target="_blank" rel="noreferrer noopener">
          <ExternalLink aria-hidden />
          Open
        </a>
      </Button>
    </span>
  );
}
