import { describe, expect, it } from 'vitest';
import type { FollowUpEntry } from './corpus/follow-up-entry.ts';
import { followUps } from './corpus/follow-ups.ts';
import { followUpsB } from './corpus/follow-ups-b.ts';
import { followUpsC } from './corpus/follow-ups-c.ts';
import { followUpsD } from './corpus/follow-ups-d.ts';
import { followUpsF } from './corpus/follow-ups-f.ts';
import { followUpsG } from './corpus/follow-ups-g.ts';
import { followUpsH } from './corpus/follow-ups-h.ts';
import { baseOf } from './corpus/measure-follow-ups.ts';
import { readFollowUp } from './read-follow-up.ts';

const NONSENSE = ' and frobnicate the gizmo';
const entries = [followUps, followUpsB, followUpsC, followUpsD, followUpsF, followUpsG, followUpsH];

/** A wish that was done while the nonsense behind it is found nowhere: neither told, nor asked, nor in what was made. */
function isSilent({ base, text }: FollowUpEntry): boolean {
  const outcome = readFollowUp(baseOf(base), `${text.replace(/[.!?]\s*$/, '')}${NONSENSE}`);
  if (!outcome.ok) return false;
  const { changes, notUnderstood, questions, values } = outcome.reading;
  const shown = JSON.stringify([
    notUnderstood,
    questions.map((question) => question.text),
    changes.map(({ path, after }) => [path, after]),
    values,
  ]);
  return changes.length > 0 && !/gizmo|frobnicate/i.test(shown);
}

describe('what stands behind a wish', () => {
  it('is told where it was not understood, and never left out in silence', () => {
    const silent = entries.flat().filter(isSilent);

    // The words behind "since" are the reason; who signs in is read from the whole sentence.
    expect(silent.map(({ text }) => text)).toEqual([
      'Let clients log in',
      "Phone can't be mandatory since many clients have none",
    ]);
  }, 60_000);
});
