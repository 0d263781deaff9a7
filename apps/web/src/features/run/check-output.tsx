'use client';

import type { CheckId } from '@quantumlayer/sdk';
import { useQuery } from '@tanstack/react-query';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api.ts';

/** `label`: of the button that asks for it; outputs are long, so none is read before. */
type CheckOutputProps = { runId: string; checkId: CheckId; label: string };

/** All that a check wrote. */
export function CheckOutput({ runId, checkId, label }: CheckOutputProps) {
  const { data, error, refetch, isFetching, isFetched } = useQuery({
    queryKey: ['check-output', runId, checkId],
    queryFn: () => api.getCheckOutput(runId, checkId),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: false,
  });
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (isFetching) return <Skeleton className="h-24" />;
  if (!isFetched) {
    return (
      <button
        type="button"
        onClick={() => void refetch()}
        className="justify-self-start font-medium text-accent"
      >
        {label}
      </button>
    );
  }
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-md border border-line bg-surface p-3 font-mono text-xs"
    >
      {data === '' ? 'It wrote nothing.' : data}
    </pre>
  );
}
