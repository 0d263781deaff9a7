'use client';

import type { components } from '@quantumlayer/sdk';
import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api.ts';
import { toDocuments } from '#lib/drop-documents.ts';
import { dropQuery } from '#lib/queries/drop-queries.ts';

export type Drop = components['schemas']['Drop'];

export function useDrop(dropId: string) {
  return useQuery(dropQuery(api, dropId));
}

/** What it holds, as files; drops never change, so they are read once. */
export function useDocuments(drop: Drop | undefined) {
  return useQuery({
    queryKey: ['drop-documents', drop?.id],
    queryFn: async () => {
      const content = await api.getDropContent(drop?.id ?? '');
      return toDocuments(content, drop?.stage ?? 'content');
    },
    enabled: drop !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
