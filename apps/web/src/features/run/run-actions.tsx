'use client';

import { Ban, Pause, Play, RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { type Command, useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '#components/ui/menu.tsx';
import { api } from '#lib/api.ts';
import { hasEnded } from '#lib/statuses.ts';
import type { Run } from './use-run.ts';
import { useRunAction } from './use-run-action.ts';

/** Cancel, pause, resume, run again from a stage: whatever this run allows now. */
export function RunActions({ run }: { run: Run }) {
  const { mutate, isPending } = useRunAction(run.id);
  const { id, status, stages, capsuleId } = run;
  const isOver = hasEnded(status);
  const commands = useMemo<Command[]>(() => {
    const group = 'This run';
    if (isOver) {
      const again = stages.filter(wasReached).map(({ key, title }) => ({
        id: `run.again.${key}`,
        name: `Run again from ${title}`,
        group,
        run: () => mutate(() => api.retryRun(id, key)),
      }));
      const take = () => window.location.assign(`/api/v1/capsules/${capsuleId}/download`);
      const download = { id: 'run.download', name: 'Download the capsule', group, run: take };
      return capsuleId === null ? again : [...again, download];
    }
    const cancel = () => mutate(() => api.cancelRun(id));
    const pause = () => mutate(() => api.signalRun(id, { type: 'pause' }));
    const resume = () => mutate(() => api.signalRun(id, { type: 'resume' }));
    return [
      { id: 'run.cancel', name: 'Cancel the run', group, run: cancel },
      status === 'paused'
        ? { id: 'run.resume', name: 'Resume the run', group, run: resume }
        : { id: 'run.pause', name: 'Pause the run', group, run: pause },
    ];
  }, [id, status, stages, capsuleId, isOver, mutate]);
  useCommands('run-actions', commands);

  if (isOver) return <RetryMenu run={run} isPending={isPending} onRetry={mutate} />;
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

function wasReached({ attempts }: Run['stages'][number]): boolean {
  return attempts > 0;
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
