import { setTimeout as sleep } from 'node:timers/promises';
import type { components } from '@quantumlayer/sdk';
import type { FactoryConnection } from '@quantumlayer/testing';

export type Run = components['schemas']['Run'];
type Project = components['schemas']['Project'];

export const TASKS = 'A todo list: a task has a title, a due date and a status of open or done';
const TASKS_LATER =
  'A todo list: a task has a title, a due date, a priority and a status of open, blocked or done';

const RUN_LIMIT_MS = 240_000;
const PAUSE_MS = 100;
const ENDED: readonly Run['status'][] = ['succeeded', 'failed', 'cancelled'];

type NewRun = {
  prompt: string;
  stack?: string;
  review?: boolean;
  preview?: boolean;
  key?: string;
};

/** The project of this name, made when there is none. */
export async function projectNamed(factory: FactoryConnection, name: string): Promise<Project> {
  const { items } = await factory.json<{ items: Project[] }>('/api/v1/projects?limit=100');
  const found = items.find((project) => project.name === name);
  if (found !== undefined) return found;
  return factory.json('/api/v1/projects', { method: 'POST', body: JSON.stringify({ name }) });
}

/** `key`: the same twice starts one run, so that several files can ask for it. */
export function startRun(
  factory: FactoryConnection,
  projectId: string,
  { prompt, stack = 'typescript-fastify', review = false, preview = false, key }: NewRun,
): Promise<Run> {
  const options = { stack, review, preview };
  return factory.json(`/api/v1/projects/${projectId}/runs`, {
    method: 'POST',
    body: JSON.stringify({ prompt, options }),
    headers: { 'idempotency-key': key ?? crypto.randomUUID() },
  });
}

/** Waits until the run stands so; a run that has ended otherwise is an error with its reason. */
export async function runThatIs(
  factory: FactoryConnection,
  runId: string,
  status: Run['status'],
): Promise<Run> {
  const deadline = performance.now() + RUN_LIMIT_MS;
  for (;;) {
    const run = await factory.json<Run>(`/api/v1/runs/${runId}`);
    if (run.status === status) return run;
    if (ENDED.includes(run.status) || performance.now() > deadline) {
      throw new Error(`${runId} is ${run.status}: ${run.failure?.message}`);
    }
    await sleep(PAUSE_MS);
  }
}

export type Seed = {
  projectId: string;
  /** Two versions of one software. */
  first: Run;
  second: Run;
};

/** What most files look at, built once for all of them by the real pipeline. */
export async function seededRuns(factory: FactoryConnection): Promise<Seed> {
  const { id: projectId } = await projectNamed(factory, 'Seeded');
  const one = await startRun(factory, projectId, { prompt: TASKS, preview: true, key: 'seed-1' });
  const first = await runThatIs(factory, one.id, 'succeeded');
  const two = await startRun(factory, projectId, { prompt: TASKS_LATER, key: 'seed-2' });
  return { projectId, first, second: await runThatIs(factory, two.id, 'succeeded') };
}

/** Signals a run and hands it back. */
export function signalRun(factory: FactoryConnection, runId: string, signal: object): Promise<Run> {
  return factory.json(`/api/v1/runs/${runId}/signal`, {
    method: 'POST',
    body: JSON.stringify(signal),
  });
}
