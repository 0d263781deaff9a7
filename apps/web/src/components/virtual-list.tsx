'use client';

import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { RowListProps } from './row-list-props.ts';
import { useRowKeys } from './use-row-keys.ts';

/** A line of text with its room, and the line below it; rows that are otherwise are measured. */
const ROW_PX = 45;
const OVERSCAN = 6;
const NEAR_END = 30;
/** The bar that stays on top on a phone. */
const TOP_BAR_PX = 48;

/** A long list: what is in view is in the page, and the row that has the focus. Loaded when a list is long. */
export function VirtualList<Item extends { id: string }>({
  label,
  rows,
  goesOn,
  onNearEnd,
  children,
}: RowListProps<Item>) {
  const { list, top, virtual, setActiveId } = useWindow({ rows, goesOn, onNearEnd });
  const onKeyDown = useRowKeys({
    list,
    count: rows.length,
    first: virtual.range?.startIndex ?? 0,
    bring: (index) => {
      setActiveId(rows[index]?.id ?? null);
      virtual.scrollToIndex(index);
    },
  });

  return (
    <ul
      ref={list}
      aria-label={label}
      className="relative"
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => setActiveId(idOfRow(target))}
    >
      {virtual.getVirtualItems().map(({ key, index, start }) => {
        const item = rows[index];
        if (item === undefined) return null;
        return (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            data-id={item.id}
            aria-setsize={goesOn ? -1 : rows.length}
            aria-posinset={index + 1}
            className="absolute inset-x-0 top-0 border-line border-b"
            style={{ transform: `translateY(${start - top}px)` }}
          >
            <Row item={item} index={index} show={children} />
          </li>
        );
      })}
    </ul>
  );
}

/** Which rows are in the page: those in view, and the one that has the focus. */
function useWindow<Item extends { id: string }>({
  rows,
  goesOn,
  onNearEnd,
}: Pick<RowListProps<Item>, 'rows' | 'goesOn' | 'onNearEnd'>) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  const [activeId, setActiveId] = useState<string | null>(() => idOfRow(document.activeElement));
  const activeIndex = activeId === null ? -1 : rows.findIndex(({ id }) => id === activeId);
  const withActive = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      const isFar = activeIndex >= 0 && activeIndex < range.count && !shown.includes(activeIndex);
      return isFar ? [...shown, activeIndex].sort((a, b) => a - b) : shown;
    },
    [activeIndex],
  );
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    initialOffset: () => window.scrollY,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    overscan: OVERSCAN,
    rangeExtractor: withActive,
    scrollMargin: top,
    scrollPaddingStart: TOP_BAR_PX,
  });

  useLayoutEffect(() => {
    const at = list.current?.getBoundingClientRect().top;
    if (at !== undefined) setTop(at + window.scrollY);
  }, []);

  // It takes the place of a short list, and of the row in it that had the focus.
  const firstActive = useRef(activeId);
  useLayoutEffect(() => {
    if (firstActive.current === null) return;
    const row = list.current?.querySelector(`[data-id="${firstActive.current}"]`);
    row?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
  }, []);

  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => {
    if (goesOn && last >= rows.length - NEAR_END) onNearEnd();
  }, [goesOn, last, rows.length, onNearEnd]);

  return { list, top, virtual, setActiveId };
}

type RowProps<Item> = {
  item: Item;
  index: number;
  show: RowListProps<Item>['children'];
};

/** Only the rows that come and go are drawn when the focus moves. */
const Row = memo(function ShownRow<Item>({ item, index, show }: RowProps<Item>) {
  return show(item, index);
  // The type of memo forgets that the component has a parameter.
}) as <Item>(props: RowProps<Item>) => ReactNode;

function idOfRow(element: Element | null): string | null {
  return element?.closest('li')?.dataset.id ?? null;
}
