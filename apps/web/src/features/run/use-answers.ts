'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Remark } from '#components/remark-card.tsx';
import { api } from '#lib/api.ts';
import type { Blueprint } from '#lib/blueprint.ts';
import { decide } from '#lib/decide.ts';
import { mergeBlueprint } from '#lib/merge-blueprint.ts';
import type { Asked } from '#lib/use-asked.ts';
import type { ReviewAnswer } from './use-checkpoint.ts';
import type { Run } from './use-run.ts';

type Reading = NonNullable<Run['reading']>;
type Answered = { prompt: string; reading: Reading; given: ReviewAnswer[] };
type Change = (blueprint: Blueprint) => Blueprint;

/** Answers to what a reading leaves open: the prompt is read again with them, and what that changes is changed. */
export function useAnswers(
  projectId: string,
  asked: Asked,
  reading: Reading,
  onChange: (change: Change) => void,
) {
  const { document, change } = asked;
  const first: Answered = { prompt: asked.prompt ?? '', reading, given: [] };
  const [at, setAt] = useState(first);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({ sentence, remark }: { sentence: string; remark: Remark }) => {
      const next = decide(at.prompt, sentence);
      const given = [...at.given, { question: remark.text, answer: sentence }];
      const request = { prompt: next, ...(document !== null && { document }) };
      const read =
        change === null
          ? await api.readBlueprint(request)
          : (await api.showChanges(projectId, { ...request, base: { capsuleId: change.base } }))
              .reading;
      return { prompt: next, reading: read, given };
    },
    onSuccess: (next) => {
      const { blueprint } = at.reading;
      onChange((own) => mergeBlueprint(blueprint, next.reading.blueprint, own));
      setAt(next);
    },
  });
  return {
    reading: at.reading,
    given: at.given,
    answer: (sentence: string, remark: Remark) => mutate({ sentence, remark }),
    forget: () => setAt(first),
    isPending,
    error,
  };
}
