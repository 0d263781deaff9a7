import type { Blueprint } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from '../check-blueprint.ts';
import { corpus } from '../corpus/corpus.ts';
import { readPrompt } from '../read-prompt.ts';
import { briefReading, meets } from './corpus/brief-reading.ts';
import type { FollowUpEntry } from './corpus/follow-up-entry.ts';
import { followUps } from './corpus/follow-ups.ts';
import { heldOutFollowUps } from './corpus/follow-ups-held-out.ts';
import { readFollowUp } from './read-follow-up.ts';

const bases = new Map<string, Blueprint>();

function baseOf(id: string): Blueprint {
  let base = bases.get(id);
  if (base === undefined) {
    const entry = corpus.flatMap(({ entries }) => entries).find((each) => each.id === id);
    const outcome = readPrompt(entry?.prompt ?? '');
    if (!outcome.ok) throw new Error(`${id} is no base`);
    base = outcome.reading.blueprint;
    bases.set(id, base);
  }
  return base;
}

function linesOf({ base, text }: FollowUpEntry): string[] {
  const outcome = readFollowUp(baseOf(base), text);
  if (!outcome.ok) return [outcome.refusal.code];
  expect(checkBlueprint(outcome.reading.blueprint)).toMatchObject({ ok: true });
  return briefReading(outcome.reading);
}

describe('the corpus of follow-ups', () => {
  it.each(followUps)('$base: $text', (entry) => {
    const lines = linesOf(entry);

    expect(meets(lines, entry.expect) ? entry.expect : lines).toEqual(entry.expect);
  });

  it('is read in most of what was put aside', () => {
    const met = heldOutFollowUps.filter((entry) => meets(linesOf(entry), entry.expect));

    expect(met.length).toBeGreaterThanOrEqual(14);
  });
});
