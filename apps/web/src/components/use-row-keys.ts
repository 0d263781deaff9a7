'use client';

import type { KeyboardEvent, RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useCommands } from './shell/commands.tsx';

type RowKeys = {
  list: RefObject<HTMLUListElement | null>;
  count: number;
  /** The first row in view: where the keys begin. */
  first: number;
  /** Puts a row into the page and into view. */
  bring: (index: number) => void;
};

/** `j` and `k` anywhere on the page, the arrows, Home and End in the list: they move the focus from row to row. */
export function useRowKeys({ list, count, first, bring }: RowKeys) {
  function focusRow(wanted: number) {
    if (count === 0) return;
    const index = Math.min(Math.max(wanted, 0), count - 1);
    flushSync(() => bring(index));
    const row = list.current?.querySelector(`[data-index="${index}"]`);
    row?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
  }

  function step(by: 1 | -1) {
    const focused = indexOfFocus(list.current);
    focusRow(focused === null ? first : focused + by);
  }

  const group = 'List';
  useCommands('rows', [
    { id: 'row.next', name: 'Next row', group, key: 'j', run: () => step(1) },
    { id: 'row.previous', name: 'Previous row', group, key: 'k', run: () => step(-1) },
  ]);

  return (event: KeyboardEvent) => {
    const { ctrlKey, metaKey, altKey, shiftKey } = event;
    if (ctrlKey || metaKey || altKey || shiftKey) return;
    const focused = indexOfFocus(list.current) ?? first;
    const wanted = new Map([
      ['ArrowDown', focused + 1],
      ['ArrowUp', focused - 1],
      ['Home', 0],
      ['End', count - 1],
    ]).get(event.key);
    if (wanted === undefined) return;
    event.preventDefault();
    focusRow(wanted);
  };
}

function indexOfFocus(list: HTMLUListElement | null): number | null {
  const row = document.activeElement?.closest('li');
  if (list === null || !(row instanceof HTMLElement) || !list.contains(row)) return null;
  return Number(row.dataset.index);
}
