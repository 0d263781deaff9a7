import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, Project, ReadRequest, Run, RunOptions } from '@quantumlayer/contracts';
import type { FactoryProcess } from '@quantumlayer/testing';

const POLL_MS = 250;

export async function defaultProject(factory: FactoryProcess): Promise<string> {
  const [project] = (await factory.json<Page<Project>>('/api/v1/projects')).items;
  if (project === undefined) throw new Error('The factory has no project.');
  return project.id;
}

export async function postRun(
  factory: FactoryProcess,
  projectId: string,
  asked: ReadRequest,
  options: Partial<RunOptions> = {},
): Promise<Run> {
  return await factory.json<Run>(`/api/v1/projects/${projectId}/runs`, {
    method: 'POST',
    body: JSON.stringify({ ...asked, options }),
  });
}

/** The run as it stands at its end; throws when that does not come in time. */
export async function untilFinished(
  factory: FactoryProcess,
  runId: string,
  limitMs: number,
): Promise<Run> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const run = await factory.json<Run>(`/api/v1/runs/${runId}`);
    if (run.finishedAt !== null) return run;
    if (performance.now() > deadline) {
      throw new Error(`${runId} is still ${run.status} after ${limitMs / 1000} s`);
    }
    await sleep(POLL_MS);
  }
}

/** The most memory that a process has had so far. */
export async function peakMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024);
}

/** Does `work` on every item, `width` of them at the same time. */
export async function inParallel<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
