'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { mayLeave } from './unsaved.ts';

/** Goes to another page, as a link does: what is unsaved on this one is asked about first. */
export function useGo(): (href: string) => void {
  const router = useRouter();
  return useCallback(
    (href) => {
      const { pathname } = new URL(href, window.location.href);
      if (pathname === window.location.pathname || mayLeave()) router.push(href);
    },
    [router],
  );
}
