'use client';

import { type QueryKey, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Pages, refreshPages, rowsOf } from './pages.ts';

const FRESH_MS = 2_000;
const NEVER = () => false;

type Liveness<Item> = {
  /** Whether a row may change by itself. */
  isLive: (item: Item) => boolean;
  everyMs: number;
};

/** A list that comes in pages; `rows` is all of it that has come. Read again while a row of it is live. */
export function usePages<Item extends { id: string }>(
  pages: Pages<Item>,
  { isLive, everyMs }: Liveness<Item> = { isLive: NEVER, everyMs: 0 },
) {
  const client = useQueryClient();
  const { queryKey } = pages.options;
  const query = useInfiniteQuery({
    ...pages.options,
    // Other words in the filter: what was there stays until what fits is known.
    placeholderData: (before, beforeQuery) =>
      beforeQuery !== undefined && isSameList(beforeQuery.queryKey, queryKey) ? before : undefined,
  });
  const rows = useMemo(() => rowsOf(query.data?.pages ?? []), [query.data]);
  const hasLive = rows.some(isLive);
  useQuery({
    queryKey: ['fresh', ...queryKey],
    queryFn: async () => {
      const known = client.getQueryState(queryKey)?.dataUpdatedAt ?? 0;
      if (Date.now() - known >= FRESH_MS) await refreshPages(client, pages, isLive);
      return Date.now();
    },
    enabled: query.isSuccess && !query.isPlaceholderData,
    refetchInterval: hasLive ? everyMs : false,
  });
  return { query, rows };
}

/** Whether two keys ask the same list for other rows: the rows of another project are another list. */
function isSameList(one: QueryKey, other: QueryKey): boolean {
  return identityOf(one) === identityOf(other);
}

function identityOf(key: QueryKey): string {
  return JSON.stringify(
    key.map((part) =>
      typeof part === 'object' && part !== null && 'projectId' in part
        ? part.projectId
        : typeof part === 'object'
          ? null
          : part,
    ),
  );
}
