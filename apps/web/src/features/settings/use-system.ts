'use client';

import type { components } from '@quantumlayer/sdk';
import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api.ts';

export type System = components['schemas']['System'];

const LOOK_EVERY_MS = 10_000;

export function useSystem() {
  return useQuery({
    queryKey: ['system'],
    queryFn: () => api.getSystem(),
    refetchInterval: LOOK_EVERY_MS,
  });
}
