import type { Found, Paging } from './list.ts';

type Place = Pick<Found, 'page' | 'pages' | 'size' | 'offset' | 'total' | 'next'>;

/** Addresses of the pages before and after, relative to the one that was asked for; null where there are none. */
export function linksOf(url: string, paging: Paging | undefined, place: Place): string | null {
  if (paging?.at === undefined) return null;
  const { page, pages, size, offset, total, next } = place;
  const [path = '', query = ''] = url.split('?');
  const link = (rel: string, at: string | number) => {
    const parameters = new URLSearchParams(query);
    parameters.set(paging.at ?? '', String(at));
    return `<${path}?${parameters}>; rel="${rel}"`;
  };
  const links =
    paging.by === 'cursor'
      ? [next === null ? null : link('next', next)]
      : paging.by === 'page'
        ? [
            page > paging.first ? link('prev', Math.min(page - 1, pages + paging.first - 1)) : null,
            page - paging.first + 1 < pages ? link('next', page + 1) : null,
          ]
        : [
            offset > 0 ? link('prev', Math.max(0, offset - size)) : null,
            offset + size < total ? link('next', offset + size) : null,
          ];
  const found = links.filter((one) => one !== null);
  return found.length === 0 ? null : found.join(', ');
}
