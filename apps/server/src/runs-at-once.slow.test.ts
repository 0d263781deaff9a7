import type { Page, Run, RunSummary } from '@quantumlayer/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenFactory, openFactory } from './testing/open-factory.ts';

const RUNS = 50;
const prompt = 'A todo list: a task has a title and a due date';

let factory: OpenFactory;
let runsPath: string;

beforeAll(async () => {
  factory = await openFactory();
  runsPath = `/api/v1/projects/${await factory.projectId()}/runs`;
});
afterAll(() => factory.close());

async function startRun(): Promise<Run> {
  const response = await factory.post(runsPath, { prompt, options: { preview: false } });
  expect(response.status).toBe(201);
  return (await response.json()) as Run;
}

it(`finishes ${RUNS} runs that are started at once, two at a time, and loses none`, async () => {
  const started = await Promise.all(Array.from({ length: RUNS }, startRun));
  const journals = await Promise.all(started.map(({ id }) => factory.journal(id)));
  for (const events of journals) {
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    expect(events.at(-1)?.type).toBe('run.succeeded');
  }
  const { items } = (await (
    await factory.fetch(`${runsPath}?limit=100`)
  ).json()) as Page<RunSummary>;
  const ids = new Set(items.filter(({ status }) => status === 'succeeded').map(({ id }) => id));
  expect(started.filter(({ id }) => !ids.has(id))).toEqual([]);
});
