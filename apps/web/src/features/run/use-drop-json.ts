'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api.ts';

/** The content of a drop that is JSON; drops never change, so it is read once. */
export function useDropJson<Content>(dropId: string | null) {
  return useQuery({
    queryKey: ['drop-content', dropId],
    // The server wrote it by the contract of the stage.
    queryFn: async () => JSON.parse(await api.getDropContent(dropId ?? '')) as Content,
    enabled: dropId !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
