'use client';

import { Ban, Pause, Play, RotateCcw } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '#components/ui/menu.tsx';
import { api } from '#lib/api.ts';
import { hasEnded } from '#lib/statuses.ts';
import type { Run } from './use-run.ts';
import { useRunAction } from './use-run-action.ts';
import { wasReached } from './was-reached.ts';

/** Cancel, pause, resume, run again from a stage: whatever this run allows now. */
export function RunActions({ run }: { run: Run }) {
  const { mutate, isPending } = useRunAction(run.id);
  const { id, status } = run;
  if (hasEnded(status)) return <RetryMenu run={run} isPending={isPending} onRetry={mutate} />;
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

type RetryMenuProps = {
  run: Run;
  isPending: boolean;
  onRetry: (act: () => Promise<Run>) => void;
};

/** From a stage that was reached: it and everything after it is done again. */
function RetryMenu({ run, isPending, onRetry }: RetryMenuProps) {
  const reached = run.stages.filter(wasReached);
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button disabled={isPending || reached.length === 0}>
          <RotateCcw aria-hidden />
          Run again from
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        {reached.map(({ key, title }) => (
          <MenuItem key={key} onSelect={() => onRetry(() => api.retryRun(run.id, key))}>
            {title}
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}
