'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api.ts';

/** A JSON document of a capsule; a capsule never changes, so it is read once. */
export function useCapsuleDocument<Content>(capsuleId: string, path: string) {
  return useQuery({
    queryKey: ['capsule-document', capsuleId, path],
    // The packing of capsules wrote it in the form of its standard.
    queryFn: async () => JSON.parse(await api.getCapsulePart(capsuleId, path)) as Content,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Where the document itself is read. */
export function documentUrl(capsuleId: string, path: string): string {
  return `/api/v1/capsules/${capsuleId}/contents/file?path=${encodeURIComponent(path)}`;
}
