'use client';

import { CopyButton } from '#components/copy-button.tsx';
import { Fact, FactList } from '#components/fact-list.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { documentUrl, useCapsuleDocument } from './use-capsule-document.ts';

type Resource = { name?: string; uri?: string; digest?: { sha256?: string } };
/** What is shown of an in-toto statement with SLSA provenance v1. */
type Statement = {
  subject: Resource[];
  predicate: {
    buildDefinition: {
      internalParameters: {
        stack: { id: string; version: string };
        isolation: { driver: string; sandboxed: boolean; limits: string };
      };
      resolvedDependencies: Resource[];
    };
    runDetails: {
      builder: { id: string; version: Record<string, string> };
      metadata: { finishedOn: string };
    };
  };
};

const PATH = 'provenance.json';

/** Who built it, from what, under which isolation, and what the signature stands for. */
export function ProvenancePanel({ capsuleId }: { capsuleId: string }) {
  const { data, error, refetch } = useCapsuleDocument<Statement>(capsuleId, PATH);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-64" />;
  const { buildDefinition, runDetails } = data.predicate;
  const { stack, isolation } = buildDefinition.internalParameters;
  const { builder, metadata } = runDetails;
  return (
    <Panel>
      <PanelHeader title="Provenance">
        <a href={documentUrl(capsuleId, PATH)} className="font-medium text-accent text-xs">
          in-toto statement, SLSA v1
        </a>
      </PanelHeader>
      <FactList>
        <Fact name="Built by">
          {builder.id} {Object.values(builder.version).join(', ')},{' '}
          <TimeAgo at={metadata.finishedOn} />
        </Fact>
        <Fact name="Stack">
          {stack.id} {stack.version}
        </Fact>
        <Fact name="Checks ran">
          {isolation.sandboxed ? 'sandboxed by' : 'NOT sandboxed:'} {isolation.driver}, limits by{' '}
          {isolation.limits}
        </Fact>
        <Fact name="Made from">
          <Resources items={buildDefinition.resolvedDependencies} />
        </Fact>
        <Fact name="Signed for">
          <Resources items={data.subject} />
        </Fact>
      </FactList>
    </Panel>
  );
}

function Resources({ items }: { items: readonly Resource[] }) {
  return (
    <ul className="grid gap-1">
      {items.map(({ name, uri, digest }) => (
        <li key={name ?? uri} className="flex flex-wrap items-center gap-x-3">
          <span className="min-w-28">{name ?? uri}</span>
          {digest?.sha256 === undefined ? (
            <span className="break-all font-mono text-muted text-xs">{uri}</span>
          ) : (
            <CopyButton text={`sha256:${digest.sha256}`} label={`the digest of ${name ?? uri}`}>
              {`sha256:${digest.sha256.slice(0, 16)}`}
            </CopyButton>
          )}
        </li>
      ))}
    </ul>
  );
}
