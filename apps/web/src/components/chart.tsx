'use client';

import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useIsDark } from '#lib/use-theme.ts';
import { barsOver, type Series } from './chart-options.ts';

type ChartProps = {
  /** Seconds since 1970, one for each value. */
  times: readonly number[];
  series: readonly Series[];
  height: number;
  onHover: (index: number | null) => void;
};

/** Counts by day as bars, drawn on a canvas in the colours of the theme. Loaded when it is first needed. */
export function Chart({ times, series, height, onHover }: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const isDark = useIsDark();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read again when the theme changes.
  useEffect(() => {
    const parent = host.current;
    if (parent === null) return;
    const size = { width: parent.clientWidth, height };
    const { options, data } = barsOver(times, series);
    const hooks = { setCursor: [(plot: uPlot) => onHover(plot.cursor.idx ?? null)] };
    const plot = new uPlot({ ...options, ...size, hooks }, data, parent);
    const observer = new ResizeObserver(() => plot.setSize({ width: parent.clientWidth, height }));
    observer.observe(parent);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [times, series, height, onHover, isDark]);
  return <div ref={host} aria-hidden className="min-w-0" style={{ height }} />;
}
