import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

const PAGE_SIZE = 20;
const NEWEST_FIRST = '-createdAt';

/** The state of a list stands in the address, so that it survives a reload and can be sent to somebody. */
export function useListState() {
  const [parameters, setParameters] = useSearchParams();
  const navigate = useNavigate();
  const { pathname, state } = useLocation();
  const trail: readonly string[] = Array.isArray(state?.trail) ? state.trail : [];

  /** Sets or removes parameters; another selection begins at its first page. */
  const set = useCallback(
    (changes: Readonly<Record<string, string>>) =>
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          next.delete('cursor');
          for (const [name, value] of Object.entries(changes)) {
            if (value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );

  function goTo(cursor: string | null, past: readonly string[]): void {
    const next = new URLSearchParams(parameters);
    if (cursor) next.set('cursor', cursor);
    else next.delete('cursor');
    navigate(`${pathname}?${next}`, { state: { trail: past } });
  }

  const cursor = parameters.get('cursor') ?? '';
  return {
    parameters,
    set,
    isFirstPage: cursor === '',
    /** Where the page before began; unknown to who came here by a link. */
    hasPrevious: trail.length > 0,
    goFirst: () => goTo(null, []),
    goPrevious: () => goTo(trail.at(-1) || null, trail.slice(0, -1)),
    goNext: (nextCursor: string) => goTo(nextCursor, [...trail, cursor]),
    /** What the API is asked for. */
    query: queryOf(parameters),
  };
}

function queryOf(parameters: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams(parameters);
  query.set('limit', String(PAGE_SIZE));
  if (!query.has('sort')) query.set('sort', NEWEST_FIRST);
  return query;
}
