'use client';

import { Ban, Pause, Play } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { api } from '#lib/api.ts';
import type { Run } from './use-run.ts';
import { useRunAction } from './use-run-action.ts';

/** What can be done to a run that has not ended. */
export function LiveActions({ run: { id, status } }: { run: Run }) {
  const { mutate, isPending } = useRunAction(id);
  return (
    <>
      {status === 'paused' ? (
        <Button
          disabled={isPending}
          onClick={() => mutate(() => api.signalRun(id, { type: 'resume' }))}
        >
          <Play aria-hidden />
          Resume
        </Button>
      ) : (
        <Button
          disabled={isPending}
          onClick={() => mutate(() => api.signalRun(id, { type: 'pause' }))}
        >
          <Pause aria-hidden />
          Pause
        </Button>
      )}
      <Button variant="danger" disabled={isPending} onClick={() => mutate(() => api.cancelRun(id))}>
        <Ban aria-hidden />
        Cancel
      </Button>
    </>
  );
}
