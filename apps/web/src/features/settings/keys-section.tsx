'use client';

import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { EmptyState } from '#components/empty-state.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api.ts';
import { apiKeysQuery } from '#lib/queries/settings-queries.ts';
import { KeyRow } from './key-row.tsx';
import { NewKeyDialog } from './new-key-dialog.tsx';

const LOADING_ROWS = [1, 2, 3];

/** The keys that programs use; a secret is shown once and stored nowhere. */
export function KeysSection() {
  const { data, error, refetch } = useQuery(apiKeysQuery(api));
  return (
    <Panel>
      <PanelHeader title="API keys">
        <NewKeyDialog />
      </PanelHeader>
      {error !== null && (
        <div className="p-3">
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {data === undefined && error === null && (
        <div role="status" aria-label="Loading keys" className="grid gap-2 p-3">
          {LOADING_ROWS.map((row) => (
            <Skeleton key={row} className="h-11" />
          ))}
        </div>
      )}
      {data?.items.length === 0 && (
        <EmptyState
          icon={KeyRound}
          title="No key yet"
          text="The command line, a pipeline and every other program sign in with a key."
        />
      )}
      {data !== undefined && data.items.length > 0 && (
        <ul aria-label="API keys" className="divide-y divide-line">
          {data.items.map((key) => (
            <KeyRow key={key.id} apiKey={key} isLast={data.items.length === 1} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
