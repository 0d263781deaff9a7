'use client';

import type { components } from '@quantumlayer/sdk';
import { useQuery } from '@tanstack/react-query';
import { api } from './api.ts';
import { runRequestQuery } from './queries/run-queries.ts';

export type Asked = components['schemas']['RunRequest'];
type Run = Pick<components['schemas']['Run'], 'id' | 'prompt' | 'reading'>;

/** What a run was asked with; null until it is known. A run without a document has it all in itself. */
export function useAsked(run: Run | undefined): Asked | null {
  const hasDocument = run?.reading?.document !== undefined;
  const { data } = useQuery({ ...runRequestQuery(api, run?.id ?? ''), enabled: hasDocument });
  if (run === undefined) return null;
  return hasDocument ? (data ?? null) : { prompt: run.prompt, document: null };
}
