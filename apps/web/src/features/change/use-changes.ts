'use client';

import { ApiProblem, type components } from '@quantumlayer/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Values } from '#components/changes/value-fields.tsx';
import { api } from '#lib/api.ts';
import { useDebounced } from '#lib/use-debounced.ts';

const PAUSE_MS = 400;

export type ShownChanges = components['schemas']['ShownChanges'];

/** What makes the next version: words, and values for rows that are there. */
export function toChange(base: string, prompt: string, values: Values) {
  return {
    base: { capsuleId: base },
    prompt,
    ...(Object.keys(values).length > 0 && { values }),
  };
}

/** Why a follow-up changes nothing, and what would help. */
export type ChangeRefusal = { message: string; next: string | null };

type LiveChanges = {
  shown: ShownChanges | null;
  refusal: ChangeRefusal | null;
  error: unknown;
  isReading: boolean;
};

/** What a follow-up would do to a version, a moment after the typing has paused; nothing is kept or started. */
export function useChanges(
  projectId: string,
  base: string,
  prompt: string,
  values: Values,
): LiveChanges {
  const settled = useDebounced(prompt.trim(), PAUSE_MS);
  const settledValues = useDebounced(values, PAUSE_MS);
  const query = useQuery({
    queryKey: ['changes', projectId, base, settled, settledValues],
    queryFn: () => api.showChanges(projectId, toChange(base, settled, settledValues)),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const refusal = settled === '' ? null : refusalOf(query.error);
  const isKnown = settled !== '' && query.error === null;
  return {
    shown: isKnown ? (query.data ?? null) : null,
    refusal,
    error: refusal === null && settled !== '' ? query.error : null,
    isReading: query.isFetching || settled !== prompt.trim(),
  };
}

function refusalOf(error: unknown): ChangeRefusal | null {
  if (!(error instanceof ApiProblem)) return null;
  if (!/^(prompt-|document-|nothing-changed$|blueprint-invalid$)/.test(error.code)) return null;
  const { next } = error.problem;
  return { message: error.message, next: typeof next === 'string' ? next : null };
}
