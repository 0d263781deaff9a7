'use client';

import { useEffect, useRef } from 'react';
import { useGo } from '#lib/use-go.ts';
import { useRegistered } from './commands.tsx';
import { places } from './navigation.ts';

const SEQUENCE_MS = 900;

type Actions = { openMenu: () => void; openSheet: () => void };

/** Keys that work everywhere: Ctrl/Cmd+K, `?`, `g` and a place, and the one-key commands of the page. */
export function useShortcuts({ openMenu, openSheet }: Actions): void {
  const go = useGo();
  const commands = useRegistered();
  const leader = useRef(0);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        openMenu();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const action = actionFor(event.key);
      if (action === null) return;
      event.preventDefault();
      action();
    }

    function actionFor(key: string): (() => void) | null {
      const isAfterLeader = performance.now() - leader.current < SEQUENCE_MS && leader.current > 0;
      leader.current = key === 'g' ? performance.now() : 0;
      const place = isAfterLeader ? places.find((one) => one.key === key) : undefined;
      if (place !== undefined) return () => go(place.href);
      if (key === '?') return openSheet;
      if (key === '/') return openMenu;
      return commands.find((command) => command.key === key)?.run ?? null;
    }

    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [commands, go, openMenu, openSheet]);
}

/** Letters belong to the field, the menu or the dialog that has the focus. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('[role="dialog"], [role="menu"]') !== null
  );
}
