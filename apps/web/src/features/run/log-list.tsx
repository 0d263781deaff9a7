'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#lib/cn.ts';
import type { LogLine } from './log-lines.ts';

const ROW = 20;
/** Rows beyond the edges that are kept in the page. */
const SPARE = 20;
const NEAR_END = 40;

/** Only what is in view is in the page, so that thousands of lines scroll as a few do. The end is followed until one scrolls up. */
export function LogList({ lines }: { lines: readonly LogLine[] }) {
  const box = useRef<HTMLDivElement>(null);
  const lastTop = useRef(0);
  const [isFollowing, setIsFollowing] = useState(true);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: SPARE,
  });

  function toEnd() {
    const element = box.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what moves the view to the end.
  useEffect(() => {
    if (isFollowing) toEnd();
  }, [lines.length, isFollowing]);

  function onScroll() {
    const element = box.current;
    if (element === null) return;
    const { scrollTop, clientHeight, scrollHeight } = element;
    const isUpward = scrollTop < lastTop.current;
    lastTop.current = scrollTop;
    if (scrollHeight - scrollTop - clientHeight < NEAR_END) setIsFollowing(true);
    // Lines that came since the view was moved to the end are no sign that somebody left it.
    else if (isUpward) setIsFollowing(false);
  }

  if (lines.length === 0) return <p className="h-80 p-4 text-muted">No line yet.</p>;
  return (
    <div className="relative">
      <div
        ref={box}
        onScroll={onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        role="log"
        aria-label="Log lines"
        aria-live="off"
        className="h-80 overflow-auto rounded-b-lg font-mono text-xs leading-5"
      >
        <div style={{ height: virtual.getTotalSize() }} className="relative min-w-max">
          <div style={{ height: virtual.getVirtualItems()[0]?.start ?? 0 }} />
          {virtual.getVirtualItems().map(({ index }) => {
            const line = lines[index];
            return line === undefined ? null : <Line key={line.id} line={line} />;
          })}
        </div>
      </div>
      {!isFollowing && (
        <Button size="sm" onClick={toEnd} className="absolute right-4 bottom-3 shadow-raised">
          <ArrowDown aria-hidden />
          Jump to latest
        </Button>
      )}
    </div>
  );
}

function Line({ line: { at, stage, text, isFault } }: { line: LogLine }) {
  return (
    <div className="flex h-5 gap-3 px-3 hover:bg-hover">
      <time className="text-subtle" dateTime={at} title={at}>
        {at.slice(11, 23)}
      </time>
      <span className="w-16 shrink-0 truncate text-muted">{stage}</span>
      <span className={cn('whitespace-pre', isFault && 'text-failed')}>{text}</span>
    </div>
  );
}
