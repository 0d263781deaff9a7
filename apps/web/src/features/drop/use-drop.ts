'use client';

import type { components } from '@quantumlayer/sdk';
import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api.ts';
import { toDocuments } from '#lib/drop-documents.ts';

export type Drop = components['schemas']['Drop'];

export const dropKey = (dropId: string) => ['drop', dropId] as const;

export function useDrop(dropId: string) {
  return useQuery({ queryKey: dropKey(dropId), queryFn: () => api.getDrop(dropId) });
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
