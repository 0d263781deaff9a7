'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { describeProblem } from '#components/problem-notice.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { runKey } from '#lib/queries/run-queries.ts';
import type { Run } from './use-run.ts';

/** Something a person does to a run: the answer is the run as it is then. */
export function useRunAction(runId: string) {
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (act: () => Promise<Run>) => act(),
    onSuccess: (run) => client.setQueryData(runKey(runId), run),
    onError: (error) => {
      const { heading, detail } = describeProblem(error);
      toast({ title: heading, text: detail, tone: 'failed' });
    },
  });
}
