'use client';

import { useQuery } from '@tanstack/react-query';
import { Package, ShieldCheck, ShieldX } from 'lucide-react';
import { CopyButton } from '#components/copy-button.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Chip } from '#components/status-icon.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { Button } from '#components/ui/button.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api.ts';
import { formatBytes } from '#lib/format.ts';
import { DownloadMenu } from './download-menu.tsx';
import { ProvenancePanel } from './provenance-panel.tsx';
import { SbomPanel } from './sbom-panel.tsx';
import type { Run } from './use-run.ts';
import { useVerification, useVerify } from './use-verification.ts';

/** The signed package: what it is, whether it verifies, how to take it away. */
export function CapsuleView({ run }: { run: Run }) {
  const { capsuleId } = run;
  const query = useQuery({
    queryKey: ['capsule', capsuleId],
    queryFn: () => api.getCapsule(capsuleId ?? ''),
    enabled: capsuleId !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (capsuleId === null) {
    return (
      <Panel>
        <EmptyState
          icon={Package}
          title="No capsule"
          text="Only a run whose every check has passed is packed and signed."
        />
      </Panel>
    );
  }
  if (query.error !== null) {
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <Skeleton className="h-48" />;
  const { name, digest, codeDigest, keyId, size, createdAt } = query.data;
  const rows = [
    { name: 'Capsule', value: digest },
    { name: 'Code', value: codeDigest },
    { name: 'Signed by key', value: keyId },
  ];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Panel>
        <PanelHeader title={name}>
          <span className="text-muted text-xs">
            {formatBytes(size)}, <TimeAgo at={createdAt} />
          </span>
          <DownloadMenu capsuleId={capsuleId} />
        </PanelHeader>
        <dl className="grid gap-1 p-3">
          {rows.map((row) => (
            <div key={row.name} className="flex flex-wrap gap-x-3">
              <dt className="w-28 text-muted">{row.name}</dt>
              <dd className="min-w-0 break-all">
                <CopyButton text={row.value} label={row.name} className="text-left">
                  {row.value}
                </CopyButton>
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Verification capsuleId={capsuleId} />
      <ProvenancePanel capsuleId={capsuleId} />
      <SbomPanel capsuleId={capsuleId} />
    </div>
  );
}

/** Nothing is said to verify before it was verified, here and now. */
function Verification({ capsuleId }: { capsuleId: string }) {
  const { data, error, isFetching } = useVerification(capsuleId);
  const verify = useVerify();
  return (
    <Panel>
      <PanelHeader title="Verification">
        <Button size="sm" disabled={isFetching} onClick={() => verify(capsuleId)}>
          <ShieldCheck aria-hidden />
          {isFetching ? 'Verifying' : 'Verify now'}
        </Button>
      </PanelHeader>
      <div className="grid gap-2 p-3" role="status">
        {error !== null && <ProblemNotice error={error} />}
        {data === undefined && error === null && (
          <p className="text-muted">
            The stored bytes are read again, every digest is compared and the signature checked. The
            same on your machine, offline:{' '}
            <code className="font-mono">ql capsules verify FILE</code>
          </p>
        )}
        {data !== undefined && (
          <>
            <p className="flex items-center gap-2 font-medium">
              {data.verified ? (
                <ShieldCheck aria-hidden className="size-4 text-succeeded" />
              ) : (
                <ShieldX aria-hidden className="size-4 text-failed" />
              )}
              {data.verified ? 'It verifies' : 'It does not verify'}
            </p>
            <ul className="grid gap-1">
              {data.statements.map(({ name, ok, detail }) => (
                <li key={name} className="flex flex-wrap items-center gap-2">
                  <Chip tone={ok ? 'succeeded' : 'failed'}>{ok ? 'yes' : 'no'}</Chip>
                  <span>{name}</span>
                  <span className="min-w-0 break-all text-muted text-xs">{detail}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Panel>
  );
}
