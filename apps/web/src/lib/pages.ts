import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query';

/** What is seen at first comes fast; who goes on reading gets more at once. */
const FIRST_PAGE = 50;
const NEXT_PAGE = 100;
/** Pages that are read again at one time: a long list is kept fresh where something happens. */
const MOST_AGAIN = 4;

export type Page<Item> = { items: Item[]; nextCursor: string | null };
type Cursor = string | null;
type Loaded<Item> = InfiniteData<Page<Item>, Cursor>;
type Asked = { limit: number; cursor?: string };
type Listed = { id: string };

export type Pages<Item> = ReturnType<typeof pagesOf<Item>>;

/** A list that comes in pages: the same for the server that begins it and the browser that goes on. */
export function pagesOf<Item>(queryKey: QueryKey, ask: (page: Asked) => Promise<Page<Item>>) {
  const read = (cursor: Cursor) =>
    cursor === null ? ask({ limit: FIRST_PAGE }) : ask({ limit: NEXT_PAGE, cursor });
  const options = infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    // The first page has no cursor.
    initialPageParam: null as Cursor,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // Reading all of it again would be a request for each page; `refreshPages` reads what may have changed.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { options, read };
}

/** Reads the beginning of a list again, and those pages of it in which something goes on. */
export async function refreshPages<Item extends Listed>(
  client: QueryClient,
  { options, read }: Pages<Item>,
  isLive: (item: Item) => boolean,
): Promise<void> {
  const data = client.getQueryData<Loaded<Item>>(options.queryKey);
  if (data === undefined) return;
  const due = data.pages.flatMap(({ items }, index) =>
    index === 0 || items.some(isLive) ? [index] : [],
  );
  const again = await Promise.all(
    due.slice(0, MOST_AGAIN).map(async (index) => ({
      index,
      page: await read(data.pageParams[index] ?? null),
    })),
  );
  client.setQueryData<Loaded<Item>>(options.queryKey, (now) =>
    now === undefined ? now : again.reduce((all, one) => withPage(all, one.index, one.page), now),
  );
}

/** `data` with what a page of it is now. Rows that the new page no longer reaches keep their place after it. */
export function withPage<Item extends Listed>(
  data: Loaded<Item>,
  index: number,
  page: Page<Item>,
): Loaded<Item> {
  const old = data.pages[index];
  if (old === undefined) return data;
  if (page.nextCursor === null) {
    return {
      pages: [...data.pages.slice(0, index), page],
      pageParams: data.pageParams.slice(0, index + 1),
    };
  }
  const rest = old.items.filter(({ id }) => isAfter(id, page.items));
  const merged =
    rest.length === 0 && index === data.pages.length - 1
      ? page
      : { items: [...page.items, ...rest], nextCursor: old.nextCursor };
  return { ...data, pages: data.pages.map((one, at) => (at === index ? merged : one)) };
}

/** Lists are ordered by their ids, which grow with time; the newest is first, or last. */
function isAfter(id: string, items: readonly Listed[]): boolean {
  const first = items[0]?.id ?? '';
  const last = items.at(-1)?.id ?? '';
  return first > last ? id < last : id > last;
}

/** Every row once: where pages overlap, the earlier one is the fresher. */
export function rowsOf<Item extends Listed>(pages: readonly Page<Item>[]): Item[] {
  const byId = new Map<string, Item>();
  for (const { items } of pages) {
    for (const item of items) if (!byId.has(item.id)) byId.set(item.id, item);
  }
  return [...byId.values()];
}
