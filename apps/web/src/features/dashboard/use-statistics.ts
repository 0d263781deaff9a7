'use client';

import type { components } from '@quantumlayer/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#lib/api.ts';
import { statisticsQuery } from '#lib/queries/run-queries.ts';

export type Statistics = components['schemas']['Statistics'];

const LOOK_EVERY_MS = 15_000;
/** Whoever is told that a run has ended looks for it in the figures. */
const LOOK_WHILE_RUNNING_MS = 3_000;

export function useStatistics(days: number, projectId: string) {
  return useQuery({
    ...statisticsQuery(api, days, projectId),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      (state.data?.now.running.count ?? 0) > 0 ? LOOK_WHILE_RUNNING_MS : LOOK_EVERY_MS,
  });
}

/** The runs behind a figure. */
export function runsBehind(
  { projectId }: Pick<Statistics, 'projectId'>,
  filters: Record<string, string>,
): string {
  const query = new URLSearchParams(filters);
  if (projectId !== null) query.set('project', projectId);
  return `/runs?${query}`;
}
