'use client';

import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { describeProblem } from './problem-notice.tsx';
import { useToast } from './ui/toast.tsx';

/** Something a person does: what it changes is read again, and a refusal is said in a toast. */
export function useAction(refresh: readonly QueryKey[]) {
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => Promise.all(refresh.map((queryKey) => client.invalidateQueries({ queryKey }))),
    onError: (error) => {
      const { heading, detail } = describeProblem(error);
      toast({ title: heading, text: detail, tone: 'failed' });
    },
  });
}
