import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkflowDraft } from '@quantumlayer/contracts';
import { testDatabaseUrl } from '@quantumlayer/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onServer } from '#platform/testing/open-test-database.ts';
import {
  type Line,
  type RunnerProcess,
  startRunnerProcess,
} from './testing/start-runner-process.ts';

/** Two stages side by side, a map, a timer and a last stage that reads what came before. */
const pipeline: WorkflowDraft = {
  version: 1,
  name: 'crash',
  nodes: [
    { kind: 'step', id: 'a', handler: 'work' },
    {
      kind: 'parallel',
      id: 'p',
      after: ['a'],
      steps: [
        { id: 'x', handler: 'work', inputs: { a: 'nodes.a.node' } },
        { id: 'y', handler: 'work' },
      ],
    },
    { kind: 'timer', id: 't', after: ['p'], ms: 60 },
    { kind: 'step', id: 'z', after: ['t'], handler: 'work', inputs: { p: 'nodes.p.x.node' } },
  ],
};
const long: WorkflowDraft = {
  version: 1,
  name: 'long',
  nodes: [
    { kind: 'step', id: 'a', handler: 'work' },
    { kind: 'step', id: 'b', after: ['a'], handler: 'long' },
    { kind: 'step', id: 'c', after: ['b'], handler: 'work' },
  ],
};

const results = ['stage.succeeded', 'stage.due'];

/** What the record must not hold, whatever happened. */
function checkJournal(lines: Line[], executionId: string): void {
  const events = lines.filter((line) => line.executionId === executionId && line.seq !== undefined);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  const done = events
    .filter(({ type }) => results.includes(type ?? ''))
    .map(({ type, node }) => `${type} ${node}`);
  expect(done.toSorted()).toEqual([...new Set(done)].toSorted());
  const starts = events
    .filter(({ type }) => type === 'stage.started')
    .map(({ node, attempt }) => `${node}#${attempt}`);
  expect(new Set(starts).size).toBe(starts.length);
  expect(events.at(-1)?.type).toBe('execution.succeeded');
}

const followed = (executionId: string) => (line: Line) =>
  line.type === 'followed' && line.executionId === executionId;

describe('an embedded runner killed with -9', () => {
  let folder: string;
  let runner: RunnerProcess;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workflow-crash-'));
    runner = await startRunnerProcess(join(folder, 'data'), folder);
  });
  afterAll(async () => {
    await runner.kill();
    await rm(folder, { recursive: true });
  });

  async function killAt(executionId: string, isMoment: (line: Line) => boolean): Promise<number> {
    await runner.until((line) => line.executionId === executionId && isMoment(line));
    await runner.kill();
    const restarted = performance.now();
    runner = await startRunnerProcess(join(folder, 'data'), folder);
    runner.send({ executionId });
    return restarted;
  }

  // An undisturbed run has 17 events; each is a boundary or lies inside a stage.
  it.each(Array.from({ length: 16 }, (_, index) => index + 1))(
    'loses and repeats nothing when it dies at event %i',
    async (seq) => {
      const executionId = `exe_at_${seq}`;
      runner.send({ start: pipeline, executionId });
      await killAt(executionId, (line) => line.seq === seq);
      await runner.until(followed(executionId));
      checkJournal(runner.lines, executionId);
    },
  );

  it('survives one death after the other', async () => {
    const executionId = 'exe_thrice';
    runner.send({ start: pipeline, executionId });
    await killAt(executionId, ({ type, node }) => type === 'stage.started' && node === 'a');
    await killAt(executionId, ({ type, node }) => type === 'stage.started' && node === 'p/y');
    await killAt(executionId, ({ type, node }) => type === 'stage.sleeping' && node === 't');
    await runner.until(followed(executionId));
    checkJournal(runner.lines, executionId);
  });

  it('runs no finished stage again', async () => {
    const executionId = 'exe_once';
    runner.send({ start: long, executionId });
    await killAt(executionId, ({ type, node }) => type === 'stage.started' && node === 'b');
    await runner.until(followed(executionId));
    const done = (await readFile(join(folder, 'done.log'), 'utf8')).split('\n');
    expect(done.filter((line) => line.startsWith(executionId))).toEqual(
      ['a begun', 'a ended', 'b begun', 'b begun', 'b ended', 'c begun', 'c ended'].map(
        (line) => `${executionId} ${line}`,
      ),
    );
  });
});

const server = testDatabaseUrl();

describe.runIf(server)('two processes on TEST_DATABASE_URL', () => {
  it('lets the living one take over within five seconds', async () => {
    const database = await onServer(server ?? '');
    const name = await database.pool.query('select current_database() as name');
    const url = new URL(server ?? '');
    url.pathname = `/${name.rows[0].name}`;
    const folder = await mkdtemp(join(tmpdir(), 'workflow-takeover-'));
    const processes: RunnerProcess[] = [];
    try {
      const first = await startRunnerProcess(url.href, folder);
      const second = await startRunnerProcess(url.href, folder);
      processes.push(first, second);
      const executionId = 'exe_taken';
      first.send({ start: long, executionId });
      await first.until((line) => line.type === 'execution.started');
      second.send({ executionId });
      await second.until((line) => line.type === 'stage.started' && line.node === 'b');
      await first.kill();
      const killed = performance.now();
      await second.until(
        (line) => line.type === 'stage.started' && line.node === 'b' && line.attempt === 2,
      );
      expect(performance.now() - killed).toBeLessThan(5_000);
      await second.until(followed(executionId));
      checkJournal(second.lines, executionId);
    } finally {
      for (const { kill } of processes) await kill();
      await database.close();
      await rm(folder, { recursive: true });
    }
  });
});
