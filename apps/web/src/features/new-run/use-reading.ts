'use client';

import { ApiProblem, type Client } from '@quantumlayer/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '#lib/api.ts';

const PAUSE_MS = 250;
const SHORTEST = 12;

export type Reading = Awaited<ReturnType<Client['readBlueprint']>>;

/** A prompt that the offline compiler would not build, and what to do about it. */
export type ReadingRefusal = { message: string; next: string | null };

type LiveReading = {
  reading: Reading | null;
  refusal: ReadingRefusal | null;
  error: unknown;
  isReading: boolean;
};

/** How `prompt` is understood, a moment after the typing has paused. */
export function useReading(prompt: string): LiveReading {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(prompt.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [prompt]);

  const query = useQuery({
    queryKey: ['reading', settled],
    queryFn: () => api.readBlueprint({ prompt: settled }),
    enabled: settled.length >= SHORTEST,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const isShort = settled.length < SHORTEST;
  const refusal = isShort ? null : refusalOf(query.error);
  return {
    reading: isShort || query.error !== null ? null : (query.data ?? null),
    refusal,
    error: refusal === null && !isShort ? query.error : null,
    isReading: query.isFetching || settled !== prompt.trim(),
  };
}

function refusalOf(error: unknown): ReadingRefusal | null {
  if (!(error instanceof ApiProblem) || !error.code.startsWith('prompt-')) return null;
  const { next } = error.problem;
  return { message: error.message, next: typeof next === 'string' ? next : null };
}
