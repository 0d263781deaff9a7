'use client';

import { ApiProblem } from '@quantumlayer/sdk';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { CopyButton } from '#components/copy-button.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Chip } from '#components/status-icon.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { formatBytes, shortDigest, shortId } from '#lib/format.ts';
import { nameOfStage } from '#lib/stages.ts';
import { CompareMenu } from './compare-menu.tsx';
import { DropActions } from './drop-actions.tsx';
import { DropContent } from './drop-content.tsx';
import { type Drop, useDrop } from './use-drop.ts';

/** What one stage of one run has left, in full. */
export function DropPage({ dropId }: { dropId: string }) {
  const { data: drop, error, refetch } = useDrop(dropId);
  if (drop === undefined) {
    if (error instanceof ApiProblem && error.status === 404) notFound();
    return (
      <div className="p-6">
        {error === null ? (
          <Skeleton className="h-96" />
        ) : (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        )}
      </div>
    );
  }
  return (
    <>
      <PageHeader
        title={`${nameOfStage(drop.stage)} ${drop.version}`}
        crumbs={[{ name: 'Drops', href: '/drops' }]}
      >
        {drop.pin !== null && <Chip tone="waiting">{drop.pin.name}</Chip>}
        <CompareMenu drop={drop} />
        <DropActions drop={drop} />
      </PageHeader>
      <div className="grid gap-4 px-4 py-4 md:px-6">
        <Facts drop={drop} />
        {drop.pin !== null && drop.pin.note !== '' && (
          <p className="max-w-3xl whitespace-pre-wrap break-words text-muted">{drop.pin.note}</p>
        )}
        <DropContent drop={drop} />
      </div>
    </>
  );
}

function Facts({ drop: { id, runId, digest, size, createdAt, mediaType } }: { drop: Drop }) {
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-xs">
      <Link href={`/runs/${runId}`} className="font-medium text-accent">
        Run {shortId(runId)}
      </Link>
      <CopyButton text={id} label="the id of the drop">
        {shortId(id)}
      </CopyButton>
      <CopyButton text={digest} label="the digest">
        {shortDigest(digest)}
      </CopyButton>
      <span>{mediaType}</span>
      <span>{formatBytes(size)}</span>
      <TimeAgo at={createdAt} />
    </p>
  );
}
