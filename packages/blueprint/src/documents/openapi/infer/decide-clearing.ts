import { singular, wordsOf } from '../words.ts';
import { decideRemove } from './decide-remove.ts';
import type { Deciding, Decision } from './deciding.ts';
import { statedConditions } from './stated.ts';

/** "Deletes all items of the list that are done": a deed on a record that removes some of what is below it. */
export function decideClearing(deciding: Deciding): Decision | null {
  const { inference, facts } = deciding;
  const { subject } = facts;
  if (subject.operation.method !== 'post' || !CLEARS.test(subject.operation.text)) return null;
  const own = subject.own === null ? [] : [{ parameter: subject.own, noun: subject.noun }];
  const parents = [...subject.parents, ...own];
  const words = wordsOf(subject.operation.text);
  const below = [...inference.drafts.values()].find(
    (child) =>
      child.parents.has(parents.at(-1)?.noun ?? '') &&
      words.some((word) => word !== singular(word) && singular(word) === child.words.at(-1)),
  );
  if (below === undefined) return null;
  const { noun, words: nounWords } = below;
  const moved = {
    ...facts,
    intent: 'remove' as const,
    subject: { ...subject, noun, nounWords, parents, own: null, action: [] },
  };
  // Which of them? Never all because a word was not understood.
  const stated = statedConditions(inference, below, moved);
  return stated.length === 0 ? null : decideRemove({ ...deciding, facts: moved }, below);
}

const CLEARS = /\b(delete|remove|clear|purge|discard)s?\b[\w ]{0,20}\b(all|every|the|those)\b/;
