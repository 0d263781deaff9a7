'use client';

import type { AppChanges } from '@quantumlayer/contracts';
import { ChangesView } from '#components/changes/changes-view.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useDropJson } from './use-drop-json.ts';
import type { Run } from './use-run.ts';

/** What a run changes in the version that it starts from; nothing where it starts from none. */
export function RunChanges({ run }: { run: Run }) {
  const dropId = run.stages.find(({ key }) => key === 'design')?.dropId ?? null;
  const { data, error, refetch } = useDropJson<{ changes?: AppChanges }>(dropId);
  if (run.reading?.followUp === undefined || dropId === null) return null;
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-64" />;
  return data.changes === undefined ? null : <ChangesView changes={data.changes} />;
}
