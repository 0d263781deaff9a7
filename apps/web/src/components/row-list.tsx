'use client';

import { useEffect, useRef, useState } from 'react';
import type { RowListProps } from './row-list-props.ts';
import { useRowKeys } from './use-row-keys.ts';
import type { VirtualList } from './virtual-list.tsx';

/** Rows that a page shows without counting them. */
const PLAIN_ROWS = 100;

/** A list of any length. A short one is all in the page; a long one holds what is in view. */
export function RowList<Item extends { id: string }>(props: RowListProps<Item>) {
  const isLong = props.rows.length > PLAIN_ROWS;
  const [Long, setLong] = useState<typeof VirtualList | null>(null);
  useEffect(() => {
    if (!isLong) return;
    let isShown = true;
    void import('./virtual-list.tsx').then((part) => {
      if (isShown) setLong(() => part.VirtualList);
    });
    return () => {
      isShown = false;
    };
  }, [isLong]);
  return isLong && Long !== null ? <Long {...props} /> : <PlainList {...props} />;
}

function PlainList<Item extends { id: string }>(props: RowListProps<Item>) {
  const { label, rows, goesOn, onNearEnd, children } = props;
  const list = useRef<HTMLUListElement>(null);
  const end = useRef<HTMLLIElement>(null);
  const onKeyDown = useRowKeys({ list, count: rows.length, first: 0, bring: bringInto(list) });

  useEffect(() => {
    if (!goesOn || end.current === null) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onNearEnd(), {
      rootMargin: '1000px',
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [goesOn, onNearEnd]);

  return (
    <ul ref={list} aria-label={label} onKeyDown={onKeyDown}>
      {rows.map((item, index) => (
        <li
          key={item.id}
          ref={index === rows.length - 1 ? end : undefined}
          data-index={index}
          data-id={item.id}
          className="border-line border-b"
        >
          {children(item, index)}
        </li>
      ))}
    </ul>
  );
}

function bringInto(list: { current: HTMLElement | null }) {
  return (index: number) =>
    list.current?.querySelector(`[data-index="${index}"]`)?.scrollIntoView({ block: 'nearest' });
}
