'use client';

import type { components } from '@quantumlayer/sdk';
import { Download, Package } from 'lucide-react';
import Link from 'next/link';
import { CopyButton } from '#components/copy-button.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { LoadingRows } from '#components/loading-rows.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { ShowMore } from '#components/show-more.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { api } from '#lib/api.ts';
import { formatBytes, shortDigest } from '#lib/format.ts';
import { usePages } from '#lib/use-pages.ts';

/** Each capsule is a version: signed, and never changed afterwards. */
export function VersionsTab({ projectId }: { projectId: string }) {
  const { query, rows } = usePages(['capsules', projectId], (page) =>
    api.listCapsules(projectId, page),
  );
  if (query.error !== null) {
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.isPending) return <LoadingRows label="versions" className="p-0" />;
  if (rows.length === 0) {
    return (
      <Panel>
        <EmptyState
          icon={Package}
          title="No version yet"
          text="A run whose every check has passed is packed, signed, and listed here."
        />
      </Panel>
    );
  }
  return (
    <Panel>
      <ol aria-label="Versions" className="divide-y divide-line">
        {rows.map((capsule) => (
          <Version key={capsule.id} capsule={capsule} />
        ))}
      </ol>
      <ShowMore query={query} />
    </Panel>
  );
}

function Version({ capsule }: { capsule: components['schemas']['Capsule'] }) {
  const { id, name, codeDigest, runId, size, createdAt } = capsule;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
      <Link
        href={`/runs/${runId}?view=capsule`}
        className="min-w-0 flex-1 basis-40 truncate font-medium hover:text-accent"
      >
        {name}
      </Link>
      <CopyButton text={codeDigest} label="the digest of the code">
        {shortDigest(codeDigest)}
      </CopyButton>
      <span className="text-muted text-xs sm:w-16 sm:text-right">{formatBytes(size)}</span>
      <TimeAgo at={createdAt} className="text-muted text-xs sm:w-20 sm:text-right" />
      <Button asChild size="sm">
        <a
          href={`/api/v1/capsules/${id}/download?format=zip`}
          download
          aria-label={`Download the code of ${name} as a zip`}
        >
          <Download aria-hidden />
          Code
        </a>
      </Button>
    </li>
  );
}
