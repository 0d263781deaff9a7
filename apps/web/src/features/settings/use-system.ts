'use client';

import type { components } from '@quantumlayer/sdk';
import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api.ts';
import { systemQuery } from '#lib/queries/settings-queries.ts';

export type System = components['schemas']['System'];

const LOOK_EVERY_MS = 10_000;

export function useSystem() {
  return useQuery({
    ...systemQuery(api),
    refetchInterval: LOOK_EVERY_MS,
  });
}
