'use client';

import { api } from '#lib/api.ts';
import { runPages, runSearchOf } from '#lib/queries/run-queries.ts';
import { isGoingOn } from '#lib/statuses.ts';
import { usePages } from '#lib/use-pages.ts';
import { useUrlSearch } from '#lib/use-url-search.ts';

const LIVE_EVERY_MS = 2_000;

/** The runs that the URL asks for, read again while one of them goes on. */
export function useRuns() {
  const [url, showAll] = useUrlSearch();
  const search = runSearchOf(url);
  const listing = usePages(runPages(api, search), { isLive: isGoingOn, everyMs: LIVE_EVERY_MS });
  return { listing, showAll, isFiltered: Object.keys(search).length > 0 };
}
