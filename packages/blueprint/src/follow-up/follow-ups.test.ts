import { describe, expect, it } from 'vitest';
import { checkBlueprint } from '../check-blueprint.ts';
import { meets } from './corpus/brief-reading.ts';
import { followUps } from './corpus/follow-ups.ts';
import { followUpsB } from './corpus/follow-ups-b.ts';
import { followUpsC } from './corpus/follow-ups-c.ts';
import { followUpsD } from './corpus/follow-ups-d.ts';
import { followUpsF } from './corpus/follow-ups-f.ts';
import { followUpsG } from './corpus/follow-ups-g.ts';
import { followUpsH } from './corpus/follow-ups-h.ts';
import { baseOf, linesOf, measureFollowUps } from './corpus/measure-follow-ups.ts';
import { readFollowUp } from './read-follow-up.ts';

describe('the corpus of follow-ups', () => {
  const read = [
    followUps,
    followUpsB,
    followUpsC,
    followUpsD,
    followUpsF,
    followUpsG,
    followUpsH,
  ].flat();
  it.each(read)('$base: $text', (entry) => {
    const lines = linesOf(entry);
    const outcome = readFollowUp(baseOf(entry.base), entry.text);

    expect(meets(lines, entry.expect) ? entry.expect : lines).toEqual(entry.expect);
    if (outcome.ok) expect(checkBlueprint(outcome.reading.blueprint)).toMatchObject({ ok: true });
  });

  it('is read no worse in what is not yet read as meant', () => {
    expect(measureFollowUps().known.faults.length).toBeLessThanOrEqual(5);
  });

  it('is read no worse in what was put aside', () => {
    expect(measureFollowUps().heldOut.met).toBeGreaterThanOrEqual(10);
  });
});
