'use client';

import { api } from '#lib/api.ts';
import { dropPages, dropSearchOf } from '#lib/queries/drop-queries.ts';
import { usePages } from '#lib/use-pages.ts';
import { useUrlSearch } from '#lib/use-url-search.ts';

/** The drops that the URL asks for. */
export function useDrops() {
  const [url, showAll] = useUrlSearch();
  const search = dropSearchOf(url);
  const listing = usePages(dropPages(api, search));
  return { listing, showAll, isFiltered: Object.keys(search).length > 0 };
}
