'use client';

import { useEffect, useState } from 'react';
import { useDebounced } from './use-debounced.ts';
import { useUrlValue } from './use-url-value.ts';

const PAUSE_MS = 250;

/** Words that somebody types: shown at once, in the URL as `?name=` when the typing has paused. */
export function useUrlText(name: string) {
  const [settled, setSettled] = useUrlValue(name, '');
  const [typed, setTyped] = useState(settled);
  const paused = useDebounced(typed, PAUSE_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed goes into the URL.
  useEffect(() => {
    if (paused !== settled) setSettled(paused);
  }, [paused]);
  return { typed, setTyped, settled };
}
