'use client';

import { useStore } from '@xyflow/react';

const READABLE = 0.35;

/** True when nobody can read a row: then of a table its name alone is drawn, larger, and of a relation its line. */
export function useIsFar(): boolean {
  return useStore(({ transform }) => transform[2] < READABLE);
}
