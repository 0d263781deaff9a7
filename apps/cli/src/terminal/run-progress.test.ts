import type { Run } from '@quantumlayer/contracts';
import { expect, it } from 'vitest';
import { buildRun, stage } from '../testing/scripted-factory.ts';
import { createRunProgress } from './run-progress.ts';

const start = Date.parse('2026-01-01T00:00:00Z');
const second = (at: number) => new Date(start + at * 1000).toISOString();

function linesOf(runs: readonly Run[], now: number): string[] {
  const lines: string[] = [];
  const progress = createRunProgress(
    { isInteractive: false, columns: 80, answer() {}, draw() {}, note: (line) => lines.push(line) },
    () => start + now * 1000,
  );
  for (const run of runs) progress.show(run);
  progress.close();
  return lines;
}

it('gives what ended before anybody looked the time at which it did', () => {
  const ended = { ...stage('parse', 'succeeded'), finishedAt: second(2) };
  const run = buildRun({ startedAt: second(0), stages: [ended, stage('design', 'running')] });

  expect(linesOf([run, run], 50)).toEqual([
    '[   2.0 s] Stage parse succeeded',
    '[  50.0 s] Stage design running',
  ]);
});

it('counts from now while the run waits for its turn', () => {
  const run = buildRun({ startedAt: null, stages: [stage('parse', 'running', 'soon')] });

  expect(linesOf([run], 90)).toEqual(['[   0.0 s] Stage parse running: soon']);
});
