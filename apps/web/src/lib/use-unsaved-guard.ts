'use client';

import { useEffect } from 'react';
import { holdUnsaved, mayLeave } from './unsaved.ts';

/**
 * Asks before a page with unsaved changes is left: closed, reloaded, by a link, a command or a shortcut to another page
 * (`useGo`), or by the way back and forth through the history.
 */
export function useUnsavedGuard(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const release = holdUnsaved();
    const unguard = guardHistory();
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
      unguard();
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

/** The browser has moved before anybody hears of it: whoever stays is moved back, and the router never learns of it. */
function guardHistory(): () => void {
  const { pathname } = window.location;
  const at = placeInHistory();
  const onMove = (event: PopStateEvent) => {
    if (window.location.pathname === pathname || mayLeave()) return;
    event.stopImmediatePropagation();
    window.history.go(at === null ? 1 : at - (placeInHistory() ?? at - 1));
  };
  window.addEventListener('popstate', onMove, true);
  return () => window.removeEventListener('popstate', onMove, true);
}

/** Null in a browser that does not tell: then a move is taken for one step back. */
function placeInHistory(): number | null {
  return 'navigation' in window ? (window.navigation.currentEntry?.index ?? null) : null;
}
