'use client';

import { ApiProblem, type components } from '@quantumlayer/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Values } from '#components/changes/value-fields.tsx';
import { api } from '#lib/api.ts';
import { type DocumentDraft, toDocument } from '#lib/document-draft.ts';
import { useDebounced } from '#lib/use-debounced.ts';

const PAUSE_MS = 400;

export type ShownChanges = components['schemas']['ShownChanges'];

/** What is asked for: words, or a document in their place. */
export type Asked = { prompt: string; document: DocumentDraft | null };

export const isAsked = ({ prompt, document }: Asked) => document !== null || prompt.trim() !== '';

/** What makes the next version: words or a document, and values for rows that are there. */
export function toChange(base: string, { prompt, document }: Asked, values: Values) {
  return {
    base: { capsuleId: base },
    ...(document === null ? { prompt } : { document: toDocument(document) }),
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
  { prompt, document }: Asked,
  values: Values,
): LiveChanges {
  const settled = { prompt: useDebounced(prompt.trim(), PAUSE_MS), document };
  const settledValues = useDebounced(values, PAUSE_MS);
  const query = useQuery({
    queryKey: ['changes', projectId, base, settled, settledValues],
    queryFn: () => api.showChanges(projectId, toChange(base, settled, settledValues)),
    enabled: isAsked(settled),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const refusal = isAsked(settled) ? refusalOf(query.error) : null;
  const isKnown = isAsked(settled) && query.error === null;
  return {
    shown: isKnown ? (query.data ?? null) : null,
    refusal,
    error: refusal === null && isAsked(settled) ? query.error : null,
    isReading: query.isFetching || settled.prompt !== prompt.trim(),
  };
}

function refusalOf(error: unknown): ChangeRefusal | null {
  if (!(error instanceof ApiProblem)) return null;
  if (
    !/^(prompt-|document-|openapi-|nothing-changed$|blueprint-invalid$|contract-not-changeable$)/.test(
      error.code,
    )
  )
    return null;
  const { next } = error.problem;
  return { message: error.message, next: typeof next === 'string' ? next : null };
}
