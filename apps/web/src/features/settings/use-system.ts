'use client';

import type { components } from '@quantumlayer/sdk';
import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api.ts';
import { systemQuery } from '#lib/queries/settings-queries.ts';

export type System = components['schemas']['System'];

const LOOK_EVERY_MS = 10_000;
/** The server looks anew behind an answer that is older than this, which takes it a second or two. */
const OLD_MS = 60_000;
const LOOK_AGAIN_MS = 2_000;

export function useSystem() {
  return useQuery({
    ...systemQuery(api),
    refetchInterval: ({ state: { data, dataUpdatedAt } }) =>
      data !== undefined && dataUpdatedAt - Date.parse(data.foundAt) >= OLD_MS
        ? LOOK_AGAIN_MS
        : LOOK_EVERY_MS,
  });
}
