'use client';

import { useEffect } from 'react';

const QUESTION = 'There are changes that are not saved. Leave without them?';

/** Asks before a page with unsaved changes is left: closed, reloaded, or by a link to another page. */
export function useUnsavedGuard(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      if (!isLeaving(event) || window.confirm(QUESTION)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('beforeunload', onUnload);
    // Before the router sees it.
    window.addEventListener('click', onClick, true);
    return () => {
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
