'use client';

import type { components } from '@quantumlayer/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { describeProblem } from '#components/problem-notice.tsx';
import { useToast } from '#components/ui/toast.tsx';

export type Preview = components['schemas']['Preview'];

export const previewKey = (previewId: string) => ['preview', previewId];

/** Does something to a preview and shows what it is afterwards, or why not. */
export function usePreviewAction(previewId: string) {
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (act: () => Promise<Preview>) => act(),
    onSuccess: (next) => client.setQueryData(previewKey(previewId), next),
    onError: (error) => {
      const { heading, detail } = describeProblem(error);
      toast({ title: heading, text: detail, tone: 'failed' });
    },
  });
}
