'use client';

import type { components } from '@quantumlayer/sdk';
import { useQuery } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { api } from '#lib/api.ts';
import { openRunsQuery } from '#lib/queries/run-queries.ts';
import type { RunStatus } from '#lib/statuses.ts';
import { useToast } from '../ui/toast.tsx';

type RunSummary = components['schemas']['RunSummary'];
type Watched = ReadonlyMap<string, RunStatus>;

const LOOK_EVERY_MS = 5_000;
const GOING_ON: readonly RunStatus[] = ['queued', 'running'];

/**
 * How many runs go on. Says so when one of them ends, or waits for a person, while another page is in view. Asks again
 * only while something goes on, and when the page or the window changes.
 */
export function useRunWatch(): number {
  const path = usePathname();
  const toast = useToast();
  const before = useRef<Watched | null>(null);
  const { data, refetch } = useQuery({
    ...openRunsQuery(api),
    refetchInterval: ({ state }) => (state.data?.items.some(isGoingOn) ? LOOK_EVERY_MS : false),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a run is started by going to its page.
  useEffect(() => void refetch(), [path]);

  useEffect(() => {
    if (data === undefined) return;
    const now: Watched = new Map(data.items.map(({ id, status }) => [id, status]));
    const old = before.current;
    before.current = now;
    if (old === null) return;
    for (const [id, status] of old) {
      if (GOING_ON.includes(status) && !GOING_ON.includes(now.get(id) ?? 'succeeded')) {
        if (window.location.pathname === `/runs/${id}`) continue;
        void import('./tell-of-run.ts').then(({ tellOfRun }) => tellOfRun(id, toast));
      }
    }
  }, [data, toast]);

  return data?.items.filter(isGoingOn).length ?? 0;
}

function isGoingOn({ status }: RunSummary): boolean {
  return GOING_ON.includes(status);
}
