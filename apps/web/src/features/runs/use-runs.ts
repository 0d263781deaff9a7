'use client';

import { api } from '#lib/api.ts';
import { hasEnded, parseRunStatuses } from '#lib/statuses.ts';
import { usePages } from '#lib/use-pages.ts';
import { useUrlValue } from '#lib/use-url-value.ts';

const LIVE_EVERY_MS = 2_000;

/** The runs that the URL asks for, read again while one of them goes on. */
export function useRuns() {
  const [status] = useUrlValue('status', '');
  const [projectId] = useUrlValue('project', '');
  const [q] = useUrlValue('q', '');
  const [failure] = useUrlValue('failure', '');
  const [since] = useUrlValue('since', '');
  const [until] = useUrlValue('until', '');
  const statuses = parseRunStatuses(status);
  const asked = {
    ...(statuses.length > 0 && { status: statuses }),
    ...Object.fromEntries(
      Object.entries({ projectId, q, failure, since, until }).filter(([, value]) => value !== ''),
    ),
  };
  const pages = usePages(
    ['runs', asked],
    (page) => api.listAllRuns({ ...page, ...asked }),
    (rows) => (rows.some((run) => !hasEnded(run.status)) ? LIVE_EVERY_MS : false),
  );
  return { ...pages, isFiltered: Object.keys(asked).length > 0 };
}
