import { expect, it } from 'vitest';
import type { CheckOutcome } from './domain/quality-check.ts';
import { reportOutcome } from './report-outcome.ts';

const outcome: CheckOutcome = {
  id: 'attacks',
  status: 'failed',
  command: ['attacker'],
  exitCode: null,
  durationMs: 120,
  output: '',
  reason: null,
  figures: {},
};

it('tells how a check ended', () => {
  const told: string[] = [];
  reportOutcome({ progress: (m) => told.push(m), signal: new AbortController().signal }, outcome);

  expect(told).toEqual(['Attack the app: failed in 0.1 s']);
});

it('says nothing of a check that was cut off: it has no verdict', () => {
  const told: string[] = [];
  reportOutcome({ progress: (m) => told.push(m), signal: AbortSignal.abort() }, outcome);

  expect(told).toEqual([]);
});
