'use client';

import { useCallback } from 'react';
import { changeDraft } from './change-draft.ts';
import type { Asked } from './use-asked.ts';
import { useGo } from './use-go.ts';

/** Whether words can bring it about once more: a form, hand edits and an earlier version are not in words. */
export const isInWords = ({ prompt, document, change }: Asked) =>
  change === null || (change.kind === 'prompt' && prompt !== null && document === null);

/** Puts a request into the box where its like is asked for, and goes there: a change starts from its version again. */
export function useAskAgain(projectId: string): (asked: Asked) => Promise<void> {
  const go = useGo();
  return useCallback(
    async (asked) => {
      const project = encodeURIComponent(projectId);
      if (asked.change === null) {
        // Pages that offer it are opened far more often than it is taken.
        const { handOver } = await import('./prompt-draft.ts');
        handOver(asked);
        return go(`/?project=${project}`);
      }
      const { base } = asked.change;
      window.localStorage.setItem(changeDraft(base), asked.prompt ?? '');
      go(`/projects/${project}/change?base=${encodeURIComponent(base)}`);
    },
    [go, projectId],
  );
}
