'use client';

import { useCallback, useEffect, useState } from 'react';

/** Text that outlives a reload and a closed tab, kept in this browser until it is cleared. */
export function useDraft(key: string): [string, (text: string) => void] {
  const [text, setText] = useState('');
  useEffect(() => {
    setText(window.localStorage.getItem(key) ?? '');
  }, [key]);
  const write = useCallback(
    (next: string) => {
      setText(next);
      if (next === '') window.localStorage.removeItem(key);
      else window.localStorage.setItem(key, next);
    },
    [key],
  );
  return [text, write];
}
