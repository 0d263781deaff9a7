'use client';

import { useEffect } from 'react';
import { holdUnsaved, mayLeave } from './unsaved.ts';

/**
 * Asks before a page with unsaved changes is left: closed, reloaded, by a link, by a command or a shortcut to another page
 * (`useGo`), or by the browser's way back (`watchHistory`).
 */
export function useUnsavedGuard(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const release = holdUnsaved();
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      if (!isLeaving(event) || mayLeave()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('beforeunload', onUnload);
    // Before the router sees it.
    window.addEventListener('click', onClick, true);
    return () => {
      release();
      window.removeEventListener('beforeunload', onUnload);
      window.removeEventListener('click', onClick, true);
    };
  }, [isUnsaved]);
}

/** Whether a click follows a link away from this page in this tab. */
function isLeaving(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return false;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank') return false;
  return !link.hasAttribute('download') && link.pathname !== window.location.pathname;
}
