'use client';

import type { ConflictResolutions } from '@quantumlayer/contracts';
import { api } from '#lib/api.ts';
import { useUrlValue } from '#lib/use-url-value.ts';
import type { Run } from './use-run.ts';
import { useRunAction } from './use-run-action.ts';

export type ReviewAnswer = { question: string; answer: string };

/** The stage at which a run waits for a person, and what that person can do. What is open for it stands in the URL. */
export function useCheckpoint(run: Run) {
  const { mutate, isPending } = useRunAction(run.id);
  const [shown, setShown] = useUrlValue('checkpoint', '');
  const waiting = run.stages.find(({ status }) => status === 'waiting')?.key ?? null;
  const stage = waiting ?? '';
  const close = { onSuccess: () => setShown('') };
  return {
    waiting,
    shown,
    setShown,
    isPending,
    approve: () => mutate(() => api.signalRun(run.id, { type: 'approve', stage }), close),
    reject: (reason: string) =>
      mutate(() => api.signalRun(run.id, { type: 'reject', stage, reason }), close),
    modify: (output: { blueprint: unknown; answers: ReviewAnswer[] } | ConflictResolutions) =>
      mutate(() => api.signalRun(run.id, { type: 'modify', stage, output }), close),
  };
}
