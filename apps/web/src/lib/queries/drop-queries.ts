import type { Client } from '@quantumlayer/sdk';
import { queryOptions } from '@tanstack/react-query';
import { pagesOf } from '../pages.ts';

type DropSearch = Omit<NonNullable<Parameters<Client['listAllDrops']>[0]>, 'cursor' | 'limit'>;

export const dropKey = (dropId: string) => ['drop', dropId] as const;

export function dropQuery(api: Client, dropId: string) {
  return queryOptions({ queryKey: dropKey(dropId), queryFn: () => api.getDrop(dropId) });
}

export function dropPages(api: Client, search: DropSearch) {
  return pagesOf(['drops', search], (page) => api.listAllDrops({ ...page, ...search }));
}

/** What the URL of the list asks for. */
export function dropSearchOf(url: URLSearchParams): DropSearch {
  const named = {
    q: url.get('q'),
    stage: url.get('stage'),
    projectId: url.get('project'),
    runId: url.get('run'),
  };
  return {
    ...Object.fromEntries(Object.entries(named).filter(([, value]) => value)),
    ...(url.get('pinned') && { pinned: 'true' }),
  };
}
