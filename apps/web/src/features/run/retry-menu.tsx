'use client';

import { RotateCcw } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '#components/ui/menu.tsx';
import { api } from '#lib/api.ts';
import type { Run } from './use-run.ts';
import { useRunAction } from './use-run-action.ts';
import { wasReached } from './was-reached.ts';

/** From a stage that was reached: it and everything after it is done again. */
export function RetryMenu({ run }: { run: Run }) {
  const { mutate, isPending } = useRunAction(run.id);
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
          <MenuItem key={key} onSelect={() => mutate(() => api.retryRun(run.id, key))}>
            {title}
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}
