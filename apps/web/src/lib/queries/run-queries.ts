import type { Client } from '@quantumlayer/sdk';
import { queryOptions } from '@tanstack/react-query';
import { type Pages, pagesOf } from '../pages.ts';
import { parseRunStatuses, type RunStatus } from '../statuses.ts';

const MOST_OPEN = 100;
const MOST_RECENT = 5;
const OPEN: RunStatus[] = ['queued', 'running', 'waiting', 'paused'];

export type RunSearch = Omit<NonNullable<Parameters<Client['listAllRuns']>[0]>, 'cursor' | 'limit'>;
export type RunPages = Pages<Awaited<ReturnType<Client['listAllRuns']>>['items'][number]>;

export const runKey = (runId: string) => ['run', runId] as const;

export function runQuery(api: Client, runId: string) {
  return queryOptions({ queryKey: runKey(runId), queryFn: () => api.getRun(runId) });
}

/** The prompt and the document that a run was asked with; they never change. */
export function runRequestQuery(api: Client, runId: string) {
  return queryOptions({
    queryKey: [...runKey(runId), 'request'],
    queryFn: () => api.getRunRequest(runId),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Runs of all projects, newest first. */
export function runPages(api: Client, search: RunSearch): RunPages {
  return pagesOf(['runs', search], (page) => api.listAllRuns({ ...page, ...search }));
}

/** Runs that have not ended. */
export function openRunsQuery(api: Client) {
  return queryOptions({
    queryKey: ['runs', 'open'],
    queryFn: () => api.listAllRuns({ status: OPEN, limit: MOST_OPEN }),
  });
}

/** The last runs, of one project or of all. */
export function recentRunsQuery(api: Client, projectId: string) {
  return queryOptions({
    queryKey: ['runs', 'recent', projectId],
    queryFn: () => api.listAllRuns({ limit: MOST_RECENT, ...(projectId !== '' && { projectId }) }),
  });
}

export function statisticsQuery(api: Client, days: number, projectId: string) {
  return queryOptions({
    queryKey: ['statistics', days, projectId],
    queryFn: () => api.getStatistics({ days, ...(projectId !== '' && { projectId }) }),
  });
}

/** What the URL of the list asks for. */
export function runSearchOf(url: URLSearchParams): RunSearch {
  const status = parseRunStatuses(url.get('status') ?? '');
  const named = {
    projectId: url.get('project'),
    q: url.get('q'),
    failure: url.get('failure'),
    since: url.get('since'),
    until: url.get('until'),
  };
  return {
    ...(status.length > 0 && { status }),
    ...Object.fromEntries(Object.entries(named).filter(([, value]) => value)),
  };
}
