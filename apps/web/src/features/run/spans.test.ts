import type { RunEvent } from '@quantumlayer/sdk';
import { describe, expect, it } from 'vitest';
import { toSpans } from './spans.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds)).toISOString();
const time = (seconds: number) => Date.parse(at(seconds));

function event(id: number, seconds: number, type: string, data = {}, stage = 'quality'): RunEvent {
  return { id, runId: 'run_1', type, stage, at: at(seconds), data };
}

describe('the spans of a run', () => {
  it('are its attempts, with what came of each', () => {
    const spans = toSpans([
      event(1, 0, 'stage.started', { attempt: 1 }),
      event(2, 4, 'stage.retrying'),
      event(3, 5, 'stage.started', { attempt: 2 }),
      event(4, 6, 'stage.started', {}, 'capsule'),
    ]);

    expect(spans).toMatchObject([
      { stage: 'quality', attempt: 1, from: time(0), to: time(4), state: 'failed' },
      { stage: 'quality', attempt: 2, from: time(5), to: null, state: 'running' },
      { stage: 'capsule', attempt: 1, to: null },
    ]);
  });

  it('are also its checks, as soon as each has ended', () => {
    const lint = { check: 'lint', title: 'Lint', status: 'passed', durationMs: 1_500 };
    const tests = { check: 'tests', title: 'Run the tests', status: 'failed', durationMs: 3_000 };
    const spans = toSpans([
      event(1, 0, 'stage.started', { attempt: 2 }),
      event(2, 2, 'stage.progress', { message: 'Lint: passed in 1.5 s', data: lint }),
      event(3, 3, 'stage.progress', { message: 'attack 1 of 98' }),
      event(4, 5, 'stage.progress', { message: 'Run the tests: failed', data: tests }),
    ]);

    expect(spans.slice(1)).toEqual([
      expect.objectContaining({
        label: 'Lint',
        isPart: true,
        attempt: 2,
        from: time(2) - 1_500,
        to: time(2),
      }),
      expect.objectContaining({ label: 'Run the tests', from: time(2), state: 'failed' }),
    ]);
  });
});
