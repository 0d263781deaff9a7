import type { Blueprint } from '@quantumlayer/contracts';
import { corpus } from '../../corpus/corpus.ts';
import { readSaid } from '../../read-prompt.ts';
import { readFollowUp } from '../read-follow-up.ts';
import { basePrompts } from './base-prompts.ts';
import { briefReading, meets } from './brief-reading.ts';
import type { FollowUpEntry } from './follow-up-entry.ts';
import { followUps } from './follow-ups.ts';
import { followUpsB } from './follow-ups-b.ts';
import { followUpsC } from './follow-ups-c.ts';
import { followUpsD } from './follow-ups-d.ts';
import { followUpsE } from './follow-ups-e.ts';
import { followUpsF } from './follow-ups-f.ts';
import { followUpsG } from './follow-ups-g.ts';
import { followUpsH } from './follow-ups-h.ts';
import { heldOutFollowUps } from './follow-ups-held-out.ts';

type Fault = { entry: FollowUpEntry; lines: string[] };

const bases = new Map<string, Blueprint>();

/** The blueprint of a prompt of the corpus, or of one that is there for follow-ups alone. */
export function baseOf(id: string): Blueprint {
  const known = bases.get(id);
  if (known !== undefined) return known;
  const entry = corpus.flatMap(({ entries }) => entries).find((each) => each.id === id);
  const outcome = readSaid(basePrompts[id] ?? entry?.prompt ?? '');
  if (!outcome.ok) throw new Error(`${id} is no prompt of the corpus`);
  bases.set(id, outcome.reading.blueprint);
  return outcome.reading.blueprint;
}

/** What a follow-up of the corpus is read as, in the lines of its expectation. */
export function linesOf({ base, text }: FollowUpEntry): string[] {
  const outcome = readFollowUp(baseOf(base), text);
  return outcome.ok ? briefReading(outcome.reading) : [outcome.refusal.code];
}

function measure(entries: readonly FollowUpEntry[]) {
  const read = entries.map((entry) => ({ entry, lines: linesOf(entry) }));
  const faults: Fault[] = read.filter(({ entry, lines }) => !meets(lines, entry.expect));
  return { all: entries.length, met: entries.length - faults.length, faults };
}

/** How many follow-ups are read as they are meant. */
export function measureFollowUps() {
  return {
    known: measure([
      ...followUps,
      ...followUpsB,
      ...followUpsC,
      ...followUpsD,
      ...followUpsE,
      ...followUpsF,
      ...followUpsG,
      ...followUpsH,
    ]),
    heldOut: measure(heldOutFollowUps),
  };
}
