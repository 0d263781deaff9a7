'use client';

import { useState } from 'react';
import { describeProblem } from './problem-notice.tsx';
import { useToast } from './ui/toast.tsx';

type Options = { onSuccess?: () => void };

/** Something a person does. What comes of it is handed to `take`, which it waits for; a refusal is said in a toast. */
export function useAct<Answer>(take: (answer: Answer) => unknown) {
  const toast = useToast();
  const [isPending, setIsPending] = useState(false);

  async function run(act: () => Promise<Answer>, { onSuccess }: Options = {}): Promise<void> {
    setIsPending(true);
    try {
      await take(await act());
      onSuccess?.();
    } catch (error) {
      const { heading, detail } = describeProblem(error);
      toast({ title: heading, text: detail, tone: 'failed' });
    } finally {
      setIsPending(false);
    }
  }

  return {
    isPending,
    mutate: (act: () => Promise<Answer>, options?: Options) => void run(act, options),
  };
}
