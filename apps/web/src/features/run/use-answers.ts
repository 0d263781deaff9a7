'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#lib/api.ts';
import type { Blueprint } from '#lib/blueprint.ts';
import { decide } from '#lib/decide.ts';
import { mergeBlueprint } from '#lib/merge-blueprint.ts';
import type { Run } from './use-run.ts';

type Reading = NonNullable<Run['reading']>;
type Change = (blueprint: Blueprint) => Blueprint;

/** Answers to what a reading leaves open: the prompt is read again with them, and what that changes is changed. */
export function useAnswers(prompt: string, reading: Reading, onChange: (change: Change) => void) {
  const [at, setAt] = useState({ prompt, reading });
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (sentence: string) => {
      const next = decide(at.prompt, sentence);
      return { prompt: next, reading: await api.readBlueprint(next) };
    },
    onSuccess: (next) => {
      const { blueprint } = at.reading;
      onChange((own) => mergeBlueprint(blueprint, next.reading.blueprint, own));
      setAt(next);
    },
  });
  return { reading: at.reading, answer: mutate, isPending, error };
}
