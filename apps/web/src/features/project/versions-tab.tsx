'use client';

import { Package } from 'lucide-react';
import { EmptyState } from '#components/empty-state.tsx';
import { LoadingRows } from '#components/loading-rows.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { ShowMore } from '#components/show-more.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { api } from '#lib/api.ts';
import { usePages } from '#lib/use-pages.ts';
import { VersionRow } from './version-row.tsx';

/** Each capsule is a version: signed, and never changed afterwards. */
export function VersionsTab({ projectId }: { projectId: string }) {
  const { query, rows } = usePages(['versions', projectId], (page) =>
    api.listVersions(projectId, page),
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
        {rows.map((version, index) => (
          <VersionRow
            key={version.id}
            version={version}
            previous={rows[index + 1] ?? null}
            isNewest={index === 0}
          />
        ))}
      </ol>
      <ShowMore query={query} />
    </Panel>
  );
}
