'use client';

import { ApiProblem, type Client } from '@quantumlayer/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '#lib/api.ts';
import { type DocumentDraft, toDocument } from '#lib/document-draft.ts';

const PAUSE_MS = 250;
const SHORTEST = 12;

export type Reading = Awaited<ReturnType<Client['readBlueprint']>>;

/** What the offline compiler would not build, and what to do about it. */
export type ReadingRefusal = {
  message: string;
  next: string | null;
  /** Where a document is wrong; both count from 1. */
  position: { line: number; column: number } | null;
};

type LiveReading = {
  reading: Reading | null;
  refusal: ReadingRefusal | null;
  error: unknown;
  isReading: boolean;
};

type Settled = { prompt: string; document: DocumentDraft | null };

/** How prompt and document are understood, a moment after the typing has paused. */
export function useReading(prompt: string, document: DocumentDraft | null): LiveReading {
  const [settled, setSettled] = useState<Settled>({ prompt: '', document: null });
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ prompt: prompt.trim(), document }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [prompt, document]);

  const isShort = settled.prompt.length < SHORTEST && !hasText(settled.document);
  const query = useQuery({
    queryKey: ['reading', settled.prompt, idOf(settled.document)],
    queryFn: () => api.readBlueprint(toRequest(settled)),
    enabled: !isShort,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const refusal = isShort ? null : refusalOf(query.error);
  const isSettled = settled.prompt === prompt.trim() && settled.document === document;
  return {
    reading: isShort || query.error !== null ? null : (query.data ?? null),
    refusal,
    error: refusal === null && !isShort ? query.error : null,
    isReading: query.isFetching || !isSettled,
  };
}

function hasText(document: DocumentDraft | null): document is DocumentDraft {
  return document !== null && document.text.trim() !== '';
}

/** What the API is asked with; a part that is empty is left out. */
export function toRequest({ prompt, document }: Settled) {
  return {
    ...(prompt.trim() !== '' && { prompt }),
    ...(hasText(document) && { document: toDocument(document) }),
  };
}

/** A document may be long; its number stands for it in the keys of queries. */
const ids = new WeakMap<DocumentDraft, number>();
let last = 0;

function idOf(document: DocumentDraft | null): number {
  if (document === null) return 0;
  const known = ids.get(document);
  if (known !== undefined) return known;
  last += 1;
  ids.set(document, last);
  return last;
}

function refusalOf(error: unknown): ReadingRefusal | null {
  if (!(error instanceof ApiProblem) || !/^(prompt|document)-/.test(error.code)) return null;
  const { next, line, column } = error.problem;
  return {
    message: error.message,
    next: typeof next === 'string' ? next : null,
    position: typeof line === 'number' && typeof column === 'number' ? { line, column } : null,
  };
}
