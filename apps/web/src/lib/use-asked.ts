'use client';

import type { components } from '@quantumlayer/sdk';
import { useQuery } from '@tanstack/react-query';
import { api } from './api.ts';
import { runRequestQuery } from './queries/run-queries.ts';

export type Asked = components['schemas']['RunRequest'];
type Run = Pick<components['schemas']['Run'], 'id' | 'prompt' | 'reading'>;

/** What a run was asked with; null until it is known. A first version from words alone has it all in itself. */
export function useAsked(run: Run | undefined): Asked | null {
  const isMore = run?.reading?.document !== undefined || run?.reading?.followUp !== undefined;
  const { data } = useQuery({ ...runRequestQuery(api, run?.id ?? ''), enabled: isMore });
  if (run === undefined) return null;
  return isMore ? (data ?? null) : { prompt: run.prompt, document: null, change: null };
}
