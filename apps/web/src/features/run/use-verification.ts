'use client';

import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '#lib/api.ts';

/** Nothing is asked before a person does: an answer is of the moment in which it was asked for. */
function verificationQuery(capsuleId: string) {
  return queryOptions({
    queryKey: ['verification', capsuleId],
    queryFn: () => api.verifyCapsule(capsuleId),
    retry: false,
  });
}

/** Whether a capsule verifies, when somebody has asked. */
export function useVerification(capsuleId: string) {
  return useQuery({ ...verificationQuery(capsuleId), enabled: false });
}

/** Verifies from wherever one is; the view of the capsule shows what comes of it. */
export function useVerify(): (capsuleId: string) => void {
  const client = useQueryClient();
  return useCallback(
    (capsuleId) => void client.prefetchQuery({ ...verificationQuery(capsuleId), staleTime: 0 }),
    [client],
  );
}
