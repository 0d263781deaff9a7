'use client';

import type { components } from '@quantumlayer/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '#components/use-act.ts';

export type Preview = components['schemas']['Preview'];

export const previewKey = (previewId: string) => ['preview', previewId];

/** Does something to a preview and shows what it is afterwards, or why not. */
export function usePreviewAction(previewId: string) {
  const client = useQueryClient();
  return useAct((next: Preview) => client.setQueryData(previewKey(previewId), next));
}
