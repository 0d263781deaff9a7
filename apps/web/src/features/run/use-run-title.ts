'use client';

import { useEffect } from 'react';
import { nameOf, type Tone, toneOf } from '#lib/statuses.ts';
import type { Run } from './use-run.ts';

/** Middle greys and hues that are seen on light and dark tab bars. */
const COLOURS: Record<Tone, string> = {
  queued: '#8b8d98',
  running: '#3b82f6',
  succeeded: '#16a34a',
  failed: '#dc2626',
  waiting: '#d97706',
};

/** The tab says how the run stands: in its title, and by the colour of its icon. */
export function useRunTitle(run: Run): void {
  const { status } = run;
  const name = run.title ?? run.prompt.slice(0, 60);
  useEffect(() => {
    const before = document.title;
    document.title = `${nameOf(status)}: ${name} · QuantumLayer`;
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    const href = icon?.href;
    if (icon !== null) icon.href = dotOf(COLOURS[toneOf(status)]);
    return () => {
      document.title = before;
      if (icon !== null && href !== undefined) icon.href = href;
    };
  }, [status, name]);
}

function dotOf(colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6" fill="${colour}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
