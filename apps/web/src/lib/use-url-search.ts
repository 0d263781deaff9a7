'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/** What the URL says behind `?`, and a way back to saying nothing. */
export function useUrlSearch(): [URLSearchParams, () => void] {
  const path = usePathname();
  const clear = useCallback(() => window.history.replaceState(null, '', path), [path]);
  return [useSearchParams(), clear];
}
