import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { type Page, pagesOf, refreshPages, rowsOf, withPage } from './pages.ts';

type Row = { id: string; live?: boolean };

const page = (ids: string, nextCursor: string | null): Page<Row> => ({
  items: [...ids].map((id) => ({ id })),
  nextCursor,
});
const loaded = (...pages: Page<Row>[]) => ({
  pages,
  pageParams: [null, ...pages.slice(0, -1).map(({ nextCursor }) => nextCursor)],
});
const idsOf = (data: { pages: Page<Row>[] }) =>
  rowsOf(data.pages)
    .map(({ id }) => id)
    .join('');

describe('withPage', () => {
  const list = loaded(page('jih', 'h'), page('gfe', 'e'), page('dc', null));

  it('puts new rows first and loses none that they push out', () => {
    expect(idsOf(withPage(list, 0, page('lkj', 'j')))).toBe('lkjihgfedc');
  });

  it('drops rows that no longer fit', () => {
    expect(idsOf(withPage(list, 0, page('jhg', 'g')))).toBe('jhgfedc');
  });

  it('puts more new rows first than a page holds, and goes on where the old ones began', () => {
    const { pages } = withPage(list, 0, page('zyx', 'x'));
    expect(pages[0]?.items.map(({ id }) => id).join('')).toBe('zyxjih');
    expect(pages[0]?.nextCursor).toBe('h');
  });

  it('ends the list where a page says that it ends', () => {
    expect(idsOf(withPage(list, 1, page('g', null)))).toBe('jihg');
  });

  it('keeps the rest of a list whose oldest row is first', () => {
    const oldest = loaded(page('abc', 'c'), page('def', null));
    expect(idsOf(withPage(oldest, 0, page('abd', 'd')))).toBe('abdef');
  });

  it('goes on from the last page that was read again', () => {
    const { pages } = withPage(loaded(page('jih', 'h')), 0, page('jhg', 'g'));
    expect(pages.at(-1)?.nextCursor).toBe('g');
  });
});

describe('refreshPages', () => {
  it('reads the first page again and those in which something goes on, no other', async () => {
    const client = new QueryClient();
    const asked: (string | undefined)[] = [];
    const pages = pagesOf<Row>(['rows'], async ({ cursor }) => {
      asked.push(cursor);
      return page(cursor === undefined ? 'jih' : 'dc', cursor === undefined ? 'h' : null);
    });
    const live = { items: [{ id: 'd', live: true }, { id: 'c' }], nextCursor: null };
    client.setQueryData(['rows'], loaded(page('jih', 'h'), page('gfe', 'e'), live));

    await refreshPages(client, pages, (row) => row.live === true);

    expect(asked).toEqual([undefined, 'e']);
    const data = client.getQueryData(pages.options.queryKey);
    expect(data?.pages[2]?.items).toEqual([{ id: 'd' }, { id: 'c' }]);
  });
});
