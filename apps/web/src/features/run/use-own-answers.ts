'use client';

import { decide, rephrase } from '#lib/decide.ts';
import { useAsked } from '#lib/use-asked.ts';
import { useDraft } from '#lib/use-draft.ts';
import type { Run } from './use-run.ts';

/** What was said to a remark, or instead of a phrase that was not understood. */
type OwnAnswer = { to: string; kind: 'remark' | 'phrase'; words: string };

/** Answers to what a run left open, kept in this browser until they have become the prompt of the next run. */
export function useOwnAnswers(run: Run) {
  const [stored, store] = useDraft(`quantumlayer.answers.${run.id}`);
  const asked = useAsked(run);
  const given = parse(stored);
  function give(next: OwnAnswer) {
    const others = given.filter(({ to, kind }) => to !== next.to || kind !== next.kind);
    store(JSON.stringify([...others, next]));
  }
  const next = given.reduce(
    (prompt, { to, kind, words }) =>
      kind === 'remark' ? decide(prompt, words) : rephrase(prompt, to, words),
    asked?.prompt ?? '',
  );
  return {
    given,
    /** What the next run is asked with; null while nothing was answered, or what was asked is not known yet. */
    next: asked === null || next === (asked.prompt ?? '') ? null : { ...asked, prompt: next },
    answer: (to: string, words: string) => give({ to, kind: 'remark', words }),
    say: (to: string, words: string) => give({ to, kind: 'phrase', words }),
    discard: () => store(''),
  };
}

function parse(stored: string): OwnAnswer[] {
  try {
    const read: unknown = JSON.parse(stored);
    return Array.isArray(read) ? read : [];
  } catch {
    // Empty, or what an earlier version kept: a prompt.
    return [];
  }
}
