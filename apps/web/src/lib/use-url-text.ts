'use client';

import { useEffect, useRef, useState } from 'react';
import { useDebounced } from './use-debounced.ts';
import { useUrlValue } from './use-url-value.ts';

const PAUSE_MS = 250;

/** Words that somebody types: shown at once, in the URL as `?name=` when the typing has paused. */
export function useUrlText(name: string) {
  const [settled, setSettled] = useUrlValue(name, '');
  const [typed, setTyped] = useState(settled);
  const written = useRef(settled);
  const paused = useDebounced(typed, PAUSE_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed goes into the URL.
  useEffect(() => {
    if (paused === written.current) return;
    written.current = paused;
    setSettled(paused);
  }, [paused]);
  // A link, or a filter that was taken back, has changed the words.
  useEffect(() => {
    if (settled === written.current) return;
    written.current = settled;
    setTyped(settled);
  }, [settled]);
  return { typed, setTyped, settled };
}
