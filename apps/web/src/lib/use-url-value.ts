'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/** A value that stands in the URL as `?name=`, so that what one sees can be sent to somebody. */
export function useUrlValue(name: string, fallback: string): [string, (value: string) => void] {
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  const value = search.get(name) ?? fallback;
  const write = useCallback(
    (next: string) => {
      const query = new URLSearchParams(search);
      if (next === fallback) query.delete(name);
      else query.set(name, next);
      const text = query.toString();
      router.replace(text === '' ? path : `${path}?${text}`, { scroll: false });
    },
    [router, path, search, name, fallback],
  );
  return [value, write];
}
