'use client';

import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';

const PAGE = 50;

type Page<Item> = { items: Item[]; nextCursor: string | null };
type Asked = { limit: number; cursor?: string };

/** A list that comes in pages; `rows` is all of it that has come. */
export function usePages<Item>(
  queryKey: QueryKey,
  ask: (page: Asked) => Promise<Page<Item>>,
  refetchInterval: (rows: readonly Item[]) => number | false = () => false,
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) =>
      ask({ limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) }),
    // The first page has no cursor.
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) =>
      refetchInterval(state.data?.pages.flatMap(({ items }) => items) ?? []),
  });
  return { query, rows: query.data?.pages.flatMap(({ items }) => items) ?? [] };
}
