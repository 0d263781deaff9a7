import type { Found, Paging } from './list.ts';

type Place = Pick<Found, 'page' | 'pages' | 'size' | 'offset' | 'total' | 'next'>;

/** The pages before and after, by what the parameter of the place says there; null where there are none. */
function placesOf(paging: Paging, { page, pages, size, offset, total, next }: Place): Around {
  if (paging.by === 'cursor') return { previous: null, next };
  if (paging.by === 'page')
    return {
      previous: page > paging.first ? Math.min(page - 1, pages + paging.first - 1) : null,
      next: page - paging.first + 1 < pages ? page + 1 : null,
    };
  return {
    previous: offset > 0 ? Math.max(0, offset - size) : null,
    next: offset + size < total ? offset + size : null,
  };
}

type Around = { previous: string | number | null; next: string | number | null };

/** Addresses of the pages before and after, relative to the one that was asked for; null where there are none. */
export function linksOf(url: string, paging: Paging | undefined, place: Place): string | null {
  const { previous, next } = addressesOf(url, paging, place);
  const links = [
    ...(previous === null ? [] : [`<${previous}>; rel="prev"`]),
    ...(next === null ? [] : [`<${next}>; rel="next"`]),
  ];
  return links.length === 0 ? null : links.join(', ');
}

/** The same, each by itself. */
export function addressesOf(
  url: string,
  paging: Paging | undefined,
  place: Place,
): { previous: string | null; next: string | null } {
  const { at } = paging ?? {};
  if (paging === undefined || at === undefined) return { previous: null, next: null };
  const [path = '', query = ''] = url.split('?');
  const address = (place: string | number | null) => {
    if (place === null) return null;
    const parameters = new URLSearchParams(query);
    parameters.set(at, String(place));
    return `${path}?${parameters}`;
  };
  const { previous, next } = placesOf(paging, place);
  return { previous: address(previous), next: address(next) };
}
