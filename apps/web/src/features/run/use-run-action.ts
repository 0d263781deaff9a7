'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '#components/use-act.ts';
import { runKey } from '#lib/queries/run-queries.ts';
import type { Run } from './use-run.ts';

/** Something a person does to a run: the answer is the run as it is then. */
export function useRunAction(runId: string) {
  const client = useQueryClient();
  return useAct((run: Run) => client.setQueryData(runKey(runId), run));
}
