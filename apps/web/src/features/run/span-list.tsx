'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { cn } from '#lib/cn.ts';
import { formatDuration } from '#lib/format.ts';
import type { Span } from './spans.ts';

const ROW = 24;
/** Rows beyond the edges that are kept in the page. */
const SPARE = 12;
const BARS: Record<Span['state'], string> = {
  running: 'bg-running pulse',
  succeeded: 'bg-succeeded',
  failed: 'bg-failed',
  other: 'bg-line-strong',
};

type SpanListProps = {
  spans: readonly Span[];
  /** Milliseconds since 1970 at both edges. */
  start: number;
  end: number;
  titles: ReadonlyMap<string, string>;
};

/** Attempts as bars; only what is in view is in the page. */
export function SpanList({ spans, start, end, titles }: SpanListProps) {
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: spans.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: SPARE,
  });
  const items = virtual.getVirtualItems();
  return (
    <section
      ref={box}
      aria-label="Attempts"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="max-h-[70vh] overflow-y-auto p-3"
    >
      <ol style={{ height: virtual.getTotalSize(), paddingTop: items[0]?.start ?? 0 }}>
        {items.map(({ index }) => {
          const span = spans[index];
          if (span === undefined) return null;
          const title = titles.get(span.stage) ?? span.label;
          return <SpanRow key={span.id} span={span} title={title} start={start} end={end} />;
        })}
      </ol>
    </section>
  );
}

type SpanRowProps = { span: Span; title: string; start: number; end: number };

function SpanRow({ span, title, start, end }: SpanRowProps) {
  const whole = Math.max(end - start, 1);
  const from = Math.max(0, span.from - start);
  const to = (span.to ?? end) - start;
  return (
    <li className="grid h-6 grid-cols-[9rem_minmax(0,1fr)_4.5rem] items-center gap-3 sm:grid-cols-[12rem_minmax(0,1fr)_5rem]">
      <span className={cn('truncate', span.isPart && 'pl-4 text-muted')}>
        {title}
        {span.attempt > 1 && ` · attempt ${span.attempt}`}
      </span>
      <span className="relative h-4 rounded-sm bg-sunken">
        <span
          className={cn('absolute inset-y-0 min-w-0.5 rounded-sm', BARS[span.state])}
          style={{
            left: `${(100 * from) / whole}%`,
            width: `${(100 * Math.max(0, to - from)) / whole}%`,
          }}
        />
      </span>
      <span className="text-right text-muted text-xs">{formatDuration(to - from)}</span>
    </li>
  );
}
