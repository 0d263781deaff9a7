'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/**
 * A value that stands in the URL as `?name=`, so that what one sees can be sent to somebody. Changing it asks no server:
 * Next takes what is written into the history for its own.
 */
export function useUrlValue(name: string, fallback: string): [string, (value: string) => void] {
  const path = usePathname();
  const search = useSearchParams();
  const value = search.get(name) ?? fallback;
  const write = useCallback(
    (next: string) => {
      const query = new URLSearchParams(window.location.search);
      if (next === fallback) query.delete(name);
      else query.set(name, next);
      const text = query.toString();
      window.history.replaceState(null, '', text === '' ? path : `${path}?${text}`);
    },
    [path, name, fallback],
  );
  return [value, write];
}
