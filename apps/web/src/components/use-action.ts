'use client';

import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useAct } from './use-act.ts';

/** Something a person does: what it changes is read again. */
export function useAction(refresh: readonly QueryKey[]) {
  const client = useQueryClient();
  return useAct<unknown>(() =>
    Promise.all(refresh.map((queryKey) => client.invalidateQueries({ queryKey }))),
  );
}
