'use client';

import { useQuery } from '@tanstack/react-query';
import { GitCompare } from 'lucide-react';
import { useCommands } from '#components/shell/commands.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '#components/ui/menu.tsx';
import { api } from '#lib/api.ts';
import { nameOfStage } from '#lib/stages.ts';
import { useGo } from '#lib/use-go.ts';
import type { Drop } from './use-drop.ts';

const MOST = 20;

/** The other versions of the same work in the same project. */
export function CompareMenu({ drop }: { drop: Drop }) {
  const go = useGo();
  const { data } = useQuery({
    queryKey: ['drops', 'like', drop.id],
    queryFn: () => api.listDrops(drop.projectId, { stage: drop.stage, limit: MOST }),
  });
  const others = (data?.items ?? []).filter(({ id }) => id !== drop.id);
  const urlTo = (id: string) => `/drops/compare?from=${id}&to=${drop.id}`;
  useCommands(
    'drop-compare',
    others.map(({ id, stage, version }) => ({
      id: `drop.compare.${id}`,
      name: `Compare with ${nameOfStage(stage)} ${version}`,
      group: 'This drop',
      run: () => go(urlTo(id)),
    })),
  );
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button disabled={others.length === 0}>
          <GitCompare aria-hidden />
          Compare with
        </Button>
      </MenuTrigger>
      <MenuContent align="end" className="max-h-80 overflow-y-auto">
        {others.map(({ id, stage, version, createdAt }) => (
          <MenuItem key={id} onSelect={() => go(urlTo(id))}>
            {nameOfStage(stage)} {version}
            <TimeAgo at={createdAt} className="ml-auto text-muted text-xs" />
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}
