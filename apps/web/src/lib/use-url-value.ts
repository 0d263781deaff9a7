'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { startTransition, useCallback, useOptimistic } from 'react';

/**
 * A value that stands in the URL as `?name=`, so that what one sees can be sent to somebody. Changing it asks no server:
 * Next takes what is written into the history for its own, and redraws the page when it has the time; the value itself
 * is what was chosen at once.
 */
export function useUrlValue(name: string, fallback: string): [string, (value: string) => void] {
  const path = usePathname();
  const search = useSearchParams();
  const [value, choose] = useOptimistic(search.get(name) ?? fallback);
  const write = useCallback(
    (next: string) => {
      const query = new URLSearchParams(window.location.search);
      if (next === fallback) query.delete(name);
      else query.set(name, next);
      const text = query.toString();
      startTransition(() => {
        choose(next);
        window.history.replaceState(null, '', text === '' ? path : `${path}?${text}`);
      });
    },
    [path, name, fallback, choose],
  );
  return [value, write];
}
