'use client';

import { decide, rephrase } from '#lib/decide.ts';
import { isInWords } from '#lib/use-ask-again.ts';
import { type Asked, useAsked } from '#lib/use-asked.ts';
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
  const first = asked === null ? null : askedOf(run, asked);
  const next = given.reduce(
    (prompt, { to, kind, words }) =>
      kind === 'remark' ? decide(prompt, words) : rephrase(prompt, to, words),
    first?.prompt ?? '',
  );
  return {
    given,
    /** What the next run is asked with; null while nothing was answered, or what was asked is not known yet. */
    next: first === null || next === (first.prompt ?? '') ? null : { ...first, prompt: next },
    answer: (to: string, words: string) => give({ to, kind: 'remark', words }),
    say: (to: string, words: string) => give({ to, kind: 'phrase', words }),
    discard: () => store(''),
  };
}

/** What answers are added to. Where a form or hand edits made a version, they become the change that follows it. */
function askedOf({ capsuleId }: Run, asked: Asked): Asked | null {
  if (isInWords(asked)) return asked;
  const change = capsuleId === null ? null : { base: capsuleId, kind: 'prompt' as const };
  return change && { prompt: null, document: null, change };
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
